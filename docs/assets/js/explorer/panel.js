// The filters of the explorer on the page: a box to tick for each value, and what is chosen.

const ExplorePanel = (() => {
  const { make } = Dom;
  // A facet with more values than this can be searched itself.
  const LONG = 15;

  /**
   * `change(facet, values)` is called with what the reader chose, values in the order of display.
   * @param {HTMLElement} panel
   * @param {HTMLElement} chips
   * @param {HTMLElement} clear
   * @param {Words} words
   * @param {Change} change
   */
  function create(panel, chips, clear, words, change) {
    const facets = new Map();
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const sections = panel.querySelectorAll("[data-facet]");
    for (const section of sections) {
      facets.set(section.dataset.facet, prepareFacet(section, words, change));
    }

    /**
     * @param {ExplorerState} state
     * @param {Counts} counts
     */
    function show(state, counts) {
      for (const [facet, { section, boxes }] of facets) {
        const chosen = state.chosen.get(facet);
        for (const [value, { item, box, count }] of boxes) {
          const number = counts.get(facet).get(value) ?? 0;
          box.checked = chosen.includes(value);
          count.textContent = number;
          item.classList.toggle("facet__choice--none", number === 0 && !box.checked);
        }
        for (const group of section.querySelectorAll(".facet__group")) {
          const some = group.querySelector(".facet__choice:not(.facet__choice--none)");
          group.classList.toggle("facet__group--none", !some);
        }
        if (chosen.length > 0) section.open = true;
        section.classList.toggle("facet--chosen", chosen.length > 0);
      }
      showChips(state);
    }

    /** @param {ExplorerState} state */
    function showChips(state) {
      const items = [];
      for (const [facet, values] of state.chosen) {
        const { name, boxes } = facets.get(facet);
        for (const value of values) {
          const text = `${name}${words.colon} ${boxes.get(value).label}`;
          const rest = () => change(facet, values.filter((each) => each !== value));
          items.push(makeChip(text, rest));
        }
      }
      if (state.query) {
        items.push(makeChip(`${words.query}${words.colon} ${state.query}`, () => change("", [])));
      }
      chips.replaceChildren(...items);
      chips.hidden = clear.hidden = items.length === 0;
    }

    /**
     * @param {string} text
     * @param {() => void} remove
     */
    function makeChip(text, remove) {
      const button = make("button", { type: "button", className: "chip" }, text);
      button.append(make("span", { className: "chip__cross", ariaHidden: "true" }, "×"));
      button.setAttribute("aria-label", words["remove-filter"].replace("{filter}", () => text));
      button.addEventListener("click", () => {
        const at = [...chips.children].indexOf(button.parentElement);
        remove();
        // The focus goes to the next filter or, without one, to where filters are added.
        const next = chips.children[Math.min(at, chips.children.length - 1)]?.firstElementChild;
        /** @type {HTMLElement} */ (next ?? document.getElementById("explore-query")).focus();
      });
      return make("li", {}, button);
    }

    /**
     * What is chosen, in words: [["Phase", ["Active"]], ...].
     * @param {ExplorerState} state
     * @returns {[string, string[]][]}
     */
    function describe(state) {
      return [...state.chosen]
        .filter(([, values]) => values.length > 0)
        .map(([facet, values]) => {
          const { name, boxes } = facets.get(facet);
          return [name, values.map((value) => boxes.get(value).label)];
        });
    }

    return { show, describe };
  }

  /**
   * @param {HTMLDetailsElement} section
   * @param {Words} words
   * @param {Change} change
   */
  function prepareFacet(section, words, change) {
    const facet = section.dataset.facet;
    /** @type {Map<string, FacetBox>} */
    const boxes = new Map();
    for (const item of section.querySelectorAll("[data-value]")) {
      const link = item.querySelector("a");
      const count = item.querySelector(".facet__count");
      const label = link.textContent;
      const box = make("input", { type: "checkbox", value: item.dataset.value });
      item.replaceChildren(
        make("label", { className: "facet__label" }, box, make("span", {}, label), count),
      );
      boxes.set(item.dataset.value, { item, box, count, label });
    }
    section.addEventListener("change", (/** @type {any} */ { target }) => {
      if (target.type !== "checkbox") return;
      change(facet, [...boxes].filter(([, { box }]) => box.checked).map(([value]) => value));
    });
    section.classList.toggle("facet--long", boxes.size > LONG);
    const name = section.querySelector("summary").textContent;
    if (boxes.size > LONG) addSearch(section, boxes, `${words["search-in-facet"]}${words.colon} ${name}`);
    return { section, name, boxes };
  }

  /**
   * @param {HTMLElement} section
   * @param {Map<string, FacetBox>} boxes
   * @param {string} name
   */
  function addSearch(section, boxes, name) {
    const input = make("input", { type: "search", className: "facet__search", autocomplete: "off" });
    input.setAttribute("aria-label", name);
    input.placeholder = name.split(":")[0].trim();
    input.addEventListener("input", () => {
      const wanted = WordForms.listForms(input.value);
      for (const { item, label } of boxes.values()) {
        const forms = WordForms.listForms(label);
        item.hidden = !wanted.every((each) => forms.some((form) => form.startsWith(each)));
      }
      for (const group of section.querySelectorAll(".facet__group")) {
        group.hidden = !group.querySelector("[data-value]:not([hidden])");
      }
    });
    section.querySelector(".facet__choices").prepend(input);
  }

  return { create };
})();
