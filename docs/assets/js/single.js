// The single-file edition: light or dark as the reader's system is, and a filter of the entries.
"use strict";

document.documentElement.classList.remove("no-js");
const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => {
  document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default";
};
dark.addEventListener("change", follow);
follow();

// Without accents and in lower case, so that "donnees" finds "données".
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'").toLowerCase();

const form = document.querySelector(".single__filter");
const entries = [...document.querySelectorAll(".single__entry")].map((element) => ({
  element,
  item: document.querySelector(`[data-for="${element.querySelector("h3").id}"]`),
  text: fold(element.textContent),
}));

function filter() {
  const words = fold(form.elements.filter.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { element, item, text } of entries) {
    const found = words.every((word) => text.includes(word));
    element.hidden = item.hidden = !found;
    if (found) count += 1;
  }
  const output = form.querySelector("output");
  output.value = `${output.dataset.label} ${count}`;
}

form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
filter();
