"""The macros of hand-written pages: figures, cards, charts and lists of the register.

A macro that returns HTML leaves a placeholder in the page, which `fill` replaces after Markdown:
otherwise register text would be read as Markdown.
"""

import re
from collections.abc import Callable
from functools import partial

from pages.handwritten.downloads import Download
from pages.handwritten.ways_in import list_ways
from pages.lists.list_pages import KINDS, link_documents
from pages.views.bar_chart import Bar, count_bars, count_phases, list_largest
from website.data_files import DATA_FILES
from website.entries.entry_tile import make_tile
from website.localized_site import LocalizedSite

FOLDER = "macros/"
# Macros that are their template and nothing more, below the folder.
TEMPLATES = (
    *("category_cards", "working_translations", "tables/editions_table", "tables/fields_table"),
    *("report_error", "publisher", "contact", "credit", "keep_panel"),
)
# With more entries, tiles would no longer give an overview.
MOSAIC_LIMIT = 120
# With more leads, a chart would be longer than the rest of its page.
LARGEST_LEADS = 10
# Private-use characters, which no text contains.
_MARK = "\ue000{}\ue001"
_MARKED = re.compile(r"<p>\ue000(\d+)\ue001</p>|\ue000(\d+)\ue001")


class _Placeholders:
    """The page being built, and the HTML that is to be put into it."""

    def __init__(self) -> None:
        """Start without a page."""
        self._site: LocalizedSite | None = None
        self._path = ""
        self._kept: list[str] = []
        self.downloads: tuple[Download, ...] = ()
        self.is_offline = False

    def begin(self, site: LocalizedSite, path: str) -> None:
        """Set the page being built: that at `path` (without language) of `site`."""
        self._site = site
        self._path = path
        self._kept = []

    def fill(self, content: str) -> str:
        """Return `content` with its placeholders replaced by the HTML of the macros."""
        return _MARKED.sub(lambda mark: self._kept[int(mark[1] or mark[2])], content)

    @property
    def site(self) -> LocalizedSite:
        """The language site of the page being built."""
        if self._site is None:
            raise RuntimeError("macros are for pages below docs/fr and docs/en only")
        return self._site

    def all_macros(self) -> dict[str, Callable[..., object]]:
        """Return the macros by name."""
        methods = {name: getattr(self, name) for name in vars(Macros) if name[0] != "_"}
        return methods | {each.split("/")[-1]: partial(self._render, each) for each in TEMPLATES}

    def _render(self, part: str, **context: object) -> str:
        html = self.site.render(f"{FOLDER}{part}.html", self._path, **context)
        self._kept.append(html.strip())
        return _MARK.format(len(self._kept) - 1)


class Macros(_Placeholders):
    """The macros of the page being built: each public method is one, and so are `TEMPLATES`."""

    def initiative_count(self) -> int:
        """Return the number of entries."""
        return len(self.site.register.initiatives)

    def left_note(self) -> str:
        """Return how many entries the latest list no longer has, as a sentence; or nothing."""
        left = self.site.count_left(self.site.register.initiatives)
        return f" {self.site.words('sentence-left', count=left)}" if left else ""

    def category_count(self) -> int:
        """Return the number of categories."""
        return len(self.site.register.vocabulary.categories)

    def anomaly_count(self) -> int:
        """Return the number of anomalies found in the source."""
        return len(self.site.register.anomalies.anomalies)

    def as_of(self) -> str:
        """Return the date that the information is as of."""
        return self.site.date(self.site.register.publication.as_of)

    def url(self, path: str) -> str:
        """Return the link to a page of the same language, given its path."""
        return self.site.link(self._path, path)

    def mosaic(self) -> str:
        """Return a tile per entry, by category; nothing if there are more than `MOSAIC_LIMIT`."""
        site = self.site
        if len(site.register.initiatives) > MOSAIC_LIMIT:
            return ""
        return self._render("mosaic", make_tile=partial(make_tile, site, self._path))

    def at_a_glance(self) -> str:
        """Return the charts of phases, access levels and leads, each with its table."""
        site = self.site
        entries, vocabulary = site.register.initiatives, site.register.vocabulary
        return self._render(
            "at_a_glance",
            count=len(entries),
            phases=count_phases(site, entries),
            access=count_bars(
                (e.access.level for e in entries), site.labels(vocabulary.access_levels)
            ),
            leads=self._lead_bars(),
        )

    def ways_in(self) -> str:
        """Return the ways into the register as cards, one per intention of a reader."""
        ways = list_ways(self.site, self._path, is_offline=self.is_offline)
        return self._render("ways_in", behind=ways.pop("behind"), ways=ways)

    def terms_table(self, table: str) -> str:
        """Return the terms of a vocabulary table, for instance "phases", with their meaning."""
        terms = getattr(self.site.register.vocabulary, table).values()
        return self._render("tables/terms_table", terms=terms)

    def downloads_table(self) -> str:
        """Return the files to download, with size, date and hash."""
        return self._render("tables/downloads_table", downloads=self.downloads)

    def data_files_table(self) -> str:
        """Return the data files and feeds, with what each is for."""
        return self._render("tables/data_files_table", files=DATA_FILES)

    def documents_table(self) -> str:
        """Return the lists as documents, PDF and Word."""
        lists = {kind: link_documents(self.site, self._path, kind) for kind in KINDS}
        pages = {kind: self.url(path) for kind, path in KINDS.items()}
        return self._render("documents_table", lists=lists, pages=pages)

    def text_licence(self) -> str:
        """Return a link to the licence of the register's texts."""
        return self._render("licence", licence=self.site.register.publication.text_licence)

    def code_licence(self) -> str:
        """Return a link to the licence of the code."""
        return self._render("licence", licence=self.site.register.publication.code_licence)

    def _lead_bars(self) -> list[Bar]:
        site = self.site
        leads = [
            actor
            for entry in site.register.initiatives
            for actor in site.view(entry).actors("lead")
        ]
        names = {actor.id: actor.short for actor in leads}
        # Bars of equal length are in the order of the vocabulary.
        labels = {key: names[key] for key in site.register.vocabulary.bodies if key in names}
        bars = count_bars([actor.id for actor in leads], labels)
        return list_largest(bars, LARGEST_LEADS, site.words("chart-others"))
