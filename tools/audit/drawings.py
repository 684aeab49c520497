"""What a browser makes of the drawings of a page, and what another one does not make of them."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image
from playwright.sync_api import Page

# Sizes may differ by so many pixels, or by this part: fonts are drawn a little differently.
PIXELS, PART = 6, 0.2
# Shares of inked and of nearly black pixels may differ by this.
SHARE = 0.06
BLACK = 40
# Smaller drawings, in square pixels, are icons and the like: their parts are enough.
LARGE = 20_000
# Of every part of a drawing that can be seen: what it is, its colours, its width and height.
MEASURE = """() => {
  const every = "main svg, main .plate, main .chart, main .mosaic";
  const drawings = [...document.querySelectorAll(every)]
    .filter((each) => !each.parentElement.closest("svg, .plate, .chart, .mosaic")
      && each.getBoundingClientRect().width > 0);
  return drawings.map((drawing, at) => {
    drawing.dataset.drawing = at;
    return [drawing, ...drawing.querySelectorAll(":not(defs, defs *)")].flatMap((part) => {
      const { width, height } = part.getBoundingClientRect();
      if (!width && !height) return [];
      const { fill, stroke, color, backgroundColor, borderTopColor } = getComputedStyle(part);
      const name = `${part.localName}.${part.getAttribute("class") ?? ""}`;
      const colours = [fill, stroke, color, backgroundColor, borderTopColor].join(" ");
      return [[name, colours, width, height]];
    });
  });
}"""


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A drawing in a browser: its parts, and the shares of its pixels that are inked and black."""

    # Each with its name, its colours, its width and height in pixels.
    parts: tuple[tuple[str, str, float, float], ...]
    inked: float
    black: float


def read_drawings(page: Page) -> list[Drawing]:
    """Return the drawings of the `page`, in the order in which they stand."""
    measured: list[list[tuple[str, str, float, float]]] = page.evaluate(MEASURE)
    drawings = []
    for at, parts in enumerate(measured):
        inked = black = 0.0
        _, _, width, height = parts[0]
        if width * height > LARGE:
            drawing = page.locator(f"[data-drawing='{at}']")
            inked, black = _share_pixels(drawing.screenshot(animations="disabled"))
        whole = tuple((name, colours, x, y) for name, colours, x, y in parts)
        drawings.append(Drawing(parts=whole, inked=inked, black=black))
    return drawings


def _share_pixels(picture: bytes) -> tuple[float, float]:
    """Return which parts of the pixels are unlike the commonest one, and nearly black."""
    with Image.open(io.BytesIO(picture)) as opened:
        colours = opened.convert("RGB").getcolors(maxcolors=1 << 24) or []
    total = sum(count for count, _ in colours)
    dark = (n for n, colour in colours if isinstance(colour, tuple) and max(colour) < BLACK)
    return 1 - max(count for count, _ in colours) / total, sum(dark) / total


def compare_drawings(old: Sequence[Drawing], new: Sequence[Drawing]) -> list[str]:
    """Return what the `old` browser does not draw as the `new` one does."""
    if len(old) != len(new):
        return [f"{len(old)} drawings instead of {len(new)}"]
    return [line for pair in zip(old, new, strict=True) for line in _compare(*pair)]


def _compare(old: Drawing, new: Drawing) -> list[str]:
    if [part[0] for part in old.parts] != [part[0] for part in new.parts]:
        return [f"{len(old.parts)} parts instead of {len(new.parts)}"]
    found = []
    for (name, colours, *size), (_, true_colours, *true_size) in zip(
        old.parts, new.parts, strict=True
    ):
        if colours != true_colours:
            found.append(f"{name}: colours {colours} instead of {true_colours}")
        if any(
            abs(one - other) > max(PIXELS, PART * other)
            for one, other in zip(size, true_size, strict=True)
        ):
            found.append(f"{name}: size {size} instead of {true_size}")
    for word, one, other in (("inked", old.inked, new.inked), ("black", old.black, new.black)):
        if abs(one - other) > SHARE:
            found.append(f"{new.parts[0][0]}: {one:.2f} of it {word} instead of {other:.2f}")
    return found
