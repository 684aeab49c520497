"""Pages of one shape share a shell, and come out as if each had been filled by itself."""

from collections.abc import Mapping
from typing import Any

import jinja2
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_site.shell import Shells
from mkdocs_site.source import split_source
from website.navigation import Alternate, Frame, MenuItem

# Asks for what there is, escapes as the theme's templates do, and tells the shape.
_TEMPLATE = jinja2.Environment().from_string(
    """{% if meta.description %}<meta content="{{ meta.description }}">{% endif %}
<title>{{ meta.title }}</title> {{ meta.kind }}
{% for each in frame.alternates %}{{ each.language }} {{ each.url | e }}{% endfor %}
{% for item in frame.menu %}{{ item.title }}{{ "!" if item.active }}{% endfor %}
{% for item in frame.trail %}<a href="{{ item.link | e }}">{{ item.title | e }}</a>{% endfor %}
{% if frame.previous %}{{ frame.previous.link | e }} {{ frame.previous.title | e }}{% endif %}
{% if frame.next %}{{ frame.next.link | e }} {{ frame.next.title | e }}{% endif %}
{% if frame.edit_line %}{{ frame.edit_link | e }} {{ frame.edit_line | e }}{% endif %}
{{ frame.report_link | e }} {{ frame.url | e }} {{ frame.picture | e }} {{ frame.hosted_url | e }}
{% if frame.page_data %}<script>{{ frame.page_data }}</script>{% endif %}
<main>{{ content }}</main>"""
)
# Characters for private use are refused in the data, which is why they can be marks.
_TEXTS = st.text(st.characters(exclude_categories=["Co", "Cs"]), max_size=12)
_ITEMS = st.builds(MenuItem, title=_TEXTS, link=_TEXTS, path=_TEXTS)
_FRAMES = st.builds(
    Frame,
    path=_TEXTS,
    kind=st.just("initiatives"),
    home=st.just("../"),
    other_language=st.sampled_from(["fr", "en"]),
    other_link=_TEXTS,
    menu=st.tuples(
        st.builds(MenuItem, title=st.just("m"), link=st.just("."), active=st.booleans())
    ),
    trail=st.lists(_ITEMS, max_size=2).map(tuple),
    previous=st.none() | _ITEMS,
    next=st.none() | _ITEMS,
    alternates=st.lists(
        st.builds(Alternate, language=st.sampled_from(["fr", "en"]), url=_TEXTS), max_size=2
    ).map(tuple),
    edit_link=_TEXTS,
    edit_line=_TEXTS,
    page_data=_TEXTS,
    picture=_TEXTS,
    url=_TEXTS,
    report_link=_TEXTS,
    hosted_url=_TEXTS,
)
_META = st.fixed_dictionaries(
    {"title": _TEXTS, "description": _TEXTS, "kind": st.sampled_from(["a", "b"])}
)


def _render(name: str, frame: Frame, meta: Mapping[str, Any], content: str) -> str:
    return _TEMPLATE.render(frame=frame, meta=meta, content=content)


@given(st.lists(st.tuples(_FRAMES, _META, _TEXTS), min_size=2, max_size=6))
def test_a_page_is_as_its_template_makes_it(
    pages: list[tuple[Frame, dict[str, Any], str]],
) -> None:
    shells = Shells(_render)
    for frame, meta, content in pages:
        assert shells.make("fr/x.md", frame, meta, content) == _render("", frame, meta, content)


def test_pages_of_one_shape_share_their_shell() -> None:
    calls: list[str] = []

    def render(name: str, frame: Frame, meta: Mapping[str, Any], content: str) -> str:
        calls.append(name)
        return _render(name, frame, meta, content)

    shells = Shells(render)
    for title in ("A & B", "C", "D"):
        item = MenuItem(title=title, link=f"../{title}/")
        frame = Frame(
            path=title,
            kind="initiatives",
            home="../",
            other_language="en",
            other_link="../en/",
            menu=(),
            next=item,
        )
        page = shells.make(title, frame, {"title": title, "kind": "a"}, f"<p>{title}</p>")
        assert page == _render("", frame, {"title": title, "kind": "a"}, f"<p>{title}</p>")
    assert calls == ["A & B"]


def test_a_source_is_parted_from_its_front_matter() -> None:
    source = '---\ntitle: "A: b"\nhide: [toc]\n---\n\n<p>\n---\n</p>\n'
    assert split_source(source) == ({"title": "A: b", "hide": ["toc"]}, "<p>\n---\n</p>\n")
