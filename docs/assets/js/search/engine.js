// The index of one language: which documents have a form, a beginning, or a form written nearly so.

const Engine = (() => {
  // How much a match in a field counts.
  const FIELDS = {
    title: 8,
    acronyms: 8,
    numbers: 8,
    other: 4,
    objective: 3,
    leads: 3,
    bodies: 2,
    texts: 1,
    phases: 1,
  };
  // Where fields that hold places in a table have their words.
  /** @type {Record<string, "bodies" | "phases">} */
  const TABLES = { bodies: "bodies", leads: "bodies", phases: "phases" };
  const NAME_FIELDS = ["title", "acronyms", "numbers", "other"];
  // A beginning of one or two letters would be found in almost every text.
  const SHORTEST_BEGINNING = 3;
  // How many letters of a long word may be wrong.
  const MOST_SLIPS = 2;
  // How many answers are kept: while a query is typed, its first words are looked up at each key.
  const KEPT_ANSWERS = 60;

  /**
   * Return `find`, a function of a form, with its latest answers kept. Nobody changes them.
   * @param {FindHits} find
   * @returns {FindHits}
   */
  function keep(find) {
    /** @type {Map<string, Hits>} */
    const answers = new Map();
    return (form) => {
      const answer = answers.get(form) ?? find(form);
      answers.delete(form);
      answers.set(form, answer);
      if (answers.size > KEPT_ANSWERS) answers.delete(answers.keys().next().value);
      return answer;
    };
  }

  /**
   * Index what hooks/search/index_files.py describes.
   * @param {SearchData} data
   * @returns {SearchEngine}
   */
  function make(data) {
    const lexicon = Lexicon.make(data);
    const { rootOf, roots, stemOf, stems, vocabulary } = lexicon;
    /**
     * @param {SearchDocument} document
     * @param {string} field
     * @returns {string[]}
     */
    const textsOf = (document, field) => {
      const value = document[field] ?? [];
      if (!Array.isArray(value)) return [value];
      return value.map((each) => (TABLES[field] ? data[TABLES[field]][each] : String(each)));
    };
    const fields = Object.keys(FIELDS);
    const index = new MiniSearch({
      fields,
      extractField: (/** @type {SearchDocument} */ document, /** @type {string} */ field) =>
        field === "id" ? document.place : textsOf(document, field).join(" "),
      tokenize: lexicon.read,
      processTerm: (/** @type {string} */ form) => form,
    });
    index.addAll(data.documents.map((document, place) => ({ ...document, place })));
    let longest = 0;
    for (const form of vocabulary.keys()) longest = Math.max(longest, form.length);

    /**
     * Return what MiniSearch finds for a form: `{id, score, match}` each.
     * @param {string} form
     * @param {object} [options]
     * @returns {{id: number, score: number, match: Match}[]}
     */
    function find(form, options) {
      return index.search(form, { boost: FIELDS, tokenize: (/** @type {string} */ text) => [text], ...options });
    }

    /**
     * @param {Hits} hits
     * @param {{id: number, score: number, match: Match}[]} found
     * @param {number} weight
     */
    function add(hits, found, weight) {
      for (const { id, score, match } of found) {
        const hit = hits.get(id);
        if (hit === undefined) hits.set(id, { score: score * weight, match: { ...match } });
        else {
          hit.score += score * weight;
          for (const form in match) hit.match[form] ??= match[form];
        }
      }
    }

    /**
     * Return the hits of a word in any of its inflected forms, by document.
     * @param {string} form
     * @returns {Hits}
     */
    function findWord(form) {
      const hits = new Map();
      for (const sibling of stems.get(stemOf(form)) ?? []) {
        add(hits, find(sibling), sibling === form ? 1 : 0.9);
      }
      return hits;
    }

    /**
     * Return the hits of words of the same root, and of words that begin with `form`.
     * @param {string} form
     * @returns {Hits}
     */
    function findNear(form) {
      const hits = new Map();
      if (/^\p{N}+$/u.test(form)) return hits;
      for (const cousin of roots.get(rootOf(form)) ?? []) {
        add(hits, find(cousin), 1);
      }
      const fields = form.length < SHORTEST_BEGINNING ? { fields: NAME_FIELDS } : {};
      add(hits, find(form, { prefix: true, ...fields }), 1);
      return hits;
    }

    /**
     * Return the hits of words that a typing mistake may have turned into `form`.
     * @param {string} form
     * @returns {Hits}
     */
    function findSlip(form) {
      const hits = new Map();
      if (form.length < 4 || /\p{N}/u.test(form)) return hits;
      // It is nearly none of the words: MiniSearch would take seconds to find that out.
      if (form.length > longest + MOST_SLIPS) return hits;
      add(hits, find(form, { fuzzy: form.length < 8 ? 1 : MOST_SLIPS }), 1);
      // Two letters that changed places are one mistake.
      for (let place = 0; place < form.length - 1; place += 1) {
        const [first, second] = [form[place], form[place + 1]];
        if (first === second) continue;
        const swapped = form.slice(0, place) + second + first + form.slice(place + 2);
        if (vocabulary.has(swapped)) add(hits, find(swapped), 0.5);
      }
      return hits;
    }

    return {
      ...lexicon,
      data,
      documents: data.documents,
      findNear: keep(findNear),
      findSlip: keep(findSlip),
      findWord: keep(findWord),
      textsOf,
    };
  }

  return { NAME_FIELDS, make };
})();
