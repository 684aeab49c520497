// Which entries a choice of filters selects, how many each value would, and in which order.
// Pure: it knows nothing of the page, so that the tests can ask it for every combination.
//
// An entry is {values: {facet: [value, ...]}, position, ...}.

const ExploreFilter = (() => {
  /**
   * Returns the entries that pass every filter, and for each facet the number of entries per value
   * that pass all the filters of the other facets. Within a facet one value is enough.
   * `chosen` is a Map of facet to array of values; `ids` are those of the entries that answer the
   * query, if there is one.
   * @param {ListedEntry[]} entries
   * @param {string[]} facets
   * @param {Chosen} chosen
   * @param {Set<string> | null} ids
   */
  function select(entries, facets, chosen, ids) {
    const filters = [...chosen].filter(([, values]) => values.length > 0);
    /** @type {Counts} */
    const counts = new Map(facets.map((facet) => [facet, new Map()]));
    const found = [];
    for (const entry of entries) {
      if (ids && !ids.has(entry.id)) continue;
      const failed = filters.filter(
        ([facet, values]) => !entry.values[facet].some((value) => values.includes(value)),
      );
      if (failed.length === 0) found.push(entry);
      const counted = failed.length === 0 ? facets : failed.length === 1 ? [failed[0][0]] : [];
      for (const facet of counted) {
        const count = counts.get(facet);
        for (const value of entry.values[facet]) count.set(value, (count.get(value) ?? 0) + 1);
      }
    }
    return { found, counts };
  }

  /**
   * Returns the entries in the order of their `key` ("position", or a name in entry.order), which
   * holds numbers, texts or null. What has none comes last, ties keep the order of the register.
   * @param {ListedEntry[]} entries
   * @param {string} key
   * @param {boolean} descending
   * @param {string} language
   */
  function sort(entries, key, descending, language) {
    const turn = descending ? -1 : 1;
    if (key === "position") {
      return [...entries].sort((one, other) => (one.position - other.position) * turn);
    }
    // It takes longer to make than all else at the start of the page, which does without.
    const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
    return [...entries].sort((one, other) => {
      const [a, b] = [one.order[key], other.order[key]];
      if (a === null || b === null) {
        return Number(a === null) - Number(b === null) || one.position - other.position;
      }
      const order = typeof a === "number" ? a - Number(b) : compare(a, String(b));
      return order * turn || one.position - other.position;
    });
  }

  return { select, sort };
})();
