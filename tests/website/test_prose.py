"""Any text in prose: shown as typed, nothing lost, no element of its own."""

import re

import lxml.html
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from pages.entries.entry_page import render_initiative
from register.model import Bilingual, GlossaryForm, GlossaryTerm
from register.register import Register
from support.build import TEMPLATES
from support.yaml_loading import load_yaml
from website.localized_site import LocalizedSite
from website.page import Page
from website.text.glossary_finder import GlossaryFinder
from website.text.prose import Prose, join_lines, shorten, split_blocks
from website.urls import Links

TERMS = [
    GlossaryTerm(
        id="wco",
        fr=GlossaryForm(short="OMD", long="Organisation mondiale des douanes"),
        en=GlossaryForm(short="WCO", long="World Customs Organization"),
    ),
    GlossaryTerm(
        id="clikc",
        fr=GlossaryForm(short="CLiKC!", long="Plateforme"),
        en=GlossaryForm(short="CLiKC!", long="Platform"),
    ),
]
FINDER = GlossaryFinder(TERMS, "fr")
PROSE = TEMPLATES.get_template("partials/prose.html").module

# XML cannot hold control characters; the register's texts have none.
words = st.text(
    st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\ufffe\uffff")
)
hostile = st.sampled_from(
    [
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "{{ 7*7 }}",
        "{% raw %}",
        "&amp;",
        "OMD",
        "CLiKC!",
        "- ",
        "\n\n",
        "\n",
        '"',
        "'",
        "<!--",
        "]]>",
        "](javascript:alert(1))",
    ]
)
texts = st.lists(st.one_of(words, hostile), max_size=12).map("".join)


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(texts)
def test_taken_apart_a_text_loses_nothing(text: str) -> None:
    blocks = Prose(FINDER, "fr", "glossary/#{}".format).blocks(text)
    kept = "".join(s.text for block in blocks for line in block.lines for s in line)
    assert squeeze(kept) == squeeze(
        "".join(line.removeprefix("- ") for lines in split_blocks(text) for line in lines)
    )
    without_bullets = re.sub(r"(?m)^\s*- ", "", text)
    assert squeeze(kept).replace("-", "") == squeeze(without_bullets).replace("-", "")


@given(texts)
def test_a_text_shows_as_typed_and_makes_no_element_of_its_own(text: str) -> None:
    html = str(PROSE.blocks(Prose(FINDER, "fr", "glossary/#{}".format).blocks(text)))
    tree = lxml.html.fragment_fromstring(html, create_parent="div")
    assert {element.tag for element in tree.iter()} <= {"div", "p", "ul", "li", "span", "a", "abbr"}
    for note in tree.xpath("//*[@role='tooltip']"):
        note.drop_tree()
    expected = "".join(line.removeprefix("- ") for lines in split_blocks(text) for line in lines)
    assert squeeze(tree.text_content()) == squeeze(expected)


@given(texts)
def test_a_title_is_one_safe_line_of_front_matter(text: str) -> None:
    title = " ".join(text.split())
    page = Page(path="a", title=title, description="", kind="text", body=Markup("body"))
    front = page.to_markdown().removeprefix("---\n").partition("---\n")[0]
    line = front.split("\n")[0]
    # By another's reader: ours refuses letters that have a simpler form.
    assert load_yaml(line)["title"] == title


def test_on_one_line_a_text_keeps_its_narrow_spaces(register: Register) -> None:
    assert join_lines("\n  Un\u202f:\n\t  deux\u00a0trois  \r\n") == "Un\u202f: deux\u00a0trois"
    # Of its own: a site knows the view of an entry by its id once it was made.
    site = LocalizedSite(register, "fr", TEMPLATES, Links())
    entry = register.by_id["cen"]
    name = Bilingual(fr="Quoi\u202f? «\u202fTrois\u202f»", en="What?")
    named = entry.model_copy(update={"name": name, "objective": name})
    page = render_initiative(site, named)
    assert page.title == name.fr
    assert page.description.startswith(name.fr)


@given(texts, st.integers(min_value=20, max_value=200))
def test_a_shortened_text_is_a_beginning(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    plain = shorten(text, 10**6)
    assert plain.startswith(short.removesuffix("…"))
