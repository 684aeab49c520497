// Two to four entries side by side. Which ones stands in the address: #cen,data-model. An address
// that ends in #add=cen adds an entry to those put aside before.

(() => {
  const { make } = Dom;
  const { makeValues } = EntryDetails;
  /** @type {HTMLElement} */
  const root = document.querySelector("[data-compare]");
  const data = JSON.parse(document.getElementById("compare-data").textContent);
  const { words } = data;
  /**
   * @param {string} selector
   * @returns {any}
   */
  const find = (selector) => root.querySelector(selector);
  const place = find(".compare__wrap");
  const adder = find("#compare-add");
  const only = find("#compare-only");
  /** @type {Map<string, number>} */
  const positions = new Map(data.ids.map((/** @type {string} */ id, /** @type {number} */ place) => [id, place]));
  /** @type {string[]} */
  let ids = [];

  /** @param {string} id */
  const titleOf = (id) => adder.querySelector(`option[value="${id}"]`).textContent;

  function readAddress() {
    const hash = location.hash.slice(1);
    /** @param {string[]} list */
    const known = (list) => [...new Set(list)].filter((id) => positions.has(id));
    const added = hash.startsWith("add=") ? known([hash.slice(4)]) : [];
    if (hash && !hash.startsWith("add=")) {
      // The anchor of a place in the page, such as that of the skip link, is no choice.
      if (document.getElementById(hash)) return;
      ids = known(hash.split(",")).slice(0, CompareBasket.LIMIT);
    } else {
      ids = known([...CompareBasket.read(), ...added]);
    }
    say("");
    if (added.length > 0) {
      ids = known([...CompareBasket.read().filter((id) => id !== added[0]), ...added]);
      while (ids.length > CompareBasket.LIMIT) {
        say(words["compare-dropped"].replace("{name}", () => titleOf(ids.shift())));
      }
    }
    write("replaceState");
  }

  /** @param {"pushState" | "replaceState"} method */
  function write(method) {
    CompareBasket.write(ids);
    const hash = ids.length > 0 ? `#${ids.join(",")}` : "";
    history[method](null, "", hash || location.pathname + location.search);
    Share.keepInOtherLanguage(hash);
    show();
  }

  /** @param {string} text */
  function say(text) {
    find(".compare__dropped").textContent = text;
  }

  // --- the table

  async function show() {
    for (const option of adder.options) option.disabled = ids.includes(option.value);
    adder.disabled = ids.length >= CompareBasket.LIMIT;
    adder.value = "";
    const key = ["none", "one"][ids.length] ?? "now";
    find(".compare__said").textContent = words[`compare-${key}`].replace("{count}", ids.length);
    root.dataset.count = String(ids.length);
    place.hidden = ids.length === 0;
    const wanted = ids;
    try {
      await EntryDetails.load(ids.map((id) => positions.get(id)), data);
      if (wanted === ids) place.replaceChildren(makeTable(ids.map(EntryDetails.get)));
    } catch {
      place.replaceChildren(make("p", {}, words["load-failed"]));
    }
  }

  /** @param {Entry[]} entries */
  function makeTable(entries) {
    const body = make("tbody", {}, ...listKeys(entries).map((key) => makeRow(key, entries)));
    return make(
      "table",
      { className: "compare__table" },
      make("caption", { className: "visually-hidden" }, words["compare-caption"]),
      make("thead", {}, make("tr", {}, makeCorner(), ...entries.map(makeHead))),
      body,
    );
  }

  const makeCorner = () => make("th", { scope: "col" }, words["compare-field"]);

  /** @param {Entry} entry */
  function makeHead(entry) {
    const name = make("a", { href: data.home + entry.link }, entry.title);
    const number = entry.number ? `${words["number-short"]} ${entry.number}` : "";
    const remove = make("button", { type: "button", className: "chip" }, "×");
    remove.setAttribute("aria-label", words["compare-remove"].replace("{name}", () => entry.title));
    remove.addEventListener("click", () => {
      ids = ids.filter((id) => id !== entry.id);
      write("pushState");
      adder.focus();
    });
    const head = make("th", { scope: "col", className: `category-${entry.category}` });
    head.append(make("span", { className: "compare__number" }, number), remove, name);
    return head;
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
   */
  function makeRow(key, entries) {
    const rows = entries.map((entry) => entry.rows.find((row) => row.key === key));
    const texts = rows.map((row) => (row ? JSON.stringify(row.values) : ""));
    const differs = texts.some((text) => text !== texts[0]);
    const cells = rows.map((row) =>
      row
        ? make("td", {}, ...makeValues(row, data.home))
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

  // --- on paper: one page, at the largest size of type at which the table fits

  const LARGEST = 9;
  const SMALL = 6;
  const SMALLEST = 4;
  // Where that is too large, these rows are left out, one after another, before smaller type.
  const SPARED = ["source", "notes", "links", "related", "components", "description"];

  const fits = () => root.scrollHeight <= root.clientHeight;

  function fitPage() {
    const left = find(".compare__left-out");
    /** @type {string[]} */
    const names = [];
    let size = LARGEST;
    root.classList.add("compare--print");
    left.textContent = "";
    /** @param {number} least */
    const shrink = (least) => {
      root.style.setProperty("--print-size", `${size}pt`);
      while (size > least && !fits()) {
        size -= 0.25;
        root.style.setProperty("--print-size", `${size}pt`);
      }
    };
    shrink(SMALL);
    for (const key of SPARED) {
      if (fits()) break;
      const row = find(`tr[data-key="${key}"]`);
      if (!row) continue;
      row.classList.add("compare__row--left-out");
      names.push(row.dataset.label);
      left.textContent = words["compare-left-out"].replace("{fields}", () => names.join(", "));
    }
    shrink(SMALLEST);
  }

  function unfitPage() {
    root.classList.remove("compare--print");
    for (const row of root.querySelectorAll("tr")) row.classList.remove("compare__row--left-out");
  }

  addEventListener("beforeprint", fitPage);
  addEventListener("afterprint", unfitPage);

  // --- listening

  adder.addEventListener("change", () => {
    if (!adder.value) return;
    ids = [...ids, adder.value];
    write("pushState");
    adder.focus();
  });
  only.addEventListener("change", () => root.classList.toggle("compare--only", only.checked));
  find("[data-action=copy]").addEventListener("click", async () => {
    const link = Share.makeLink(data.hosted, `#${ids.join(",")}`);
    find(".chosen__said").textContent = await Share.copy(link, words);
  });
  find("[data-action=print]").addEventListener("click", () => print());
  find("form").addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  addEventListener("hashchange", readAddress);
  readAddress();
})();
