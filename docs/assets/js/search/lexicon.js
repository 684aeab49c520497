// The words of one language's documents: each is folded and stemmed once, however often it stands
// in them.

const Lexicon = (() => {
  /**
   * @param {Map<string, string[]>} table
   * @param {string} key
   * @param {string} form
   */
  function append(table, key, form) {
    const forms = table.get(key);
    if (forms) forms.push(form);
    else table.set(key, [form]);
  }

  /**
   * Return an empty lexicon. `read(text)` adds to it, and returns the forms of the text.
   * @param {SearchData} data
   * @returns {SearchLexicon}
   */
  function make({ language, spellings, stop: stopWords }) {
    const stop = new Set(stopWords.split(/\s+/).map(WordForms.fold));
    const stemOf = WordForms.makeStemmer(language, spellings);
    // By form: how it is first written, and how often it stands.
    /** @type {Map<string, KnownWord>} */
    const vocabulary = new Map();
    const stems = new Map();
    const roots = new Map();

    /**
     * @param {string} form
     * @param {string} piece
     * @param {number} start
     * @param {number} end
     * @param {KnownWord[]} words
     */
    function learn(form, piece, start, end, words) {
      if (stop.has(form)) return;
      let word = vocabulary.get(form);
      if (word === undefined) {
        word = { form, shown: piece.slice(start, end), count: 0 };
        vocabulary.set(form, word);
        const stem = stemOf(form);
        append(stems, stem, form);
        append(roots, WordForms.rootOf(stem, language), form);
      }
      words.push(word);
    }

    /** @param {string} piece */
    function wordsOf(piece) {
      /** @type {KnownWord[]} */
      const words = [];
      WordForms.each(piece, (form, start, end, parts) => {
        learn(form, piece, start, end, words);
        for (const part of parts ?? []) learn(part.form, piece, part.start, part.end, words);
      });
      return words;
    }

    // No word has a space in it, and texts repeat what stands between spaces.
    /** @type {Map<string, KnownWord[]>} */
    const pieces = new Map();

    /**
     * @param {string} text
     * @returns {string[]}
     */
    function read(text) {
      /** @type {string[]} */
      const forms = [];
      let start = 0;
      while (start < text.length) {
        // To cut one piece after the other is faster than split().
        const space = text.indexOf(" ", start);
        const end = space === -1 ? text.length : space;
        const piece = text.slice(start, end);
        let found = pieces.get(piece);
        if (found === undefined) pieces.set(piece, (found = wordsOf(piece)));
        for (const word of found) {
          word.count += 1;
          forms.push(word.form);
        }
        start = end + 1;
      }
      return forms;
    }

    return {
      knows: (form) => vocabulary.has(form) || stems.has(stemOf(form)),
      read,
      rootOf: (form) => WordForms.rootOf(stemOf(form), language),
      roots,
      stemOf,
      stems,
      stop,
      vocabulary,
    };
  }

  return { make };
})();
