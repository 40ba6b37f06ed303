// The point that matters in a picture: a click or the arrow keys set it, the crop follows at once.
// Without script the two number fields do the same.
const aim = document.querySelector("[data-aim]");
const image = aim?.querySelector("img");
const across = document.querySelector("#focus_x");
const down = document.querySelector("#focus_y");

if (image && across && down && !across.matches(":disabled")) {
  const mark = document.createElement("span");
  mark.className = "mark";
  aim.append(mark);
  aim.classList.add("live");
  for (const hint of document.querySelectorAll("[data-with-script]")) hint.hidden = false;

  // The crop is drawn from the whole picture, so that it can be seen before anything is saved.
  const crop = document.querySelector("[data-crop]");
  const shown = crop?.querySelector("img");
  const share = (field) => Math.min(100, Math.max(0, Number(field.value) || 0));

  const show = (moved) => {
    mark.style.left = `${share(across)}%`;
    mark.style.top = `${share(down)}%`;
    if (!shown || !moved) return;
    if (shown.src !== image.currentSrc) {
      for (const source of crop.querySelectorAll("source")) source.remove();
      shown.removeAttribute("srcset");
      shown.src = image.currentSrc;
    }
    shown.style.objectPosition = place();
  };

  // Where the crop lies so that the point is in its middle, as far as the edges allow: the same
  // rule by which the sizes are made.
  const place = () => {
    const ratio = image.naturalWidth / image.naturalHeight / 1.5;
    const along = (at, part) => {
      if (part >= 1) return 50;
      const begin = Math.min(1 - part, Math.max(0, at / 100 - part / 2));
      return (begin / (1 - part)) * 100;
    };
    return `${along(share(across), 1 / ratio)}% ${along(share(down), ratio)}%`;
  };

  image.addEventListener("click", (event) => {
    const box = image.getBoundingClientRect();
    across.value = Math.round(((event.clientX - box.left) / box.width) * 100);
    down.value = Math.round(((event.clientY - box.top) / box.height) * 100);
    show(true);
  });
  for (const field of [across, down]) field.addEventListener("input", () => show(true));
  show(false);
}
