// The words of a text that a query found, marked, and the passage that has most of them.

const Passage = (() => {
  const LENGTH = 200;
  const BEFORE = 50;
  /** @type {Record<string, string>} */
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

  /**
   * Return `text` for use in HTML.
   * @param {string} text
   */
  const escape = (text) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]);

  /**
   * Return where in `text` words stand that are in the set `forms`: `{form, start, end}` each.
   * @param {string} text
   * @param {Set<string>} forms
   * @returns {Word[]}
   */
  function findMarks(text, forms) {
    const marks = [];
    for (const word of WordForms.split(text)) {
      if (forms.has(word.form)) marks.push(word);
      else marks.push(...(word.parts ?? []).filter((part) => forms.has(part.form)));
    }
    return marks;
  }

  /**
   * Return `text` from `start` to `end` as HTML, with the marks in it.
   * @param {string} text
   * @param {Word[]} marks
   * @param {number} [start]
   * @param {number} [end]
   */
  function render(text, marks, start = 0, end = text.length) {
    let html = "";
    let place = start;
    for (const mark of marks) {
      if (mark.start < place || mark.end > end) continue;
      html += escape(text.slice(place, mark.start));
      html += `<mark>${escape(text.slice(mark.start, mark.end))}</mark>`;
      place = mark.end;
    }
    return html + escape(text.slice(place, end));
  }

  /**
   * Return the whole of `text` as HTML, with the words in `forms` marked.
   * @param {string} text
   * @param {Set<string>} forms
   */
  const markAll = (text, forms) => render(text, findMarks(text, forms));

  /**
   * Return about `LENGTH` characters of `text` as HTML, where it has most of the `marks`.
   * @param {string} text
   * @param {Word[]} marks
   */
  function cut(text, marks) {
    if (text.length <= LENGTH) return render(text, marks);
    let [best, most] = [0, 0];
    for (const { start } of marks) {
      const within = marks.filter((mark) => mark.start >= start && mark.end <= start + LENGTH - BEFORE);
      const found = new Set(within.map((mark) => mark.form)).size;
      if (found > most) [best, most] = [start, found];
    }
    let start = Math.max(0, Math.min(best - BEFORE, text.length - LENGTH));
    if (start > 0) start = text.indexOf(" ", start) + 1;
    let end = Math.min(text.length, start + LENGTH);
    if (end < text.length) end = text.lastIndexOf(" ", end);
    return `${start > 0 ? "… " : ""}${render(text, marks, start, end)}${end < text.length ? " …" : ""}`;
  }

  /**
   * Return, of the `texts`, the passage that has most of `forms`; else the beginning of the first.
   * @param {string[]} texts
   * @param {Set<string>} forms
   */
  function choose(texts, forms) {
    /** @type {{marks: Word[], count: number, text: string}} */
    let best = { marks: [], count: -1, text: "" };
    for (const text of texts) {
      const marks = findMarks(text, forms);
      const count = new Set(marks.map((mark) => mark.form)).size;
      if (count > best.count) best = { marks, count, text };
    }
    return cut(best.text, best.marks);
  }

  return { choose, escape, findMarks, markAll };
})();
