// How the word being typed may go on, and what a word that is nowhere may have been meant to be.

const Spelling = (() => {
  // A word is taken for another only if this share of its letters may stay.
  const FARTHEST_SHARE = 0.4;

  /**
   * Return `text` with its last word completed, in the way it was begun, or nothing.
   * @param {string} text
   * @param {SearchEngine} engine
   * @param {Hit[]} hits
   */
  function complete(text, engine, hits) {
    const begun = text.match(/[\p{L}\p{M}\p{N}]+$/u)?.[0];
    if (!begun) return [];
    const form = WordForms.fold(begun);
    const forms = hits.slice(0, 10).flatMap(({ matches }) => matches.flatMap(({ match }) => Object.keys(match)));
    /**
     * What would only be another number or gender of the word does not help.
     * @param {string} each
     */
    const goesOn = (each) => each.startsWith(form) && engine.stemOf(each) !== engine.stemOf(form);
    const longer = forms.find(goesOn);
    if (!longer) return [];
    const { shown } = engine.vocabulary.get(longer);
    const rest = shown.length === longer.length ? shown.slice(begun.length) : longer.slice(form.length);
    const capitals = begun.length > 1 && begun === begun.toUpperCase();
    return [begun + (capitals ? rest.toUpperCase() : rest.toLowerCase())];
  }

  /**
   * Return `text` with the words that are nowhere corrected, or "" if there is no way to.
   * @param {string} text
   * @param {SearchEngine} engine
   */
  function correct(text, engine) {
    // Who typed markup or code did not mean a word.
    if (/[<>{}_=]|&#?\w+;/.test(text)) return "";
    let corrected = "";
    let place = 0;
    let changed = false;
    for (const { form, start, end } of Query.wordsOf(text, engine)) {
      if (engine.knows(form)) continue;
      const nearest = findNearest(form, engine);
      if (!nearest) continue;
      corrected += text.slice(place, start) + nearest;
      place = end;
      changed = true;
    }
    return changed ? corrected + text.slice(place) : "";
  }

  /**
   * @param {string} form
   * @param {SearchEngine} engine
   */
  function findNearest(form, engine) {
    /** @type {{distance: number, count: number, shown?: string}} */
    let best = { distance: Math.max(1, Math.floor(form.length * FARTHEST_SHARE)) + 1, count: 0 };
    for (const [known, { shown, count }] of engine.vocabulary) {
      if (Math.abs(known.length - form.length) > best.distance || known.length < 3) continue;
      const distance = measure(form, known, best.distance);
      if (distance < best.distance || (distance === best.distance && count > best.count)) {
        if (best.shown === undefined && distance === best.distance) continue;
        best = { distance, count, shown };
      }
    }
    const { shown = "" } = best;
    // A name in capitals keeps them; the capital that begins a sentence goes.
    return shown === shown.toUpperCase() ? shown : shown.toLowerCase();
  }

  /**
   * Return how many letters to add, drop, change or swap make `two` of `one`, up to `limit`.
   * @param {string} one
   * @param {string} two
   * @param {number} limit
   */
  function measure(one, two, limit) {
    /** @type {number[]} */
    let older = [];
    let row = Array.from({ length: two.length + 1 }, (_, place) => place);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= two.length; j += 1) {
        const change = row[j - 1] + (one[i - 1] === two[j - 1] ? 0 : 1);
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, change);
        if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) {
          next[j] = Math.min(next[j], older[j - 2] + 1);
        }
      }
      if (Math.min(...next) > limit) return limit + 1;
      [older, row] = [row, next];
    }
    return row[two.length];
  }

  return { complete, correct, measure };
})();
