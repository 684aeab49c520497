// Small helps for the interface; every page works without them.
"use strict";

// The theme's script is for the search, and weighs more than all the rest of a page: it is loaded
// when the search is about to be used. It takes up the focus and the text that it finds.
const query = document.querySelector("[data-md-component=search-query]");
const themeScript = document.querySelector("[data-theme-script]");
const SEARCH = ".md-search, [data-search-open]";
const SHORTCUTS = ["/", "f", "s"];
const { src: here } = document.currentScript;

function loadTheme() {
  const { themeScript: src } = themeScript.dataset;
  if (!src) return;
  delete themeScript.dataset.themeScript;
  const fromDisk = location.protocol === "file:";
  for (const address of fromDisk ? [new URL("worker-stand-in.js", here), src] : [src]) {
    const script = document.createElement("script");
    // One after the other.
    script.async = false;
    script.src = address;
    document.body.append(script);
  }
}
if (query) {
  for (const event of ["focusin", "input", "pointerover", "touchstart"]) {
    document.addEventListener(event, ({ target }) => target.closest?.(SEARCH) && loadTheme(), {
      passive: true,
    });
  }
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const free = !target.closest("input, select, textarea, [contenteditable]");
    if (!SHORTCUTS.includes(key) || !free || ctrlKey || metaKey || altKey) return;
    event.preventDefault();
    query.focus();
  });
  if (/[?&][qh]=/.test(location.search)) {
    shortenAddress();
    loadTheme();
  }
}

// Anyone's link may bring words to search for: no more than the box takes, because a word without
// end would keep the search busy for minutes.
function shortenAddress() {
  const asked = new URLSearchParams(location.search);
  const long = ["q", "h"].filter((name) => asked.get(name)?.length > query.maxLength);
  for (const name of long) asked.set(name, asked.get(name).slice(0, query.maxLength));
  if (long.length) history.replaceState(null, "", `?${asked}${location.hash}`);
}
// Open the search from a button that a keyboard reaches.
for (const button of document.querySelectorAll("[data-search-open]")) {
  button.addEventListener("click", () => query.focus());
}

// Light or dark: the button for the other one shows, and the choice is remembered.
const options = [...document.querySelectorAll(".site-header__palette input")];
function choose(option) {
  const { mdColorMedia: media, mdColorScheme: scheme } = option.dataset;
  document.body.dataset.mdColorScheme = scheme;
  for (const each of options) each.nextElementSibling.hidden = each !== option;
  return { index: options.indexOf(option), color: { media, scheme } };
}
for (const option of options) {
  option.addEventListener("change", () => __md_set("__palette", choose(option)));
  if (option.dataset.mdColorScheme === document.body.dataset.mdColorScheme) {
    option.checked = true;
    choose(option);
  }
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
