// Shuts an open menu when somebody turns to something else; without it the menu's own word does.
import { forgetAllCopies } from "./editor/saving.js";

const menus = [...document.querySelectorAll("details.menu, .next .more")];

document.addEventListener("click", ({ target }) => {
  for (const menu of menus) if (menu.open && !menu.contains(target)) menu.open = false;
});
document.addEventListener("keydown", ({ key, target }) => {
  if (key !== "Escape") return;
  for (const menu of menus.filter((one) => one.open)) {
    menu.open = false;
    if (menu.contains(target)) menu.querySelector("summary").focus();
  }
});
for (const menu of menus)
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });

// Whoever leaves takes along what was kept in this browser.
for (const form of document.querySelectorAll("form[data-sign-out]")) form.addEventListener("submit", forgetAllCopies);
