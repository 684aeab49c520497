// The entries in full, loaded when they are requested, and their rows as elements of a page.
// Scripts like fr/entries/1.js (hooks/pages/explorer/entry_scripts.py) call EntryDetails.add.

const EntryDetails = (() => {
  const { make } = Dom;
  /** @type {Map<string, Entry>} */
  const known = new Map();
  /** @type {Map<number, Promise<void>>} */
  const scripts = new Map();
  // The columns of the published table.
  /** @type {string[]} */
  let columns = [];

  /** @param {EntryScript} script */
  function add(script) {
    columns = script.columns;
    for (const entry of script.entries) {
      const rows = entry.rows.map(([key, label, values, fact]) => ({
        key,
        label,
        fact: fact === 1,
        values: values.map(([text, note = "", link = ""]) => ({ text, note, link })),
      }));
      known.set(entry.id, { ...entry, rows });
    }
  }

  /**
   * Loads the entries at `positions` of the register, unless they are there already. `data` says
   * where: {script, per_script}. A script that cannot be loaded is requested again the next time.
   * @param {number[]} positions
   * @param {{script: string, per_script: number}} data
   */
  function load(positions, data) {
    const numbers = new Set(positions.map((at) => Math.floor(at / data.per_script) + 1));
    return Promise.all([...numbers].map((number) => loadScript(data.script, number)));
  }

  /**
   * @param {string} pattern
   * @param {number} number
   */
  function loadScript(pattern, number) {
    if (!scripts.has(number)) {
      const loading = Dom.loadScript(pattern.replace("{number}", String(number)));
      loading.catch(() => scripts.delete(number));
      scripts.set(number, loading);
    }
    return scripts.get(number);
  }

  /** @param {string} id */
  const get = (id) => known.get(id);

  /**
   * The published table of `entries`: names of the columns and rows of cells.
   * @param {Entry[]} entries
   */
  function makeTable(entries) {
    return { columns, rows: entries.map(listCells) };
  }

  /** @param {Entry} entry */
  function listCells(entry) {
    return columns.map(
      (column) =>
        entry.cells[column] ?? entry.rows.find((row) => row.key === column)?.values[0].text ?? "",
    );
  }

  /**
   * Register text as paragraphs and lists: see split_blocks in hooks/website/text/prose.py.
   * @param {string} text
   */
  function splitBlocks(text) {
    const blocks = [];
    for (const part of text.trim().split(/\n\s*\n/)) {
      /** @type {string[]} */
      let items = [];
      for (const line of part.split("\n")) {
        const bullet = line.trimStart().startsWith("- ");
        if (bullet && items.length > 0 && !items[0].startsWith("- ")) {
          blocks.push(items);
          items = [];
        }
        if (bullet || items.length === 0) items.push(line.trim());
        else items[items.length - 1] += ` ${line.trim()}`;
      }
      if (items.length > 0) blocks.push(items);
    }
    return blocks;
  }

  /** @param {string} text */
  function makeText(text) {
    return splitBlocks(text).map((items) =>
      items[0].startsWith("- ")
        ? make("ul", {}, ...items.map((item) => make("li", {}, item.slice(2))))
        : make("p", {}, items[0]),
    );
  }

  /**
   * The values of a row; `home` is the link to the language's folder.
   * @param {Row} row
   * @param {string} home
   * @returns {HTMLElement[]}
   */
  function makeValues(row, home) {
    return row.values.map(({ text, note, link }) => {
      const outside = /^https?:/.test(link);
      const href = outside ? link : home + link;
      const body = link
        ? [make("p", {}, make("a", outside ? { href, rel: "noopener external" } : { href }, text))]
        : makeText(text);
      const value = make("div", { className: "value" }, ...body);
      if (note) value.append(make("div", { className: "value__note" }, ...makeText(note)));
      return value;
    });
  }

  return { add, load, get, makeTable, splitBlocks, makeValues };
})();
// For the entries' scripts.
/** @type {any} */ (globalThis).EntryDetails = EntryDetails;
