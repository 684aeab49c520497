// Which of a few texts answer a query, without an index: what the single-file edition needs.

const TextMatcher = (() => {
  // A beginning of one or two letters would be found in almost every text.
  const SHORTEST_BEGINNING = 3;

  /**
   * Return a function that finds the texts with every word of a query, in the forms, spellings and
   * synonyms that the search knows.
   * @param {string[]} texts
   * @param {any} data what a language's search knows: see hooks/search/index_files.py
   * @returns {(query: string) => Set<number>} places in `texts`
   */
  function create(texts, data) {
    const engine = /** @type {any} */ ({ ...Lexicon.make(data), data });
    const { rootOf, roots, stemOf, stems, vocabulary } = engine;
    // By form: the texts that have it.
    /** @type {Map<string, Set<number>>} */
    const places = new Map();
    texts.forEach((text, place) => {
      for (const form of engine.read(text)) {
        if (!places.has(form)) places.set(form, new Set());
        places.get(form).add(place);
      }
    });
    const groups = Query.makeGroups(engine);
    /** @param {string[]} forms */
    const union = (forms) => new Set(forms.flatMap((form) => [...places.get(form)]));
    /** @param {string} form */
    const findWord = (form) => union(stems.get(stemOf(form)) ?? []);

    /** @param {string} form */
    function findNear(form) {
      if (/^\p{N}+$/u.test(form) || form.length < SHORTEST_BEGINNING) return new Set();
      const longer = [...vocabulary.keys()].filter((known) => known.startsWith(form));
      return union([...longer, ...(roots.get(rootOf(form)) ?? [])]);
    }

    return (query) => {
      const { words, readings } = Query.read(query, engine, groups);
      const answers = words.map(({ form }) => findNear(form));
      for (const { from, to, forms } of readings) {
        const found = forms.map(findWord);
        for (const place of found[0]) {
          if (!found.every((each) => each.has(place))) continue;
          for (let word = from; word <= to; word += 1) answers[word].add(place);
        }
      }
      return new Set([...texts.keys()].filter((place) => answers.every((each) => each.has(place))));
    };
  }

  return { create };
})();
