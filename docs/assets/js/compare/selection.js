// What the address says of the entries to compare: "#cen,data-model" names them, "#add=cen" adds one
// to those put aside before. Pure.

const CompareSelection = (() => {
  /**
   * Return what `hash` says. A former id counts as the one that the entry has now.
   * @param {string} hash
   * @param {Map<string, unknown>} known by the ids of all entries
   * @param {Map<string, string>} former ids of today by former ones
   * @returns {{adds: boolean, ids: string[], unknown: string[]}} each once, in the order named
   */
  function decode(hash, known, former) {
    const repaired = Address.repair(hash, ["add"]);
    const adds = repaired.startsWith("add=");
    const named = Address.listIds(adds ? repaired.slice("add=".length) : repaired);
    const ids = [...new Set(named.map((id) => former.get(id) ?? id))];
    return {
      adds,
      ids: ids.filter((id) => known.has(id)),
      unknown: ids.filter((id) => !known.has(id)),
    };
  }

  return { decode };
})();
