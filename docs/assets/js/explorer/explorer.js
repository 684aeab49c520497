// The explorer: what is chosen stands in the address, and the page shows what the address says.

(async () => {
  const { make } = Dom;
  /** @type {HTMLElement} */
  const root = document.querySelector("[data-explore]");
  const data = JSON.parse(document.getElementById("explore-data").textContent);
  const { words, language } = data;
  const facetIds = Object.keys(data.facets);
  /** @type {Map<string, string[]>} */
  const facets = new Map(Object.entries(data.facets));
  // Beyond this, rows are shown on demand: a table of thousands takes seconds to lay out.
  const PAGE = 100;

  /**
   * @param {string} selector
   * @returns {any}
   */
  const find = (selector) => root.querySelector(selector);
  const table = find("table.entries");
  const body = table.tBodies[0];
  const query = find("#explore-query");
  const sorter = find("#explore-sort");
  const status = find(".chosen__count");
  const dossier = find(".dossier");
  const more = find(".explore__more");
  const drawer = find(".toolbar__drawer button");

  const findEntries = EntrySearch.create(language);
  const rest = data.rows ? await ExploreRows.load(data) : { entries: [], rows: [] };
  if (!rest) {
    // With wrong counts filters would mislead: the table stays as it is without scripts.
    find(".notice").textContent = words["load-failed"];
    return;
  }
  const listed = [...data.entries, ...rest.entries];
  const entries = ExploreRows.read(listed, [...body.rows, ...rest.rows], data.facets);
  let state = readState(Share.isAnchor(location.hash) ? "" : location.hash);
  let found = entries;
  let limit = PAGE;
  let typing = false;
  /** @type {{query: string, ids: Set<string> | null}} Which entries answered the last query. */
  let sought = { query: "", ids: null };

  // --- state

  /** @param {string} hash */
  function readState(hash) {
    const read = ExploreState.decode(hash, facets);
    find(".notice").textContent = Share.describeUnknown(read.unknown, words);
    return read;
  }

  function makeHash() {
    const hash = ExploreState.encode(state);
    return hash && `#${hash}`;
  }

  /**
   * @param {Partial<ExplorerState>} change
   * @param {{replace?: boolean}} [how]
   */
  function go(change, { replace = false } = {}) {
    state = { ...state, ...change };
    find(".notice").textContent = "";
    limit = PAGE;
    const url = makeHash() || location.pathname + location.search;
    history[replace ? "replaceState" : "pushState"](null, "", url);
    show();
  }

  /**
   * @param {string} facet
   * @param {string[]} values
   */
  function choose(facet, values) {
    if (!facet) go({ query: "" });
    else go({ chosen: new Map(state.chosen).set(facet, values) });
  }

  const panel = ExplorePanel.create(
    find(".filters"), find(".chosen__filters"), find(".chosen__clear"), words, choose,
  );

  // --- what is shown

  /**
   * @param {string} key
   * @param {Record<string, string | number>} values
   */
  const fill = (key, values) => InterfaceWords.fill(words, key, values, language);

  // Until the worker answers, what was found before stays.
  async function seek() {
    const { query } = state;
    try {
      const ids = query ? await findEntries(query) : null;
      if (query !== state.query) return;
      sought = { query, ids };
      show();
    } catch {
      say(Share.describeFailure(words));
    }
  }

  function show() {
    if (state.query !== sought.query) seek();
    const ids = state.query && sought.ids;
    const selected = ExploreFilter.select(entries, facetIds, state.chosen, ids);
    found = ExploreFilter.sort(selected.found, state.sort, state.descending, language);
    panel.show(state, selected.counts);
    root.dataset.view = state.view;
    table.parentElement.hidden = state.view === "dossier" || found.length === 0;
    dossier.hidden = state.view !== "dossier";
    showRows();
    showStatus();
    showControls();
    if (state.view === "dossier") showDossier();
  }

  function showRows() {
    const rows = found.slice(0, limit).map((entry) => entry.row);
    // Rows that stand as they should are not laid out once more.
    const stands = rows.length === body.rows.length && rows.every((row, at) => row === body.rows[at]);
    if (!stands) body.replaceChildren(...rows);
    const rest = found.length - limit;
    more.hidden = rest <= 0 || state.view === "dossier";
    more.firstElementChild.textContent = fill("show-more", { count: rest });
  }

  function showStatus() {
    const figures = { count: found.length, total: entries.length };
    const key = found.length === 0 ? "shown-none" : "shown";
    status.textContent = fill(found.length === entries.length ? "shown-all" : key, figures);
  }

  function showControls() {
    // The reader's own typing stays as it is: the state has it, too.
    if (document.activeElement !== query) query.value = state.query;
    sorter.value = `${state.descending ? "-" : ""}${state.sort}`;
    find(`[name=view][value=${state.view}]`).checked = true;
    const chosen = [...state.chosen.values()].flat().length + (state.query ? 1 : 0);
    drawer.querySelector(".toolbar__number").textContent = chosen || "";
    for (const head of table.tHead.querySelectorAll("[data-sort]")) {
      if (head.dataset.sort !== state.sort) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
    }
    Share.keepInOtherLanguage(makeHash());
  }

  // --- what is done with a selection

  /** @param {string} text */
  function say(text) {
    find(".chosen__said").textContent = text;
  }

  async function loadFound() {
    // An empty selection is a table, too: the first script names its columns.
    await EntryDetails.load([0, ...found.map((entry) => entry.position)], data);
    const list = found.map((entry) => EntryDetails.get(entry.id));
    if (list.includes(undefined)) throw new Error("entries");
    return list;
  }

  const shareLink = () => Share.makeLink(data.hosted, makeHash());

  async function copyLink() {
    say(await Share.copy(shareLink(), words));
  }

  async function downloadCsv() {
    try {
      const { columns, rows } = EntryDetails.makeTable(await loadFound());
      const file = new Blob([Csv.toCsv(columns, rows, data.separator)], { type: "text/csv;charset=utf-8" });
      const link = make("a", { href: URL.createObjectURL(file), download: data.file });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    } catch {
      say(Share.describeFailure(words));
    }
  }

  async function showDossier() {
    const shown = found;
    try {
      const list = await loadFound();
      if (shown !== found || state.view !== "dossier") return;
      EntryDossier.show(dossier, list, {
        title: fill("dossier-head", { count: list.length, date: data.as_of }),
        criteria: panel.describe(state),
        query: state.query,
        link: shareLink(),
        home: data.home,
        words,
      });
    } catch {
      dossier.textContent = Share.describeFailure(words);
    }
  }

  async function printDossier() {
    if (state.view !== "dossier") go({ view: "dossier" });
    await showDossier();
    print();
  }

  // --- listening

  /** @type {number} */
  let timer;
  query.addEventListener("input", () => {
    // One step back undoes a whole word or sentence, not a letter.
    clearTimeout(timer);
    timer = setTimeout(() => {
      go({ query: query.value.trim() }, { replace: typing });
      typing = true;
    }, 150);
  });
  query.addEventListener("blur", () => (typing = false));
  find("form.toolbar").addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
  });
  find(".chosen__clear").addEventListener("click", () => {
    query.value = "";
    go({ chosen: ExploreState.decode("", facets).chosen, query: "" });
    query.focus();
  });
  sorter.addEventListener("change", () => sortBy(sorter.value));
  find(".toolbar__view").addEventListener("change", (/** @type {any} */ { target }) => {
    go({ view: target.value });
  });
  more.firstElementChild.addEventListener("click", () => {
    const first = found[limit].row;
    limit += PAGE;
    showRows();
    first.querySelector("a").focus();
  });
  drawer.addEventListener("click", () => {
    const open = root.classList.toggle("explore--open");
    drawer.setAttribute("aria-expanded", open);
  });
  /** @type {Record<string, () => Promise<void>>} */
  const actions = { copy: copyLink, csv: downloadCsv, print: printDossier };
  find(".chosen__actions").addEventListener("click", (/** @type {any} */ { target }) => {
    actions[target.dataset.action]?.();
  });
  addEventListener("hashchange", () => {
    if (Share.isAnchor(location.hash)) return;
    state = readState(location.hash);
    query.value = state.query;
    typing = false;
    show();
  });

  /** @param {string} value */
  function sortBy(value) {
    go({ sort: value.replace(/^-/, ""), descending: value.startsWith("-") });
  }

  for (const head of table.tHead.querySelectorAll("[data-sort]")) {
    const button = make("button", { type: "button", className: "sort" }, head.textContent);
    button.addEventListener("click", () => {
      const again = state.sort === head.dataset.sort && !state.descending;
      sortBy(`${again ? "-" : ""}${head.dataset.sort}`);
    });
    head.replaceChildren(button);
  }
  find(".explore__rest")?.remove();
  ExploreBasket.create(find(".basket"), table, entries, fill);
  show();
})();
