// Two to four entries side by side. Which ones stands in the address: #cen,data-model. An address
// that ends in #add=cen adds an entry to those put aside before.

(() => {
  const { make } = Dom;
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
  // Whether they are the reader's own choice: what a link brings takes the place of none.
  let own = true;

  /** @param {string} id */
  const titleOf = (id) => adder.querySelector(`option[value="${id}"]`).textContent;
  /** @type {Map<string, string>} */
  const former = new Map(Object.entries(data.former));
  const readBasket = () =>
    CompareBasket.read().map((id) => former.get(id) ?? id).filter((id) => positions.has(id));

  /**
   * Take up what the address says.
   * @param {{here?: boolean}} [how] `here`: the reader comes from another choice in this page, by
   *   Back for instance
   */
  function readAddress({ here = false } = {}) {
    const isAnchor = Share.isAnchor(location.hash);
    const read = CompareSelection.decode(isAnchor ? "" : location.hash, positions, former);
    const basket = readBasket();
    const said = [Share.describeUnknown(read.unknown, words)];
    own = true;
    if (read.adds || read.ids.length === 0) {
      ids = [...basket.filter((id) => !read.ids.includes(id)), ...read.ids];
      while (ids.length > CompareBasket.LIMIT) said.push(say("compare-dropped", titleOf(ids.shift())));
    } else {
      ids = read.ids.slice(0, CompareBasket.LIMIT);
      const more = read.ids.slice(CompareBasket.LIMIT).map(titleOf);
      if (more.length > 0) said.push(say("compare-too-many", more.join(", ")));
      own = (here && history.state?.own === true) || basket.every((id) => ids.includes(id));
    }
    find(".compare__dropped").textContent = said.filter(Boolean).join(" ");
    write("replaceState");
  }

  /** @param {"pushState" | "replaceState"} method */
  function write(method) {
    if (own) CompareBasket.write(ids);
    const hash = ids.length > 0 ? `#${ids.join(",")}` : "";
    history[method]({ own }, "", hash || location.pathname + location.search);
    Share.keepInOtherLanguage(hash);
    show();
  }

  /** @param {string[]} changed */
  function change(changed) {
    ids = changed;
    find(".compare__dropped").textContent = "";
    write("pushState");
  }

  /** @type {(key: string, names: string) => string} */
  const say = (key, names) => words[key].replace(/\{names?\}/, () => names);

  // --- what is shown

  function showLinked() {
    const linked = find(".compare__linked");
    linked.hidden = own;
    const text = words["compare-linked"].replace("{count}", () => String(readBasket().length));
    linked.firstElementChild.textContent = text;
  }

  // Without a second entry there is nothing to compare: what goes with the first, or all offers.
  function showOffers() {
    const offers = find(".compare__offers");
    if (!offers) return;
    const items = [...offers.querySelectorAll("[data-ids]")];
    for (const item of items) {
      const offered = item.dataset.ids.split(",");
      item.hidden = !ids.every((id) => offered.includes(id));
    }
    offers.hidden = ids.length > 1 || items.every((item) => item.hidden);
  }

  /** @param {string} id */
  function remove(id) {
    change(ids.filter((each) => each !== id));
    adder.focus();
  }

  const about = { home: data.home, words, remove };

  async function show() {
    for (const option of adder.options) option.disabled = ids.includes(option.value);
    adder.disabled = ids.length >= CompareBasket.LIMIT;
    adder.value = "";
    const key = ["none", "one"][ids.length] ?? "now";
    find(".compare__said").textContent = words[`compare-${key}`].replace("{count}", ids.length);
    root.dataset.count = String(ids.length);
    place.hidden = ids.length === 0;
    showLinked();
    showOffers();
    const wanted = ids;
    try {
      await EntryDetails.load(ids.map((id) => positions.get(id)), data);
      if (wanted === ids) place.replaceChildren(CompareTable.create(ids.map(EntryDetails.get), about));
    } catch {
      place.replaceChildren(make("p", {}, Share.describeFailure(words)));
    }
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
    change([...ids, adder.value]);
    adder.focus();
  });
  only.addEventListener("change", () => root.classList.toggle("compare--only", only.checked));
  find("[data-action=copy]").addEventListener("click", async () => {
    const link = Share.makeLink(data.hosted, `#${ids.join(",")}`);
    find(".chosen__said").textContent = await Share.copy(link, words);
  });
  find("[data-action=print]").addEventListener("click", () => print());
  find("form").addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  find("[data-action=mine]").addEventListener("click", () => {
    own = true;
    change(readBasket());
    adder.focus();
  });
  find("[data-action=take]").addEventListener("click", () => {
    own = true;
    write("replaceState");
    adder.focus();
  });
  addEventListener("hashchange", () => {
    if (!Share.isAnchor(location.hash)) readAddress({ here: true });
  });
  // The basket may have changed on the page that the reader comes back from.
  addEventListener("pageshow", ({ persisted }) => persisted && readAddress());
  readAddress();
})();
