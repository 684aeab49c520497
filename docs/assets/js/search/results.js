// Search hits as the items that the theme's search box shows.

const Results = (() => {
  // More than anyone reads; each costs time with every key.
  const MOST = 100;

  /** @param {Hit} hit */
  const formsOf = (hit) => new Set(hit.matches.flatMap(({ match }) => Object.keys(match)));

  /**
   * Return the address of a document, with the words to highlight in it.
   * @param {SearchDocument} document
   * @param {Set<string>} forms
   * @param {string} folder
   */
  function locate(document, forms, folder) {
    const [page, anchor] = document.url.split("#");
    const words = encodeURIComponent([...forms].join(" "));
    return `${folder}${page}?h=${words}${anchor ? `#${anchor}` : ""}`;
  }

  /**
   * Return the texts of a document that a passage may come from, the first by preference.
   * @param {SearchEngine} engine
   * @param {SearchDocument} document
   */
  function textsOf(engine, document) {
    const { words } = engine.data;
    // What a term means is shown in both languages, whichever the words are from.
    if (document.term) return [document.texts.join(" – ")];
    const texts = [document.objective, ...document.texts].filter(Boolean);
    const bodies = [...engine.textsOf(document, "leads"), ...engine.textsOf(document, "bodies")];
    if (bodies.length) texts.push(`${words["search-actors"]} ${bodies.join(" ; ")}`);
    return texts;
  }

  /**
   * Return the category and the phases of an entry, as HTML.
   * @param {SearchEngine} engine
   * @param {SearchDocument} document
   */
  function renderFacts(engine, document) {
    if (document.category === undefined) return "";
    const { data } = engine;
    const phases = document.phases.map(
      (phase) =>
        `<span class="search-fact ${data.phase_styles[phase]}">` +
        `${Passage.escape(data.phases[phase])}</span>`,
    );
    const numbers = data.words["search-number"].replace("{numbers}", document.numbers[0]);
    return (
      `<p class="search-facts category-${document.category}">` +
      `<span class="search-facts__number">${Passage.escape(numbers)}</span> ` +
      `<span class="search-facts__category">` +
      `${Passage.escape(data.categories[document.category - 1])}</span> ` +
      `${phases.join(" ")}</p>`
    );
  }

  /**
   * @param {SearchEngine} engine
   * @param {Hit} hit
   * @param {number} score
   * @param {string} folder
   * @returns {SearchItem}
   */
  function renderItem(engine, hit, score, folder) {
    const { document } = hit;
    const forms = formsOf(hit);
    const passage = Passage.choose(textsOf(engine, document), forms);
    return {
      location: locate(document, forms, folder),
      title: Passage.markAll(document.title, forms),
      text: `${renderFacts(engine, document)}${passage ? `<p>${passage}</p>` : ""}`,
      score,
      terms: {},
    };
  }

  /**
   * Return the items of `hits`, the sections of a page together below its name. `folder` leads to
   * the language's folder from the one of the page's language.
   * @param {SearchEngine} engine
   * @param {Hit[]} hits
   * @param {string} [folder]
   * @returns {SearchItem[][]}
   */
  function list(engine, hits, folder = "") {
    /** @type {Map<string, SearchItem[]>} */
    const groups = new Map();
    hits.slice(0, MOST).forEach((hit, place) => {
      const page = hit.document.url.split("#")[0];
      const item = renderItem(engine, hit, MOST - place, folder);
      if (groups.has(page)) groups.get(page).push(item);
      else groups.set(page, [item]);
    });
    /** @param {string} page */
    const findPage = (page) => engine.documents.find(({ url }) => url === page);
    for (const [page, items] of groups) {
      // The theme needs the page above its sections; a part has the name of the page it is of.
      if (items.every(({ location }) => location.includes("#"))) {
        const above = findPage(page) ?? findPage(page.replace(/\/[^/]+(\/|\.html)$/, "$1"));
        const title = Passage.escape(above?.title ?? "");
        items.push({ location: `${folder}${page}`, title, text: "", score: 0, terms: {} });
      }
    }
    return [...groups.values()];
  }

  /**
   * Say `status` where the theme shows the number of results; box.js puts it there.
   * @param {SearchItem[][]} items
   * @param {string} status
   */
  function announce(items, status) {
    if (items.length) {
      items[0][0].title += `<span hidden data-search-status="${Passage.escape(status)}"></span>`;
    }
    return items;
  }

  /**
   * Return the items of `hits`, and how many there are if not all are shown.
   * @param {SearchEngine} engine
   * @param {Hit[]} hits
   */
  function show(engine, hits) {
    const items = list(engine, hits);
    if (hits.length <= MOST) return items;
    return announce(items, say(engine, "search-first", { shown: MOST, count: hits.length }));
  }

  /**
   * @param {SearchEngine} engine
   * @param {string} word
   * @param {Record<string, number>} values
   */
  const say = ({ data }, word, values) => InterfaceWords.fill(data.words, word, values, data.language);

  /**
   * Return what to show who found nothing: `corrected`, if not empty, and hits of `other`.
   * @param {SearchEngine} engine
   * @param {string} corrected
   * @param {SearchEngine} other
   * @param {Hit[]} hits
   */
  function showInstead(engine, corrected, other, hits) {
    const items = [];
    if (corrected) {
      const query = Passage.escape(corrected);
      items.push([
        {
          location: `index.html?q=${encodeURIComponent(corrected)}`,
          title: `${say(engine, "search-spelling", {})} <em data-search-query="${query}">${query}</em>`,
          text: "",
          score: MOST + 1,
          terms: {},
        },
      ]);
    }
    const heading = Passage.escape(say(engine, "search-other-language", {}));
    const language = engine.data.other;
    for (const group of other ? list(other, hits, `../${language}/`) : []) {
      for (const item of group) {
        item.title = `<span lang="${language}" data-search-other="${heading}">${item.title}</span>`;
        item.text = `<div lang="${language}">${item.text}</div>`;
      }
      items.push(group);
    }
    const status = [say(engine, "search-none", {})];
    if (corrected) status.push(say(engine, "search-spelling", {}), corrected);
    const count = items.length - (corrected ? 1 : 0);
    if (count) status.push(say(engine, "search-other-count", { count }));
    return announce(items, status.join(" "));
  }

  return { show, showInstead };
})();
