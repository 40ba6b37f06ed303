// Shows beside each channel, while somebody writes, what it will show and how much room is left.
// The server composes and counts; without this the page shows what was saved.
for (const section of document.querySelectorAll("[data-channels]")) {
  const form = section.closest("form");
  let timer, asked;
  const show = async () => {
    asked?.abort(); // an old answer must not come after a new one
    const { signal } = (asked = new AbortController());
    try {
      const headers = { "X-Requested-With": "verbund", Accept: "application/json" };
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(section.dataset.channelsUrl, { method: "POST", body, headers, signal, redirect: "manual" });
      if (!answer.ok) return;
      const shown = await answer.json();
      if (signal.aborted) return;
      for (const place of section.querySelectorAll("[data-channel-preview]")) {
        place.innerHTML = shown[place.dataset.channelPreview] ?? ""; // made safe by the server
      }
    } catch {
      // A preview that fails shows the last one.
    }
  };
  const later = () => {
    clearTimeout(timer);
    if (section.open) timer = setTimeout(show, 500);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  section.addEventListener("toggle", later);
}
