// A table as CSV, the same bytes as those of the published files (hooks/exports/text_files.py).

const Csv = (() => {
  "use strict";

  // Spreadsheets take a cell that begins so for a formula, some of them after spaces or in full
  // width, or after a tab or the end of a line: an apostrophe goes before it.
  const disarm = (cell) => (/^([\t\r]|\s*[=+\-@＝＋－＠])/.test(cell) ? `'${cell}` : cell);
  const quote = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const line = (cells) => `${cells.map(quote).join(",")}\r\n`;

  // Returns the text of a file: byte order mark, names of the columns, rows of strings.
  function toCsv(columns, rows) {
    return `\ufeff${line(columns)}${rows.map((row) => line(row.map(disarm))).join("")}`;
  }

  return { toCsv };
})();
