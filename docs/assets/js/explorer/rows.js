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

  return { add, load };
})();
// For the script with the rows.
/** @type {any} */ (globalThis).ExploreRows = ExploreRows;
