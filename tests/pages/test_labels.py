"""Labels of drawings: lines that fit, by a measure that no common font goes beyond."""

from hypothesis import given
from hypothesis import strategies as st

from pages.views.labels import measure, shorten, wrap

SIZE = 12.5
WORDS = st.text("abcdefghijklmnopqrstuvwxyzéÉMW0123-/’ ", max_size=80)


@given(WORDS, st.sampled_from([60, 90, 140]))
def test_every_line_fits_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width, SIZE, "fr")
    assert all(measure(line, SIZE) <= width for line in lines)

    def letters(text: str) -> str:
        return text.replace("-", "").replace(" ", "")

    assert letters("".join(lines)) == letters(text)


def test_a_long_word_is_parted_where_its_language_parts_it() -> None:
    assert wrap("interconnectivité", 110, SIZE, "fr") == ("interconnec-", "tivité")
    assert wrap("Plateforme/logiciel", 110, SIZE, "fr") == ("Plateforme/", "logiciel")
    assert len(wrap("w" * 80, 110, SIZE, "en")) > 8


def test_a_label_that_is_cut_has_an_ellipsis() -> None:
    assert shorten("Committee", 200, SIZE) == "Committee"
    short = shorten("Permanent Technical Committee", 100, SIZE)
    assert short.endswith("…")
    assert measure(short, SIZE) <= 100


# The widths of letters in DejaVu Sans and DejaVu Serif, the wider of both, plain and bold, in ems.
WIDEST = {
    "a": (0.613, 0.675), "e": (0.615, 0.678), "f": (0.370, 0.435), "i": (0.320, 0.380),
    "m": (0.974, 1.058), "n": (0.644, 0.727), "r": (0.478, 0.527), "s": (0.521, 0.595),
    "t": (0.402, 0.478), "w": (0.856, 0.924), "é": (0.615, 0.678), "œ": (1.028, 1.094),
    "B": (0.735, 0.845), "H": (0.872, 0.945), "I": (0.395, 0.468), "J": (0.401, 0.473),
    "M": (1.024, 1.107), "W": (1.028, 1.123), "É": (0.730, 0.762), "0": (0.636, 0.696),
    "–": (0.500, 0.500), "-": (0.361, 0.415), "«": (0.612, 0.646), "…": (1.000, 1.000),
    " ": (0.318, 0.348), "’": (0.318, 0.380), "(": (0.390, 0.473), "/": (0.337, 0.365),
}  # fmt: skip


def test_no_letter_is_wider_in_the_widest_fonts() -> None:
    for letter, widths in WIDEST.items():
        for bold in (False, True):
            assert measure(letter, 1, bold=bold) >= widths[bold] + 0.12, (letter, bold)
