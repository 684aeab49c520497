// A table as CSV, the same bytes as those of the published files (hooks/exports/tables/csv_file.py).

const Csv = (() => {
  // A spreadsheet takes a cell for a formula that begins so, or where it parts ours at another
  // character than we do: a space of no width goes before each such sign.
  const FORMULA = /(^|[;,|\t\r\n])([\s\ufeff\x1c-\x1f\x85"']*)(?=[=+\-@＝＋－＠])/g;
  /** @param {string} cell */
  const disarm = (cell) => cell.replace(FORMULA, "$1$2\u200b");
  /** @param {string} cell */
  const quote = (cell) => `"${cell.replaceAll('"', '""')}"`;

  /**
   * Returns the text of a file: byte order mark, names of the columns, rows of strings; `separator`
   * is what parts cells.
   * @param {string[]} columns
   * @param {string[][]} rows
   * @param {string} separator
   */
  function toCsv(columns, rows, separator) {
    /** @param {string[]} cells */
    const line = (cells) => `${cells.map(quote).join(separator)}\r\n`;
    return `\ufeff${line(columns)}${rows.map((row) => line(row.map(disarm))).join("")}`;
  }

  return { toCsv };
})();
