"""One language of the site: the register with all that its pages share."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

import jinja2
from markupsafe import Markup

from register.classification import group_entries
from register.model import Bilingual, Edition, Initiative, Language, ListPlace
from register.register import Register
from register.vocabulary import Body, Category
from website import urls
from website.entries.entry_view import EntryView
from website.limits import DEFAULT_LIMITS, Limits
from website.page import Page
from website.templates import put_words_in
from website.text.dates import format_partial_date, format_span
from website.text.glossary_finder import GlossaryFinder
from website.text.glossary_parts import divide_letters, find_letter
from website.text.interface_words import Words
from website.text.prose import Prose, join_lines
from website.urls import Links

Shared = TypeVar("Shared")


class LocalizedSite:
    """What the pages of one language have in common."""

    def __init__(
        self,
        register: Register,
        language: Language,
        templates: jinja2.Environment,
        links: Links,
        site_url: str = "",
        documents: Collection[str] = (),
        *,
        preview: bool = False,
        keeps: bool = False,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        """Prepare the site in `language`.

        `templates` come from `make_templates`; `site_url` is the URL of the hosted site, to which
        citations and documents lead, empty where it is not known; with `preview`, pages link to the
        editorial desk; with `keeps`, readers can keep the site on a device; `documents` are the
        names of the PDFs that exist; `limits` says how much a page holds before it is divided.
        """
        self.documents = documents
        self.site_url = site_url
        self.preview = preview
        self.keeps = keeps
        self.limits = limits
        self.register = register
        self.language: Language = language
        self.other: Language = "en" if language == "fr" else "fr"
        self.links = links
        self.words = Words(register.words, language)
        self.glossary_finder = GlossaryFinder(register.glossary, language)
        self._templates = put_words_in(templates, language, self.words)
        self._views: dict[str, EntryView] = {}
        self._shared: dict[Hashable, Any] = {}

    def share(self, key: Hashable, make: Callable[[], Shared]) -> Shared:
        """Return what `make` returned when it was first called for `key`.

        `key` has to be different for everything that the result depends on, besides the site.
        """
        if key not in self._shared:
            self._shared[key] = make()
        shared: Shared = self._shared[key]
        return shared

    def render_once(self, template: str, *values: Hashable, **context: Any) -> Markup:
        """Return `template` as it was first rendered for these `values`, for use in others.

        It may depend on nothing else but what is the same for all pages. Measured, with `share`:
        what stands around a page takes 0.25 ms in place of 0.38.
        """
        return self.share(
            (template, values), lambda: Markup(self.render(template, urls.HOME, **context))
        )

    def render(self, template: str, path: str, **context: Any) -> str:
        """Return the text of `template` rendered for the page at `path` (without language)."""
        return self._templates.get_template(template).render(self._describe(path), **context)

    def render_page(self, template: str, path: str, **context: Any) -> Page:
        """Return the page at `path` (without language) from `template`.

        The template sets `title`, `description` and `kind`, and may set `styles` and `scripts`.
        """
        module = self._templates.get_template(template).make_module(
            {**self._describe(path), **context}
        )
        values = vars(module)
        return Page(
            path=path,
            title=join_lines(str(values["title"])),
            description=join_lines(str(values["description"])),
            kind=values["kind"],
            body=Markup(module),
            styles=tuple(values.get("styles", ())),
            scripts=tuple(values.get("scripts", ())),
        )

    def _describe(self, path: str) -> dict[str, Any]:
        """Return the context that all templates share."""
        return {
            "site": self,
            "t": self.words,
            "lang": self.language,
            "path": path,
            "register": self.register,
            "vocabulary": self.register.vocabulary,
            "prose": self.explain(path),
        }

    def entry_id_of(self, path: str) -> str:
        """Return the id of the entry whose page is at `path`; empty for any other page."""
        folder, _, name = path.partition("/")
        return name if folder == "initiatives" and name in self.register.by_id else ""

    def explain(self, path: str) -> Prose:
        """Return the `Prose` that splits and explains the texts of the page at `path`."""
        page = f"{self.language}/{path}"
        return Prose(
            self.glossary_finder,
            self.language,
            lambda term: self.links.to_anchor(
                page, f"{self.language}/{self.glossary_paths[term]}", term
            ),
        )

    @cached_property
    def glossary_paths(self) -> dict[str, str]:
        """The path of the page that explains each term, by the term's id."""
        glossary = self.register.glossary
        pages = {
            letter: urls.part(urls.GLOSSARY, str(nth))
            for nth, letters in enumerate(divide_letters(glossary, self.limits.terms), start=1)
            for letter in letters
        }
        return {
            term.id: pages.get(find_letter(term, self.language), urls.GLOSSARY) for term in glossary
        }

    def link(self, origin: str, target: str, language: Language | None = None) -> str:
        """Return the link between two pages of this language, or to one of `language`."""
        return self.links.relative(
            f"{self.language}/{origin}", f"{language or self.language}/{target}"
        )

    def say(self, text: Bilingual) -> str:
        """Return `text` in this language."""
        return text[self.language]

    def title(self, entry: Initiative) -> str:
        """Return an entry's name, with our qualifier where several entries share the name.

        A draft, which only the preview has, is called one wherever its name stands.
        """
        name = entry.name[self.language]
        if entry.qualifier is not None:
            name += f"{self.words('qualifier-separator')}{entry.qualifier[self.language]}"
        return f"{name} ({self.words('draft').lower()})" if entry.draft else name

    def mark(self, entry: Initiative) -> str:
        """Return that `entry` was withdrawn or is no longer listed, or nothing."""
        if entry.withdrawn:
            return self.words("withdrawn")
        return self.words("left") if entry.id in self.register.departures else ""

    def count_left(self, entries: Iterable[Initiative]) -> int:
        """Return how many of `entries` the latest lists no longer have."""
        return sum(entry.id in self.register.departures for entry in entries)

    def body_short(self, body: Body) -> str:
        """Return a body's acronym or, where it has none, its name."""
        return (body.short or body.name)[self.language]

    def body_long(self, body: Body) -> str:
        """Return a body's name, followed by its acronym if it has one.

        The acronym is the short form or the part of it in brackets, "DRC" of "OMD (DRC)"; other
        short forms only shorten the name.
        """
        name, short = body.name[self.language], self.body_short(body)
        letters = short.partition("(")[2].rstrip(")") or short
        is_new = _is_acronym(letters) and letters not in name
        return f"{name} ({letters})" if is_new else name

    def imprint(self) -> str:
        """Return the sentence on who publishes this edition, or that no publisher is named."""
        publisher = self.register.publication.publisher
        if publisher is None:
            return self.words("not-official")
        return self.words("published-by", publisher=self.say(publisher.name))

    def date(self, value: str) -> str:
        """Return a date at the precision known."""
        return format_partial_date(value, self.language)

    def span(self, start: str, end: str | None) -> str:
        """Return a date or a span of dates."""
        return format_span(start, end, self.language, self.words("date-to"))

    @property
    def category_names(self) -> list[str]:
        """The short names of the categories, in their order."""
        return [self.say(each.short) for each in self.register.vocabulary.categories.values()]

    def category_number(self, category_id: str) -> int:
        """Return the place of a category among the five, from 1."""
        return list(self.register.vocabulary.categories).index(category_id) + 1

    @cached_property
    def facets(self) -> dict[str, dict[str, list[Initiative]]]:
        """Entries of each value of each facet."""
        return group_entries(self.register)

    @cached_property
    def neighbours(self) -> dict[str, tuple[str | None, str | None]]:
        """Ids of the entries before and after each entry within its category."""
        found: dict[str, tuple[str | None, str | None]] = {}
        for entries in self.register.by_category.values():
            ids = [None, *(entry.id for entry in entries), None]
            for before, entry, after in zip(ids, entries, ids[2:], strict=False):
                found[entry.id] = (before, after)
        return found

    def labels(self, table: Mapping[str, Any]) -> dict[str, str]:
        """Return the labels of a vocabulary table by id."""
        return {key: term.label[self.language] for key, term in table.items()}

    def view(self, entry: Initiative) -> EntryView:
        """Return `entry` in this language; the same view each time."""
        if entry.id not in self._views:
            self._views[entry.id] = EntryView(self, entry)
        return self._views[entry.id]

    def category(self, entry: Initiative) -> Category:
        """Return the category of `entry`."""
        return self.register.vocabulary.categories[entry.category]

    def number(self, entry: Initiative) -> int | None:
        """Return the number of `entry` in the newest list, None if that no longer has it."""
        if entry.id in self.register.departures:
            return None
        return next((place.number for _, place in self.register.places(entry)), None)

    def list_number(self, edition: Edition, place: ListPlace) -> str:
        """Return the localized label of an entry's number in a list."""
        return self.words("number-in-list", number=place.number, list=self.say(edition.short))

    urls = urls


def _is_acronym(text: str) -> bool:
    """Return whether `text` is one word with two capitals or more: WGDS, RKC/MC, FCD-Corée."""
    return " " not in text and sum(map(str.isupper, text)) > 1
