"""Whether labels of drawings meet or leave their boxes, in the widest font and widely spaced."""

from playwright.sync_api import Page

# As wide as Verdana, which stands in for it on Windows and macOS.
WIDE = """
  :root, body { --font-text: "DejaVu Sans", Verdana; --font-display: "DejaVu Serif", Verdana; }
"""
# What a reader may set, by success criterion 1.4.12 of WCAG 2.2.
SPACED = """
  * { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  * { line-height: 1.5 !important; }
  p { margin-bottom: 2em !important; }
"""
SET = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}"""
# How much wider the wide font is than another one that is there.
WIDTH = """() => {
  const context = document.createElement("canvas").getContext("2d");
  const measure = (font) => (context.font = `100px ${font}`, context.measureText("nnnn").width);
  return measure('"DejaVu Sans", Verdana, monospace') / measure('"DejaVu Sans Mono", monospace');
}"""

# The outline of each label, as four points, less what a line has above and below its letters.
FIND = """() => {
  const seen = (element) => element.checkVisibility() && !element.closest(".visually-hidden");
  const outline = (text) => {
    const [first, last] = [0, text.getNumberOfChars() - 1].map((at) => text.getExtentOfChar(at));
    const [left, right] = [first.x, last.x + last.width];
    const [top, bottom] = [first.y + first.height * 0.2, first.y + first.height * 0.85];
    const matrix = text.getScreenCTM();
    return [[left, top], [right, top], [right, bottom], [left, bottom]].map(([x, y]) => {
      const point = new DOMPoint(x, y).matrixTransform(matrix);
      return [point.x, point.y];
    });
  };
  const corners = ({ left, right, top, bottom }) =>
    [[left, top], [right, top], [right, bottom], [left, bottom]];
  // Outlines are convex: they meet unless a line along a side of one has them on its two sides.
  const apart = (one, other) => one.some(([x, y], at) => {
    const [nextX, nextY] = one[(at + 1) % 4];
    const side = (points) => points.map(([a, b]) => (a - x) * (nextY - y) - (b - y) * (nextX - x));
    const [mine, theirs] = [side(one), side(other)];
    const length = Math.hypot(nextX - x, nextY - y);
    return Math.max(...mine) <= Math.min(...theirs) + length
      || Math.max(...theirs) <= Math.min(...mine) + length;
  });
  const inside = (points, box, room = 1) => points.every(([x, y]) =>
    x >= box.left - room && x <= box.right + room && y >= box.top - room && y <= box.bottom + room);
  const found = [];
  const compare = (labels) => {
    for (const [at, one] of labels.entries()) {
      for (const other of labels.slice(at + 1)) {
        if (one.own !== other.own && !apart(one.points, other.points)
            && !apart(other.points, one.points)) {
          found.push(`${one.name} meets ${other.name}`);
        }
      }
    }
  };
  let count = 0;
  for (const drawing of document.querySelectorAll("main svg")) {
    const lines = [...drawing.querySelectorAll("text, tspan")].filter((line) =>
      !line.querySelector("tspan") && line.getNumberOfChars() && seen(line));
    if (!lines.length) continue;
    const labels = lines.map((line) =>
      ({ name: `“${line.textContent}”`, line, own: line, points: outline(line) }));
    count += labels.length;
    const boxes = [...drawing.querySelectorAll("a > rect, .order__box, .map__badge")];
    const page = drawing.getBoundingClientRect();
    for (const { name, line, points } of labels) {
      if (!inside(points, page)) found.push(`${name} leaves the drawing`);
      const before = line.closest("text").previousElementSibling;
      if (before?.matches("rect:not(.timeline__lane-edge)")
          && !inside(points, before.getBoundingClientRect())) {
        found.push(`${name} leaves its box`);
      }
      for (const island of drawing.querySelectorAll(".map__island")) {
        const box = island.getBoundingClientRect();
        const [[x, y]] = points;
        const within = x > box.left && x < box.right && y > box.top && y < box.bottom;
        if (within && !inside(points, box)) found.push(`${name} leaves its group`);
      }
    }
    compare([...labels, ...boxes.map((box) => ({
      name: "a box",
      // The label of a box is in it.
      own: labels.find(({ line }) => line.closest("text").previousElementSibling === box)?.line,
      points: corners(box.getBoundingClientRect()),
    }))]);
  }
  for (const drawing of document.querySelectorAll(".chart, .plate, .mosaic, .figures")) {
    const box = drawing.getBoundingClientRect();
    const labels = [];
    const texts = document.createTreeWalker(drawing, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (!text.data.trim() || text.parentElement.closest("svg") || !seen(text.parentElement)) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const height = bottom - top;
        const [high, low] = [top + height * 0.2, bottom - height * 0.15];
        const points = corners({ left, right, top: high, bottom: low });
        labels.push({ name: `“${text.data.trim()}”`, own: text, points });
      }
    }
    count += labels.length;
    for (const { name, points } of labels) {
      if (!inside(points, box)) found.push(`${name} leaves the drawing`);
    }
    compare(labels);
    const small = ".tile, .bubble__circle, .legend__badge";
    for (const each of drawing.querySelectorAll(small)) {
      if (seen(each) && each.scrollWidth > each.clientWidth + 1) {
        found.push(`“${each.textContent}” leaves its circle or tile`);
      }
    }
  }
  return [found, count];
}"""


def set_style(page: Page, text: str) -> None:
    """Let the rules in `text` hold on the page, beside its own."""
    page.evaluate(SET, text)


def find_meeting_labels(page: Page) -> tuple[list[str], int]:
    """Return the labels of drawings that meet or leave their boxes, and the number of labels."""
    found, count = page.evaluate(FIND)
    return [str(each) for each in found], int(count)
