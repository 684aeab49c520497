// The state of the explorer as the part of an address after the #, for instance
// "phase=active,pilot&q=x-ray&sort=-name&view=cards". Pure. Values are ids, the same in both
// languages. What is at its default is left out; what is unknown is passed over.

const ExploreState = (() => {
  const VIEWS = ["table", "cards", "dossier"];
  // As long as what the search box takes: a word without end would keep the search busy for minutes.
  const LONGEST_QUERY = 200;
  const SORTS = ["position", "number", "name", "category", "lead", "phase", "access"];

  /**
   * `facets` is a Map of facet to the array of its values, in the order of display.
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
    };
    for (const part of hash.replace(/^#/, "").split("&")) {
      const place = part.indexOf("=");
      const key = part.slice(0, place);
      const value = decodeText(part.slice(place + 1));
      if (facets.has(key)) {
        const asked = value.split(",");
        state.chosen.set(key, facets.get(key).filter((each) => asked.includes(each)));
      } else if (key === "q") {
        state.query = value.slice(0, LONGEST_QUERY);
      } else if (key === "sort" && SORTS.includes(value.replace(/^-/, ""))) {
        state.sort = value.replace(/^-/, "");
        state.descending = value.startsWith("-");
      } else if (key === "view" && VIEWS.includes(value)) {
        state.view = value;
      }
    }
    return state;
  }

  /** @param {string} text */
  function decodeText(text) {
    try {
      return decodeURIComponent(text.replace(/\+/g, " "));
    } catch {
      return text;
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

  /**
   * Tells a state from the anchor of a place in the page, such as that of the skip link.
   * @param {string} hash
   */
  const isState = (hash) => hash.length < 2 || hash.includes("=");

  return { decode, encode, isState };
})();
