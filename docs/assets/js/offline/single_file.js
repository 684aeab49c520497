// The single-file edition: light or dark as the reader's system is, and a filter of the entries.

(() => {
  document.documentElement.classList.remove("no-js");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default";
  };
  dark.addEventListener("change", follow);
  follow();

  /** @type {HTMLFormElement} */
  const form = document.querySelector(".single__filter");
  /** @type {HTMLOutputElement} */
  const output = form.querySelector("output");
  const { elements } = /** @type {any} */ (form);
  const entries = [...document.querySelectorAll(".single__entry")].map((element) => ({
    element: /** @type {HTMLElement} */ (element),
    /** @type {HTMLElement} */
    item: document.querySelector(`[data-for="${element.querySelector("h3").id}"]`),
  }));
  // The words of all texts are taken in when something is sought.
  /** @type {(query: string) => Set<number>} */
  let find;

  function filter() {
    const data = JSON.parse(document.getElementById("search-data").textContent);
    find ??= TextMatcher.create(entries.map(({ element }) => element.textContent), data);
    const found = find(elements.filter.value);
    entries.forEach(({ element, item }, place) => {
      element.hidden = item.hidden = !found.has(place);
    });
    output.value = `${output.dataset.label} ${found.size}`;
  }

  output.value = `${output.dataset.label} ${entries.length}`;
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
})();
