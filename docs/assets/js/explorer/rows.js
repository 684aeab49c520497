// The rows of the table that its page leaves to a script, where there are very many. The script,
// fr/entries/rows.js (hooks/pages/explorer/rows_script.py), calls ExploreRows.add.

const ExploreRows = (() => {
  /** @type {RowsScript} */
  let rest = { entries: [], rows: "" };

  /** @param {RowsScript} script */
  function add(script) {
    rest = script;
  }

  /**
   * Return the entries that the page of `data` leaves to the script at `data.rows`, with their rows,
   * in which the templates of the page have escaped all text; null where it cannot be loaded.
   * @param {{rows: string}} data
   * @returns {Promise<{entries: EntryValues[], rows: HTMLTableRowElement[]} | null>}
   */
  async function load(data) {
    try {
      await Dom.loadScript(data.rows);
    } catch {
      return null;
    }
    const place = document.createElement("template");
    place.innerHTML = rest.rows;
    /** @type {NodeListOf<HTMLTableRowElement>} */
    const rows = place.content.querySelectorAll("tr");
    return { entries: rest.entries, rows: [...rows] };
  }

  /**
   * Return what the explorer has to know of the `entries`, each from its row.
   * @param {EntryValues[]} entries
   * @param {HTMLTableRowElement[]} rows
   * @param {Record<string, string[]>} facets
   * @returns {ListedEntry[]}
   */
  function read(entries, rows, facets) {
    return entries.map(({ id, number, values }, position) => {
      const row = rows[position];
      const name = row.querySelector("th").textContent;
      /** @param {string} facet */
      const place = (facet) => facets[facet].indexOf(values[facet][0]);
      const lead =
        values.lead[0] === "not-stated"
          ? null
          : row.querySelector('[data-cell="lead"]').textContent;
      const order = {
        number,
        name,
        lead,
        category: place("category"),
        phase: place("phase"),
        access: place("access"),
      };
      return { id, position, values, row, title: name, order };
    });
  }

  return { add, load, read };
})();
// For the script with the rows.
/** @type {any} */ (globalThis).ExploreRows = ExploreRows;
