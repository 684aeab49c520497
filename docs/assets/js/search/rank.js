// Which documents answer a query, best first.
//
// Before all else counts how well the words are answered: by the exact name, all of them, all with
// slips, some of them; then where: in the name, the objective, the rest; then how often.

const Rank = (() => {
  const LEVELS = { exact: 4, name: 3, objective: 2, rest: 1 };
  const FEW = 3;
  // Documents that answer less than this share of a query's weight are not worth showing.
  const LEAST_SHARE = 0.5;
  const SLIP_SHARE = 0.6;

  /**
   * Return an object whose `search(text)` gives `{words, hits}`: documents with their matches; and
   * whose `findEntries(text)` gives the ids of entries.
   * @param {SearchEngine} engine
   * @returns {Ranking}
   */
  function make(engine) {
    const groups = Query.makeGroups(engine);
    /** @type {Map<number, Set<string>>} */
    const known = new Map();
    /**
     * Only those of documents that are found: of all of them they would take a while.
     * @param {number} id
     */
    const names = (id) => {
      if (!known.has(id)) known.set(id, namesOf(engine.documents[id], engine));
      return known.get(id);
    };
    /** @param {string} text */
    const find = (text) => search(text, engine, groups, names);
    return { search: find, findEntries: (text) => findEntries(find(text).hits, engine) };
  }

  /**
   * Return the ids of the entries among `hits`: of those that answer for every word, if there are
   * any, or else of all. Places would not do: a tab may be open since an edition with others.
   * @param {Hit[]} hits
   * @param {SearchEngine} engine
   */
  function findEntries(hits, engine) {
    const entries = hits.filter(isEntry);
    const whole = entries.filter((hit) => hit.whole);
    const found = whole.length ? whole : entries;
    return found.map(({ id }) => engine.documents[id].url.match(/([\w-]+)(?:\/|\.html)$/)[1]);
  }

  /**
   * Return the keys of the names and acronyms by which a document is called.
   * @param {SearchDocument} document
   * @param {SearchEngine} engine
   * @returns {Set<string>}
   */
  function namesOf(document, engine) {
    const written = [document.title, document.name, document.other, ...(document.acronyms ?? [])];
    const keys = new Set();
    for (const name of written) {
      if (!name) continue;
      // "Name (ACRONYM) – project" is called by the name, too.
      for (const part of [name, name.replace(/\s*[(–].*$/u, "")]) {
        keys.add(Query.keyOf(Query.wordsOf(part, engine), engine));
      }
    }
    return keys;
  }

  /**
   * @param {string} text
   * @param {SearchEngine} engine
   * @param {Groups} groups
   * @param {(id: number) => Set<string>} names
   */
  function search(text, engine, groups, names) {
    const { words, readings } = Query.read(text, engine, groups);
    if (!words.length) return { words, hits: [] };
    /** @type {Answers} */
    const answers = words.map(() => new Map());
    for (const reading of readings) answer(answers, reading, findAll(reading, engine));
    words.forEach(({ form, parts }, place) => {
      const reading = { from: place, to: place, weight: 0.5, kind: Query.KINDS.near };
      if (!parts) answer(answers, reading, engine.findNear(form));
    });
    if (countWhole(answers) < FEW) {
      words.forEach(({ form }, place) => {
        const reading = { from: place, to: place, weight: 0.4, kind: Query.KINDS.slip };
        answer(answers, reading, engine.findSlip(form));
      });
    }
    const key = Query.keyOf(words, engine);
    const numbers = words.every(({ form }) => /^\p{N}+$/u.test(form));
    const hits = gather(answers, engine).map((hit) => {
      const level = levelOf(hit, () => names(hit.id).has(key), numbers);
      return { ...hit, level, document: engine.documents[hit.id] };
    });
    hits.sort(compare);
    return { words, hits: explainLater(bringTogether(hits)) };
  }

  /**
   * Return the hits of a reading: documents with all of its forms, in one field if several.
   * @param {{forms: string[]}} reading
   * @param {SearchEngine} engine
   */
  function findAll({ forms }, engine) {
    let hits = engine.findWord(forms[0]);
    for (const form of forms.slice(1)) {
      const more = engine.findWord(form);
      const both = new Map();
      for (const [id, hit] of hits) {
        const other = more.get(id);
        if (other && shareField(hit.match, other.match)) {
          both.set(id, { score: hit.score + other.score, match: { ...hit.match, ...other.match } });
        }
      }
      hits = both;
    }
    return hits;
  }

  /**
   * @param {Match} match
   * @param {Match} other
   */
  function shareField(match, other) {
    const fields = new Set(Object.values(match).flat());
    return Object.values(other).flat().some((field) => fields.has(field));
  }

  /**
   * Note, for each word that `reading` answers for, the documents that it finds.
   * @param {Answers} answers
   * @param {{from: number, to: number, weight: number, kind: number}} reading
   * @param {Hits} hits
   */
  function answer(answers, { from, to, weight, kind }, hits) {
    for (const [id, { score, match }] of hits) {
      const found = { score: (score * weight) / (to - from + 1), kind, match };
      for (let place = from; place <= to; place += 1) {
        const before = answers[place].get(id);
        if (!before || kind < before.kind) answers[place].set(id, found);
        else if (kind === before.kind) {
          const best = Math.max(before.score, found.score);
          answers[place].set(id, { score: best, kind, match: { ...before.match, ...match } });
        }
      }
    }
  }

  /** @param {Answers} answers */
  function countWhole(answers) {
    const [first, ...others] = [...answers].sort((one, two) => one.size - two.size);
    let count = 0;
    for (const id of first.keys()) if (others.every((hits) => hits.has(id))) count += 1;
    return count;
  }

  /**
   * Return one hit per document, with its matches for each word.
   * @param {Answers} answers
   * @param {SearchEngine} engine
   * @returns {Hit[]}
   */
  function gather(answers, engine) {
    const total = engine.documents.length;
    // A word that is nowhere distinguishes nothing.
    const weights = answers.map((hits) => hits.size && Math.log(1 + total / hits.size));
    const sum = weights.reduce((one, two) => one + two, 0);
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    answers.forEach((found, place) => {
      for (const [id, match] of found) {
        let hit = hits.get(id);
        if (!hit) hits.set(id, (hit = { id, matches: [], share: 0, kind: 0, score: 0 }));
        hit.matches.push(match);
        hit.share += (weights[place] / sum) * (match.kind === Query.KINDS.slip ? SLIP_SHARE : 1);
        hit.kind = Math.max(hit.kind, match.kind);
        hit.score += match.score;
      }
    });
    const all = [...hits.values()];
    for (const hit of all) hit.whole = hit.matches.length === answers.length;
    return all.filter((hit) => hit.whole || hit.share >= LEAST_SHARE);
  }

  /**
   * Return where all the words of a hit are found.
   * @param {Hit} hit
   * @param {() => boolean} isNamed
   * @param {boolean} numbers
   */
  function levelOf({ matches, whole, kind }, isNamed, numbers) {
    // Who has a name in full has each of its words; most hits need no look at their names.
    if (whole && kind === Query.KINDS.word && isNamed()) return LEVELS.exact;
    /** @param {string[]} fields */
    const everywhere = (fields) =>
      matches.every(({ match }) =>
        Object.values(match).some((found) => found.some((field) => fields.includes(field))),
      );
    if (numbers && everywhere(["numbers"])) return LEVELS.exact;
    if (everywhere(Engine.NAME_FIELDS)) return LEVELS.name;
    if (everywhere([...Engine.NAME_FIELDS, "objective"])) return LEVELS.objective;
    return LEVELS.rest;
  }

  /** @param {Hit} hit */
  const isEntry = ({ document }) => document.category !== undefined;
  /** @param {Hit} hit */
  const isExact = ({ level }) => level === LEVELS.exact;
  /** @param {Hit} hit */
  const isSlip = ({ kind }) => kind === Query.KINDS.slip;
  /**
   * A page that only speaks of the words comes after the entries that answer.
   * @param {Hit} hit
   */
  const isAside = (hit) => !isEntry(hit) && hit.level < LEVELS.name;

  /**
   * @param {Hit} one
   * @param {Hit} two
   */
  function compare(one, two) {
    /** @param {(hit: Hit) => boolean} is what stands later in the order */
    const later = (is) => Number(is(one)) - Number(is(two));
    if (one.whole !== two.whole) return Number(two.whole) - Number(one.whole);
    if (!one.whole) {
      return later(isAside) || two.share - one.share || byScore(one, two);
    }
    return (
      -later(isExact) ||
      (isExact(one) && -later(isEntry)) ||
      (isExact(one) && one.document.title.length - two.document.title.length) ||
      later(isSlip) ||
      later(isAside) ||
      one.kind - two.kind ||
      two.level - one.level ||
      -later(isEntry) ||
      byScore(one, two)
    );
  }

  /**
   * @param {Hit} one
   * @param {Hit} two
   */
  const byScore = (one, two) => two.score - one.score || one.id - two.id;

  /**
   * Let the explanation of a term follow the best entry that has it.
   * @param {Hit[]} hits
   */
  function explainLater(hits) {
    const best = hits.findIndex((hit) => isEntry(hit) && hit.whole && hit.kind === 0);
    /** @param {Hit} hit */
    const isTerm = ({ document }) => document.term;
    if (best > 0 && hits.slice(0, best).every(isTerm)) {
      hits.unshift(...hits.splice(best, 1));
    }
    return hits;
  }

  /**
   * Let the members of a family that answer equally well follow the best of them, in list order.
   * @param {Hit[]} hits
   */
  function bringTogether(hits) {
    /** @type {Map<string, Hit[]>} */
    const families = new Map();
    /** @param {Hit} hit */
    const keyOf = ({ document, whole, kind, level }) =>
      document.family === undefined ? null : [document.family, whole, kind, level].join();
    for (const hit of hits) {
      const key = keyOf(hit);
      if (key) families.set(key, [...(families.get(key) ?? []), hit]);
    }
    const ordered = [];
    const seen = new Set();
    for (const hit of hits) {
      const key = keyOf(hit);
      if (!key) ordered.push(hit);
      else if (!seen.has(key)) {
        seen.add(key);
        ordered.push(...families.get(key).sort((one, two) => one.id - two.id));
      }
    }
    return ordered;
  }

  return { make };
})();
