"""Pictures drawn at build time, without any network: for shared links, and icons.

Pillow is loaded only when the first picture is drawn: `serve` and `check` start without it.
"""

import hashlib
import io
import textwrap
from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from website.colours import category_colour, read_colours
from website.disk_cache import keep

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
# Pillow's own font has no accents; this one comes as a package and is the same everywhere.
FONT_PACKAGE, FONT_FILE = "font_source_sans_pro", "files/SourceSansPro-Semibold.ttf"


def draw_once(folder: Path | None, draw: Callable[..., bytes], *arguments: Any) -> bytes:
    """Return the picture that `draw` draws from `arguments`, cached in `folder` if given.

    All 16 pictures take 0.2 s of processor time, a tenth of a build of 41 entries.
    """
    if folder is None:
        return draw(*arguments)
    import PIL

    inputs = (PIL.__version__, _read_code(), *read_colours().items(), draw.__name__, arguments)
    key = hashlib.sha256(repr(inputs).encode("utf-8")).hexdigest()
    return keep(folder / f"{key}.png", partial(draw, *arguments))


@cache
def _read_code() -> bytes:
    return Path(__file__).read_bytes()


def draw_card(title: str, subtitle: str, number: int | None) -> bytes:
    """Return a PNG with a title and a line below, in the colour of the category `number`."""
    from PIL import Image, ImageDraw

    colours = read_colours()
    image = Image.new("RGB", SIZE, colours["paper"])
    draw = ImageDraw.Draw(image)
    colour = colours["brand"] if number is None else category_colour(number)
    draw.rectangle((0, 0, 28, SIZE[1]), fill=colour)
    draw.rectangle((28, SIZE[1] - 110, SIZE[0], SIZE[1]), fill=colours["brand"])
    _draw_mark(draw, 90, 80, 72)
    y = 200
    for line in textwrap.wrap(_on_one_line(title), 32)[:4]:
        draw.text((90, y), line, font=_font(64), fill=colours["ink"])
        y += 78
    draw.text((90, SIZE[1] - 78), _on_one_line(subtitle), font=_font(34), fill=colours["brand-ink"])
    return _to_png(image)


def draw_icon(size: int) -> bytes:
    """Return the site's mark as a square PNG of `size` pixels."""
    from PIL import Image, ImageDraw

    colours = read_colours()
    image = Image.new("RGB", (size, size), colours["brand"])
    _draw_mark(ImageDraw.Draw(image), 0, 0, size)
    return _to_png(image)


def draw_maskable_icon(size: int) -> bytes:
    """Return the mark as a square PNG whose edges may be cut off.

    What counts is within the middle 80 %: the mark, whose corners stand for nothing, is 60 % wide.
    """
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (size, size), read_colours()["brand"])
    margin = size // 5
    _draw_mark(ImageDraw.Draw(image), margin, margin, size - 2 * margin)
    return _to_png(image)


def _on_one_line(text: str) -> str:
    """Return `text` without line breaks of any kind, which cannot be drawn."""
    return " ".join(text.split())


@cache
def _font(size: int) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont

    font = io.BytesIO((files(FONT_PACKAGE) / FONT_FILE).read_bytes())
    # Pillow's other layout engine, available only with the system library FriBidi, places letters
    # a little differently: the same input would not give the same bytes.
    return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)


def _draw_mark(draw: "ImageDraw.ImageDraw", left: int, top: int, size: int) -> None:
    """Draw the mark of docs/assets/favicon.svg, which is 32 units wide."""
    colours, unit = read_colours(), size / 32
    corners = (left, top, left + size, top + size)
    draw.rounded_rectangle(corners, radius=8 * unit, fill=colours["brand"])
    for y, end in ((10.5, 23), (16, 18), (21.5, 14)):
        draw.line(
            (left + 9 * unit, top + y * unit, left + end * unit, top + y * unit),
            fill=colours["brand-ink"],
            width=max(1, round(2.5 * unit)),
        )
    x, y, radius = left + 21.5 * unit, top + 20.5 * unit, 3.5 * unit
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colours["brand-highlight"])


def _to_png(image: "Image.Image") -> bytes:
    from PIL import Image

    output = io.BytesIO()
    # Three times as fast as the default, and lossless here, since there are few colours.
    image.quantize(64, Image.Quantize.FASTOCTREE).save(output, "PNG")
    return output.getvalue()
