// The table of the comparison: a column per entry, a row per field.

const CompareTable = (() => {
  const { make } = Dom;
  const { makeValues } = EntryDetails;

  /** @typedef {{home: string, words: Words, remove: (id: string) => void}} About */

  /**
   * Return the table of `entries`; `remove` of `about` takes one out.
   * @param {Entry[]} entries
   * @param {About} about
   */
  function create(entries, about) {
    const { words } = about;
    const keys = listKeys(entries);
    return make(
      "table",
      { className: "compare__table" },
      make("caption", { className: "visually-hidden" }, words["compare-caption"]),
      make("thead", {}, makeHeads(entries, about), makeRemovers(entries, about)),
      make("tbody", {}, ...keys.map((key) => makeRow(key, entries, about))),
    );
  }

  /**
   * @param {Entry[]} entries
   * @param {About} about
   */
  function makeHeads(entries, { home, words }) {
    const corner = make("th", { scope: "col" }, words["compare-field"]);
    const heads = entries.map((entry) => {
      const name = make("a", { href: home + entry.link }, entry.title);
      const number = entry.number ? `${words["number-short"]} ${entry.number}` : "";
      const shown = make("span", { className: "compare__number" }, number);
      return make("th", { scope: "col", className: `category-${entry.category}` }, shown, name);
    });
    return make("tr", {}, corner, ...heads);
  }

  /**
   * In a row of its own: a button within a heading would be read with every cell below it.
   * @param {Entry[]} entries
   * @param {About} about
   */
  function makeRemovers(entries, { words, remove }) {
    const cells = entries.map((entry) => {
      const text = words["compare-remove-short"];
      const button = make("button", { type: "button", className: "button button--plain" }, text);
      button.setAttribute("aria-label", words["compare-remove"].replace("{name}", () => entry.title));
      button.addEventListener("click", () => remove(entry.id));
      return make("td", {}, button);
    });
    return make("tr", { className: "compare__removers" }, make("td"), ...cells);
  }

  /**
   * The keys of the rows of all entries, in an order that each of them follows.
   * @param {Entry[]} entries
   */
  function listKeys(entries) {
    /** @type {string[]} */
    const keys = [];
    for (const { rows } of entries) {
      rows.forEach(({ key }, at) => {
        if (!keys.includes(key)) keys.splice(at > 0 ? keys.indexOf(rows[at - 1].key) + 1 : 0, 0, key);
      });
    }
    return keys;
  }

  /**
   * @param {string} key
   * @param {Entry[]} entries
   * @param {About} about
   */
  function makeRow(key, entries, { home, words }) {
    const rows = entries.map((entry) => entry.rows.find((row) => row.key === key));
    const texts = rows.map((row) => (row ? JSON.stringify(row.values) : ""));
    const differs = texts.some((text) => text !== texts[0]);
    const cells = rows.map((row) =>
      row
        ? make("td", {}, ...makeValues(row, home))
        : make("td", { className: "compare__nothing" }, words["not-stated"]),
    );
    const head = make("th", { scope: "row" }, rows.find(Boolean).label);
    if (entries.length > 1) {
      const mark = make("span", { className: "compare__mark" });
      mark.append(make("span", { ariaHidden: "true" }, differs ? "≠ " : "= "));
      mark.append(words[differs ? "compare-differs" : "compare-same"]);
      head.append(" ", mark);
    }
    const row = make("tr", { className: differs ? "compare__row--differs" : "" }, head, ...cells);
    row.dataset.key = key;
    row.dataset.label = rows.find(Boolean).label;
    return row;
  }

  return { create };
})();
