// The index of one language: which documents have a form, a beginning, or a form written nearly so.
"use strict";

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
  const TABLES = { bodies: "bodies", leads: "bodies", phases: "phases" };
  const NAME_FIELDS = ["title", "acronyms", "numbers", "other"];
  // A beginning of one or two letters would be found in almost every text.
  const SHORTEST_BEGINNING = 3;
  // How many answers are kept: while a query is typed, its first words are asked for at each key.
  const KEPT_ANSWERS = 60;

  /** Return `find`, a function of a form, with its latest answers kept. Nobody changes them. */
  function keep(find) {
    const answers = new Map();
    return (form) => {
      const answer = answers.get(form) ?? find(form);
      answers.delete(form);
      answers.set(form, answer);
      if (answers.size > KEPT_ANSWERS) answers.delete(answers.keys().next().value);
      return answer;
    };
  }

  /** Index what hooks/pages/search_index.py describes. */
  function make(data) {
    const stop = new Set(data.stop.split(/\s+/).map(Words.fold));
    const stemOf = Words.makeStemmer(data.language, data.spellings);
    const vocabulary = new Map();
    const stems = new Map();
    const roots = new Map();

    function list(table, key, form) {
      const forms = table.get(key);
      if (forms) forms.push(form);
      else table.set(key, [form]);
    }

    function learn(form, text, start, end) {
      if (stop.has(form)) return;
      let known = vocabulary.get(form);
      if (known === undefined) {
        known = { shown: text.slice(start, end), count: 0 };
        vocabulary.set(form, known);
        const stem = stemOf(form);
        list(stems, stem, form);
        list(roots, Words.rootOf(stem, data.language), form);
      }
      known.count += 1;
      return form;
    }

    function formsOf(text) {
      const forms = [];
      Words.each(text, (form, start, end, parts) => {
        if (learn(form, text, start, end)) forms.push(form);
        if (!parts) return;
        for (const part of parts) {
          if (learn(part.form, text, part.start, part.end)) forms.push(part.form);
        }
      });
      return forms;
    }

    const documents = data.documents.map((document, id) => ({ ...document, id }));
    const fieldOf = (document, field) => {
      if (field === "id") return document.id;
      const value = document[field];
      if (!Array.isArray(value)) return value;
      return value.map((each) => (TABLES[field] ? data[TABLES[field]][each] : each)).join("\n");
    };
    const index = new MiniSearch({
      fields: Object.keys(FIELDS),
      extractField: fieldOf,
      tokenize: formsOf,
      processTerm: (form) => form,
    });
    index.addAll(documents);

    /** Return what MiniSearch finds for a form: `{id, score, match}` each. */
    function find(form, options) {
      return index.search(form, { boost: FIELDS, tokenize: (text) => [text], ...options });
    }

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

    /** Return the hits of a word in any of its inflected forms, by document. */
    function findWord(form) {
      const hits = new Map();
      for (const sibling of stems.get(stemOf(form)) ?? []) {
        add(hits, find(sibling), sibling === form ? 1 : 0.9);
      }
      return hits;
    }

    /** Return the hits of words of the same root, and of words that begin with `form`. */
    function findNear(form) {
      const hits = new Map();
      if (/^\p{N}+$/u.test(form)) return hits;
      for (const cousin of roots.get(Words.rootOf(stemOf(form), data.language)) ?? []) {
        add(hits, find(cousin), 1);
      }
      const fields = form.length < SHORTEST_BEGINNING ? { fields: NAME_FIELDS } : {};
      add(hits, find(form, { prefix: true, ...fields }), 1);
      return hits;
    }

    /** Return the hits of words that a slip of the hand may have turned into `form`. */
    function findSlip(form) {
      const hits = new Map();
      if (form.length < 4 || /\p{N}/u.test(form)) return hits;
      add(hits, find(form, { fuzzy: form.length < 8 ? 1 : 2 }), 1);
      // Two letters that changed places are one slip.
      for (let place = 0; place < form.length - 1; place += 1) {
        const [first, second] = [form[place], form[place + 1]];
        if (first === second) continue;
        const swapped = form.slice(0, place) + second + first + form.slice(place + 2);
        if (vocabulary.has(swapped)) add(hits, find(swapped), 0.5);
      }
      return hits;
    }

    return {
      data,
      documents,
      fieldOf,
      findNear: keep(findNear),
      findSlip: keep(findSlip),
      findWord: keep(findWord),
      knows: (form) => vocabulary.has(form) || stems.has(stemOf(form)),
      stemOf,
      stop,
      vocabulary,
    };
  }

  return { NAME_FIELDS, make };
})();
