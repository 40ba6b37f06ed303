// Sends chosen pictures to the server while the text stays where it is, and asks for their description.

/** Moves a picture one place without leaving the page; the order of the lines is that of the pictures. */
function setUpShifts(list, moved) {
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=shift]");
    if (!button) return;
    event.preventDefault();
    const line = button.closest("[data-picture]");
    if (button.matches(".up")) line.previousElementSibling?.before(line);
    else line.nextElementSibling?.after(line);
    // At an end its own button is gone; the one back is next to it.
    const buttons = [button, ...line.querySelectorAll("button[name=shift]")];
    buttons.find((one) => one.getClientRects().length)?.focus();
    moved();
  });
}

/** Adds a line for each picture that was taken, and says why others were not. `added` is told after that. */
export function setUpPictures(form, added) {
  const file = form.querySelector("[data-add-picture]");
  const status = form.querySelector("[data-picture-status]");
  const list = form.querySelector("[data-pictures]");
  const template = form.querySelector("[data-picture-line]");
  if (!file || !status || !list || !template) return;
  // The field and its button are for browsers without script.
  form.querySelector("[data-without-script]")?.remove();
  file.hidden = false;
  for (const label of file.labels) label.hidden = false;
  setUpShifts(list, added);

  file.addEventListener("change", async () => {
    if (!file.files.length) return;
    status.textContent = status.dataset.saySending;
    const body = new FormData();
    for (const one of file.files) body.append("file", one);
    try {
      const headers = { Accept: "application/json", "X-Requested-With": "verbund" };
      const answer = await fetch(file.dataset.addPicture, { method: "POST", body, headers, redirect: "manual" });
      const { pictures, refused } = await answer.json();
      for (const picture of pictures) list.append(line(template, picture));
      status.textContent = refused.map(({ file, why }) => `${file}: ${why}`).join(" ");
      if (pictures.length) {
        added();
        list.lastElementChild.querySelector("textarea")?.focus();
      }
      file.value = "";
    } catch {
      status.textContent = status.dataset.sayFailed; // the choice stays; choosing it again tries again
      file.value = "";
    }
  });
}

function line(template, { id, src }) {
  const made = document.createElement("div");
  made.innerHTML = template.innerHTML.replaceAll("{id}", id); // our own template, the server's own id
  const one = made.firstElementChild;
  if (src) one.prepend(Object.assign(document.createElement("img"), { src, alt: "" }));
  return one;
}

/** Says of each picture what it still lacks, as the server saw it last. */
export function sayProblems(form, pictures) {
  for (const { id, problem } of pictures) {
    const place = form.querySelector(`[data-picture="${id}"] [data-picture-problem]`);
    if (place) place.textContent = problem ?? "";
  }
}
