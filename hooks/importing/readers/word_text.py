"""The text of a paragraph of Word: runs, tracked changes, bullets, raised figures."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What is struck by a change, or stands elsewhere on the page: notes, comments, drawings' twins.
_LEFT_OUT = frozenset(
    {
        *(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr")),
        *(f"{W}{name}" for name in ("commentReference", "footnoteReference", "endnoteReference")),
        *(f"{W}{name}" for name in ("txbxContent", "ruby", "fldData")),
        f"{_MC}Fallback",
    }
)
_SIGNS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# List paragraphs of Word's own styles carry their bullet in the style.
_BULLET_STYLES = ("List", "Liste")


class Numbering(Struct, kw_only=True):
    """Which lists of a document are bullets, and how far the numbered ones have counted."""

    bullets: frozenset[str] = frozenset()
    counts: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, document: Any) -> "Numbering":
        """Return the numbering of `document`, from python-docx."""
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return cls()
        kinds = {
            abstract.get(f"{W}abstractNumId"): kind.get(f"{W}val")
            for abstract in root.iter(f"{W}abstractNum")
            if (kind := abstract.find(f"{W}lvl/{W}numFmt")) is not None
        }
        return cls(
            bullets=frozenset(
                number.get(f"{W}numId")
                for number in root.iter(f"{W}num")
                if (link := number.find(f"{W}abstractNumId")) is not None
                and kinds.get(link.get(f"{W}val")) == "bullet"
            )
        )


def read_styles(document: Any) -> dict[str, str]:
    """Return what each style of `document`, from python-docx, is called, by its id.

    In small letters, and in Word of every language: "heading 1".
    """
    styles = document.styles.element.iter(f"{W}style")
    names = {style.get(f"{W}styleId", ""): style.find(f"{W}name") for style in styles}
    return {key: name.get(f"{W}val", "").lower() for key, name in names.items() if name is not None}


def find_style(paragraph: Any, styles: Mapping[str, str]) -> str:
    """Return the name of the style of `paragraph` among `styles`, or nothing."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else styles.get(style.get(f"{W}val", ""), "")


def read_paragraph(paragraph: Any, numbering: Numbering) -> str:
    """Return the text of `paragraph`; an item of a list begins with "- ".

    Word may number the rows of a table by itself: of a numbered paragraph without text, the number
    is the text.
    """
    parts: list[str] = []
    _gather(paragraph, parts)
    text = "\n".join(" ".join(line.split()) for line in "".join(parts).split("\n")).strip()
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if number is not None and number.get(f"{W}val") != "0":
        key = number.get(f"{W}val", "")
        if key in numbering.bullets:
            return f"- {text}" if text else ""
        numbering.counts[key] += 1
        return f"- {text}" if text else str(numbering.counts[key])
    if text and style is not None and style.get(f"{W}val", "").startswith(_BULLET_STYLES):
        return text if text.startswith("- ") or "Paragraph" in style.get(f"{W}val") else f"- {text}"
    return text


def _gather(element: Any, parts: list[str]) -> None:
    for child in element:
        if child.tag in _LEFT_OUT or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}r":
            if child.find(f"{W}rPr/{W}vanish") is None:
                _gather_run(child, parts)
        else:
            _gather(child, parts)


def _gather_run(run: Any, parts: list[str]) -> None:
    raised = run.find(f"{W}rPr/{W}vertAlign")
    is_raised = raised is not None and raised.get(f"{W}val") == "superscript"
    for child in run:
        if child.tag == f"{W}t":
            text = child.text or ""
            # "m2" is no number two; letters, as in "5ème", read the same on the line.
            parts.append(text.translate(_RAISED) if is_raised else text)
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif child.tag == f"{W}sym":
            parts.append(" ")
