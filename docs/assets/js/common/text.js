// How a text becomes words to search for: the same for what is indexed, typed and highlighted.
//
// A form is a word folded (no accents, no capitals, œ as oe): what is indexed. A stem brings the
// forms of a word together (plural, feminine, British or American): what is compared.

const WordForms = (() => {
  const APOSTROPHES = "'’ʼ‘";
  const HYPHENS = "\\-‐‑";
  const LETTER = "[\\p{L}\\p{M}\\p{N}]";
  const LETTERS = `${LETTER}+`;
  // A compound: words tied by apostrophes or hyphens, and digits tied by dots or commas. Written
  // without a look behind, which Safari 15 does not know.
  const COMPOUND = new RegExp(
    `(?:${LETTER}*\\p{N}[.,](?=\\p{N})|${LETTERS}[${APOSTROPHES}${HYPHENS}](?=${LETTER})|${LETTERS})+`,
    "gu",
  );
  const PART = new RegExp(LETTERS, "gu");
  const TIES = new RegExp(`[${APOSTROPHES}${HYPHENS}.,]`, "u");
  const MARKS = /\p{M}/gu;
  const ELIDED = new Set("c d j l m n s t qu jusqu lorsqu puisqu quoiqu".split(" "));

  /** @type {Map<string, string>} */
  const folded = new Map();
  /** @type {Map<string, Word[]>} */
  const compounds = new Map();

  /**
   * Return `text` without accents or capitals, œ and æ written out.
   * @param {string} text
   */
  function fold(text) {
    let form = folded.get(text);
    // Texts repeat their words: most of the time that an index takes would go into this.
    if (form === undefined) folded.set(text, (form = foldAnew(text)));
    return form;
  }

  /** @param {string} text */
  function foldAnew(text) {
    return text
      .replace(/[œŒ]/g, "oe")
      .replace(/[æÆ]/g, "ae")
      .normalize("NFKD")
      .replace(MARKS, "")
      .toLowerCase();
  }

  /**
   * Return the words of `text`: `{form, start, end}`, or `{form, start, end, parts}` if tied.
   * @param {string} text
   * @returns {Word[]}
   */
  function split(text) {
    /** @type {Word[]} */
    const words = [];
    each(text, (form, start, end, parts) => {
      words.push(parts ? { form, start, end, parts } : { form, start, end });
    });
    return words;
  }

  /**
   * Call `take` with form, start, end and, if tied, parts of each word of `text`.
   * @param {string} text
   * @param {TakeWord} take
   */
  function each(text, take) {
    COMPOUND.lastIndex = 0;
    for (let found = COMPOUND.exec(text); found; found = COMPOUND.exec(text)) {
      const [compound] = found;
      const { index } = found;
      if (TIES.test(compound)) {
        for (const word of splitCompound(compound)) {
          const { form, start, end, parts } = move(word, index);
          take(form, start, end, parts);
        }
      } else {
        take(fold(compound), index, index + compound.length);
      }
    }
  }

  /**
   * @param {Word} word
   * @param {number} by
   * @returns {Word}
   */
  function move({ form, start, end, parts }, by) {
    /** @type {Word} */
    const word = { form, start: start + by, end: end + by };
    if (parts) word.parts = parts.map((part) => move(part, by));
    return word;
  }

  /**
   * Return the words of a compound; one part of it makes one word.
   * @param {string} compound
   * @returns {Word[]}
   */
  function splitCompound(compound) {
    let words = compounds.get(compound);
    if (words === undefined) {
      /** @type {Word[]} */
      const parts = [...compound.matchAll(PART)].map((part) => ({
        form: fold(part[0]),
        start: part.index,
        end: part.index + part[0].length,
      }));
      words = parts.length === 1 ? parts : untie(parts, compound);
      compounds.set(compound, words);
    }
    return words;
  }

  /**
   * Drop elided articles and the English possessive; keep what hyphens and dots tie as one.
   * @param {Word[]} parts
   * @param {string} text
   */
  function untie(parts, text) {
    /** @type {Word[]} */
    const words = [];
    /** @type {Word[]} */
    let run = [];
    const close = () => {
      if (run.length === 1) words.push(run[0]);
      else if (run.length) {
        const form = run.map((part) => part.form).join("");
        words.push({ form, start: run[0].start, end: run.at(-1).end, parts: run });
      }
      run = [];
    };
    parts.forEach((part, place) => {
      const before = place > 0 && APOSTROPHES.includes(text[part.start - 1]);
      const after = place < parts.length - 1 && APOSTROPHES.includes(text[part.end]);
      if (before) {
        if (part.form === "s" && run.length) return;
        close();
      }
      if (!(after && ELIDED.has(part.form))) run.push(part);
    });
    close();
    return words;
  }

  /** @type {Rule[]} */
  const FRENCH = [
    [/eaux$/, "eau"],
    [/aux$/, "al"],
    [/[sx]$/, ""],
  ];
  /** @type {Rule[]} */
  const FRENCH_ENDINGS = [
    [/iere$/, "ier"],
    [/euse$/, "eur"],
    [/trice$/, "teur"],
    [/ive$/, "if"],
  ];
  /** @type {Rule[]} */
  const ENGLISH = [
    [/ies$/, "y"],
    [/(ss|sh|ch|x)es$/, "$1"],
    [/([^sui])s$/, "$1"],
  ];
  /** @type {Rule[]} */
  const ENGLISH_ENDINGS = [
    [/([a-z]*[aeiouy][a-z]+)(?:ing|ed)$/, "$1"],
  ];

  /**
   * @param {string} word
   * @param {Rule[]} rules
   * @param {number} shortest
   */
  function replaceFirst(word, rules, shortest) {
    for (const [ending, other] of rules) {
      if (!ending.test(word)) continue;
      const shorter = word.replace(ending, other);
      return shorter.length >= shortest ? shorter : word;
    }
    return word;
  }

  /** @param {string} form */
  function stemFrench(form) {
    let stem = replaceFirst(form, FRENCH, 3);
    stem = replaceFirst(stem, FRENCH_ENDINGS, 4);
    if (stem.length >= 6) stem = stem.replace(/r$/, "");
    while (stem.length >= 5 && stem.endsWith("e")) stem = stem.slice(0, -1);
    return stem;
  }

  /** @param {string} form */
  function stemEnglish(form) {
    let stem = form.replace(/([iy])z(?=[aei])/, "$1s").replace(/(..)our(?=s?$)/, "$1or");
    stem = replaceFirst(stem, ENGLISH, 3);
    stem = replaceFirst(stem, ENGLISH_ENDINGS, 4);
    if (stem.length >= 5) stem = stem.replace(/e$/, "");
    return stem;
  }

  // What makes a noun of a verb, on stems: "évaluation" and "évaluer", "detection" and "detect".
  const DERIVED = {
    fr: /(?:ation|ition|ion|ement|ment|ateur|eur|ag|ant)$/,
    en: /(?:ation|ition|ion|ment|ator|or|er|at)$/,
  };
  const SHORTEST_ROOT = 4;

  /**
   * Return what a stem has in common with the words made of the same root.
   * @param {string} stem
   * @param {Language} language
   */
  function rootOf(stem, language) {
    const root = stem.replace(DERIVED[language], "");
    return root.length >= SHORTEST_ROOT ? root : stem;
  }

  /**
   * Return a function that gives the stem of a form in `language`, "fr" or "en".
   * @param {Language} language
   * @param {string[][]} spellings
   * @returns {(form: string) => string}
   */
  function makeStemmer(language, spellings) {
    const cut = language === "fr" ? stemFrench : stemEnglish;
    /** @param {string} form */
    const light = (form) => {
      // Codes and short acronyms have no inflection.
      if (form.length < 4 || /\d/.test(form)) return form;
      const stem = cut(form);
      return stem.length >= 4 ? stem.replace(/(.)\1$/, "$1") : stem;
    };
    const same = new Map();
    for (const [first, ...others] of spellings) {
      for (const other of others) same.set(light(fold(other)), light(fold(first)));
    }
    const known = new Map();
    return (form) => {
      let stem = known.get(form);
      if (stem === undefined) {
        stem = light(form);
        stem = same.get(stem) ?? stem;
        known.set(form, stem);
      }
      return stem;
    };
  }

  /**
   * Return the forms of the words of `text`, of compounds the parts, too.
   * @param {string} text
   */
  function listForms(text) {
    return split(text).flatMap(({ form, parts = [] }) => [form, ...parts.map((part) => part.form)]);
  }

  return { each, fold, listForms, makeStemmer, rootOf, split };
})();
