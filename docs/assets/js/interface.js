// Small helps for the interface; every page works without them.
"use strict";

// Open the theme's search from a button that a keyboard reaches.
for (const button of document.querySelectorAll("[data-search-open]")) {
  button.addEventListener("click", () => {
    document.querySelector("[data-md-component=search-query]").focus();
  });
}

// Keep the explanation of an acronym within the window, and let Escape close it.
function place(acronym) {
  const note = acronym.querySelector(".acronym__long");
  acronym.classList.remove("acronym--closed");
  note.style.setProperty("--shift", "0px");
  const margin = 8;
  const over = note.getBoundingClientRect().right + margin - document.documentElement.clientWidth;
  if (over > 0) note.style.setProperty("--shift", `${-over}px`);
}
for (const event of ["pointerover", "focusin"]) {
  document.addEventListener(event, ({ target }) => {
    const acronym = target.closest?.(".acronym");
    if (acronym) place(acronym);
  });
}
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const acronym of document.querySelectorAll(".acronym:hover, .acronym:focus-within")) {
    acronym.classList.add("acronym--closed");
  }
});

// An acronym may be a link to the glossary: the first tap explains it, the second follows.
let explained = null;
document.addEventListener("pointerdown", ({ target, pointerType }) => {
  const link = target.closest?.("a.acronym__short");
  explained = pointerType === "touch" && link && document.activeElement !== link ? link : null;
});
document.addEventListener("click", (event) => {
  if (explained && event.target.closest?.("a.acronym__short") === explained) {
    event.preventDefault();
    explained.focus();
  }
  explained = null;
});

// On the common "not found" page, keep the language that the address asks for.
const language = location.pathname.match(/\/(fr|en)\//)?.[1];
const sections = document.querySelectorAll(".not-found[data-language]");
if (language && sections.length > 1) {
  document.documentElement.lang = language;
  for (const section of sections) section.hidden = section.dataset.language !== language;
}
