// What a query means: its words, and the readings that would answer for one or several of them.

const Query = (() => {
  const LONGEST_PHRASE = 8;
  // How well a reading answers. Less is better, and counts before anything else.
  const KINDS = { word: 0, near: 1, slip: 2 };

  /**
   * Return a table of the groups of forms by each of their forms, read as words.
   * @param {SearchEngine} engine
   * @returns {Groups}
   */
  function makeGroups(engine) {
    /** @type {Groups} */
    const groups = new Map();
    /**
     * @param {string[]} forms
     * @param {number} kind
     */
    const add = (forms, kind) => {
      const phrases = forms.map((form) => wordsOf(form, engine)).filter((words) => words.length);
      for (const words of phrases) {
        const key = keyOf(words, engine);
        const others = phrases.filter((other) => keyOf(other, engine) !== key);
        if (others.length) groups.set(key, [...(groups.get(key) ?? []), { others, kind }]);
      }
    };
    for (const forms of engine.data.acronyms) add(forms, KINDS.word);
    for (const forms of engine.data.synonyms) add(forms, KINDS.near);
    return groups;
  }

  /**
   * Return the words of `text` without stop words; with only those, all of them.
   * @param {string} text
   * @param {SearchEngine} engine
   */
  function wordsOf(text, engine) {
    const words = WordForms.split(text);
    const kept = words.filter(
      ({ form, parts }) => !(parts ?? [{ form }]).every((part) => engine.stop.has(part.form)),
    );
    return kept.length ? kept : words;
  }

  /**
   * @param {{form: string}[]} words
   * @param {SearchEngine} engine
   */
  const keyOf = (words, engine) => words.map(({ form }) => engine.stemOf(form)).join(" ");

  /**
   * Read `text`: its `words`, and the `readings`, each of which answers for the words `from` to
   * `to` with documents that have all of its `forms` in one field.
   * @param {string} text
   * @param {SearchEngine} engine
   * @param {Groups} groups
   */
  function read(text, engine, groups) {
    const words = wordsOf(text, engine);
    /** @type {Reading[]} */
    const readings = [];
    /** @type {AddReading} */
    const add = (from, to, forms, kind, weight) =>
      readings.push({ from, to, forms, kind, weight });
    words.forEach((word, place) => {
      add(place, place, [word.form], KINDS.word, 1);
      if (word.parts) {
        const forms = word.parts.map((part) => part.form).filter((form) => !engine.stop.has(form));
        if (forms.length) add(place, place, forms, KINDS.word, 0.8);
      } else if (!engine.knows(word.form)) {
        for (const forms of splitsOf(word.form, engine)) {
          add(place, place, forms, KINDS.word, 0.8);
        }
      }
      const next = words[place + 1];
      if (next) {
        const joined = word.form + next.form;
        if (engine.knows(joined)) add(place, place + 1, [joined], KINDS.word, 1);
        addGroups(groups, engine.stemOf(joined), place, place + 1, add);
      }
      for (let last = place; last < Math.min(words.length, place + LONGEST_PHRASE); last += 1) {
        addGroups(groups, keyOf(words.slice(place, last + 1), engine), place, last, add);
      }
    });
    return { words, readings };
  }

  /**
   * @param {Groups} groups
   * @param {string} key
   * @param {number} from
   * @param {number} to
   * @param {AddReading} add
   */
  function addGroups(groups, key, from, to, add) {
    for (const { others, kind } of groups.get(key) ?? []) {
      for (const words of others) {
        add(from, to, words.map(({ form }) => form), kind, 0.8);
      }
    }
  }

  /**
   * Return the ways to write `form` as two known words.
   * @param {string} form
   * @param {SearchEngine} engine
   */
  function splitsOf(form, engine) {
    const splits = [];
    for (let place = 1; place < form.length; place += 1) {
      const pair = [form.slice(0, place), form.slice(place)];
      const long = pair.every((part) => part.length >= 3);
      const code = /^\p{L}+$/u.test(pair[0]) && /^\p{N}+$/u.test(pair[1]);
      if ((long || code) && pair.every((part) => engine.knows(part))) splits.push(pair);
    }
    return splits;
  }

  return { KINDS, keyOf, makeGroups, read, wordsOf };
})();
