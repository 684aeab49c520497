// The state of the explorer as the part of an address after the #, for instance
// "phase=active,pilot&q=x-ray&sort=-name&view=cards". Pure. Values are ids, the same in both
// languages. What is at its default is left out; what is unknown is passed over, and listed.

const ExploreState = (() => {
  const VIEWS = ["table", "cards", "dossier"];
  // As long as what the search box takes: a word without end would keep the search busy for minutes.
  const LONGEST_QUERY = 200;
  const SORTS = ["position", "number", "name", "category", "lead", "phase", "access"];

  /**
   * `facets` is a Map of facet to the array of its values, in the order of display. The state has as
   * `unknown` the parts of `hash` that mean nothing.
   * @param {string} hash
   * @param {Map<string, string[]>} facets
   * @returns {ExplorerState}
   */
  function decode(hash, facets) {
    const state = {
      chosen: new Map([...facets.keys()].map((facet) => [facet, /** @type {string[]} */ ([])])),
      query: "",
      sort: "position",
      descending: false,
      view: "table",
      unknown: /** @type {string[]} */ ([]),
    };
    const repaired = Address.repair(hash, [...facets.keys(), "q", "sort", "view"]);
    for (const part of repaired.split("&")) {
      const place = part.indexOf("=");
      const key = part.slice(0, place);
      const value = part.slice(place + 1);
      if (facets.has(key)) {
        const asked = Address.listIds(value);
        const known = facets.get(key);
        state.chosen.set(key, known.filter((each) => asked.includes(each)));
        state.unknown.push(...asked.filter((each) => !known.includes(each)));
      } else if (key === "q") {
        state.query = Address.decode(value.replace(/\+/g, " ")).slice(0, LONGEST_QUERY);
      } else if (key === "sort" || key === "view") {
        decodeOrder(state, key, value);
      } else {
        // Where there is no key, what is left of a sentence around the link is no part of it.
        state.unknown.push(...(place > 0 ? [Address.decodeAll(part)] : Address.listIds(part)));
      }
    }
    return state;
  }

  /**
   * @param {ExplorerState} state
   * @param {"sort" | "view"} key
   * @param {string} value
   */
  function decodeOrder(state, key, value) {
    const [id = ""] = Address.listIds(value);
    if (key === "sort" && SORTS.includes(id)) {
      state.sort = id;
      state.descending = Address.decodeAll(value).trimStart().startsWith("-");
    } else if (key === "view" && VIEWS.includes(id)) {
      state.view = id;
    } else {
      state.unknown.push(id);
    }
  }

  /**
   * The inverse of decode: without "#", empty where everything is at its default.
   * @param {ExplorerState} state
   */
  function encode(state) {
    const parts = [...state.chosen]
      .filter(([, values]) => values.length > 0)
      .map(([facet, values]) => `${facet}=${values.join(",")}`);
    if (state.query) parts.push(`q=${encodeURIComponent(state.query)}`);
    if (state.sort !== "position" || state.descending) {
      parts.push(`sort=${state.descending ? "-" : ""}${state.sort}`);
    }
    if (state.view !== "table") parts.push(`view=${state.view}`);
    return parts.join("&");
  }

  return { decode, encode };
})();
