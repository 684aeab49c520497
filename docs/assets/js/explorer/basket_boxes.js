// The entries of the table that a reader puts aside to compare: a box in each row, and how many
// there are.

const ExploreBasket = (() => {
  const { make } = Dom;

  /** @typedef {(key: string, values: Record<string, string | number>) => string} Fill */

  /**
   * Add the boxes, and show in `basket` how many are ticked; `fill` gives words.
   * @param {HTMLElement} basket
   * @param {HTMLTableElement} table
   * @param {ListedEntry[]} entries
   * @param {Fill} fill
   */
  function create(basket, table, entries, fill) {
    const boxes = addBoxes(table, entries, fill);

    function show() {
      const ids = CompareBasket.read().filter((id) => boxes.has(id));
      const full = ids.length >= CompareBasket.LIMIT;
      for (const [id, box] of boxes) {
        box.checked = ids.includes(id);
        box.disabled = full && !box.checked;
      }
      basket.hidden = ids.length === 0;
      const count = fill("compare-count", { count: ids.length });
      basket.querySelector(".basket__count").textContent = full
        ? `${count} ${fill("compare-full", {})}`
        : count;
      /** @type {HTMLAnchorElement} */
      const link = basket.querySelector("a");
      link.href = `${link.getAttribute("href").replace(/#.*/, "")}#${ids.join(",")}`;
    }

    table.addEventListener("change", (/** @type {any} */ { target }) => {
      const ids = CompareBasket.read().filter((id) => id !== target.value);
      CompareBasket.write(target.checked ? [...ids, target.value] : ids);
      show();
    });
    basket.querySelector("button").addEventListener("click", () => {
      CompareBasket.write([]);
      show();
      table.querySelector(".compare-box")?.focus();
    });
    // The basket may have changed on the page that the reader comes back from.
    addEventListener("pageshow", show);
    show();
  }

  /**
   * Return the boxes by the id of their entry.
   * @param {HTMLTableElement} table
   * @param {ListedEntry[]} entries
   * @param {Fill} fill
   * @returns {Map<string, HTMLInputElement>}
   */
  function addBoxes(table, entries, fill) {
    const head = make("th", { scope: "col" }, fill("compare-head", {}));
    table.tHead.rows[0].append(head);
    return new Map(
      entries.map(({ id, title, row }) => {
        /** @type {HTMLInputElement} */
        const box = make("input", { type: "checkbox", value: id, className: "compare-box" });
        const label = make("label", { className: "compare-label" }, box);
        label.append(make("span", {}, fill("compare-head", {})));
        box.setAttribute("aria-label", fill("compare-entry", { name: title }));
        row.append(make("td", { className: "entries__compare" }, label));
        return /** @type {[string, HTMLInputElement]} */ ([id, box]);
      }),
    );
  }

  return { create };
})();
