"""The whole register of one language as a single HTML file, to send by mail."""

import base64
import hashlib
from collections.abc import Mapping
from functools import partial

import jinja2
from markupsafe import Markup

from pages.entries.entry_page import describe_initiative
from pages.reference.glossary import list_terms
from register.model import Initiative, Language
from register.register import Register
from website.entries.entry_tile import make_tile
from website.localized_site import LocalizedSite
from website.text.prose import Prose
from website.urls import Links


class AnchorLinks(Links, frozen=True, kw_only=True):
    """Links within the single file: every page is an anchor in it."""

    def relative(self, origin: str, target: str) -> str:
        """Return the anchor of the page at `target`, for instance "#cen-top"; empty without one."""
        folder, _, name = target.partition("/")[2].rpartition("/")
        if folder == "initiatives":
            return f"#{name}-top"
        if folder.partition("/")[0] == "by":
            return ""
        return f"#category-{name}" if folder == "categories" else f"#{name}"

    def to_anchor(self, origin: str, target: str, anchor: str) -> str:
        """Return the link to `anchor`, which is in the same file whatever the `target`."""
        return f"#{anchor}"


def render_single_file(
    register: Register,
    language: Language,
    templates: jinja2.Environment,
    parts: Mapping[str, str],
    hosted_url: str,
) -> str:
    """Return the single file of `language`.

    `parts` holds the texts of the style sheet ("style") and of the script ("script") to embed, and
    what the search knows of the language as JSON ("search_data"); `hosted_url` is the URL of the
    hosted site, empty where it is not known.
    """
    site = LocalizedSite(register, language, templates, AnchorLinks(), hosted_url)
    return site.render(
        "single_file.html",
        "index",
        make_tile=partial(make_tile, site, "index"),
        render_entry=partial(_render_entry, site, site.explain("index")),
        terms=list_terms(site, "index"),
        style=Markup(parts["style"]),
        script=Markup(parts["script"]),
        search_data=Markup(parts["search_data"]),
        policy=_write_policy(parts),
        hosted_url=hosted_url,
        as_of=site.date(register.publication.as_of),
        count=len(register.initiatives),
    )


def _render_entry(site: LocalizedSite, prose: Prose, entry: Initiative) -> Markup:
    """Return the HTML of `entry`; `prose` explains the texts of the whole file."""
    prose.start_entry()
    context = describe_initiative(site, entry)
    context |= {"anchor": f"{entry.id}-", "level": 3, "prose": prose}
    return Markup(site.render("entries/entry.html", f"initiatives/{entry.id}", **context))


def _write_policy(parts: Mapping[str, str]) -> str:
    """Return the Content-Security-Policy of the file: its own style and script, nothing else."""

    def source(text: str) -> str:
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"

    return (
        f"default-src 'none'; script-src {source(parts['script'])}; "
        f"style-src {source(parts['style'])}; img-src data:; base-uri 'none'; form-action 'none'"
    )
