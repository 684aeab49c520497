"""What a language has for readers who keep the site on a device: a page, and a script's words."""

from collections.abc import Iterator
from functools import partial

from website import urls
from website.artifact import Artifact
from website.frame.theme import Theme
from website.frame.whole_page import Sites, render_not_kept
from website.json_in_html import to_compact_json
from website.localized_site import LocalizedSite

# Those that docs/assets/js/keep/ uses.
WORDS = (
    "keep-change",
    "keep-documents-short",
    "keep-done",
    "keep-fetching",
    "keep-figures",
    "keep-kept",
    "keep-language-en",
    "keep-language-fr",
    "keep-later",
    "keep-line-kept",
    "keep-line-newer",
    "keep-line-running",
    "keep-line-stopped",
    "keep-newer",
    "keep-no-answer",
    "keep-no-newer",
    "keep-none",
    "keep-open",
    "keep-removed",
    "keep-see",
    "keep-stopped-changed",
    "keep-stopped-line",
    "keep-stopped-reader",
    "keep-stopped-refused",
    "keep-stopped-space",
    "keep-swapped",
    "keep-total",
    "keep-updating",
    "kilobytes",
    "megabytes",
)


def list_for_keeping(
    sites: Sites, site: LocalizedSite, theme: Theme, root: str
) -> Iterator[Artifact]:
    """Yield the artifacts of a language; `root` is the path of the site on its host.

    None where the site is not to be kept.
    """
    if not site.keeps:
        return
    language = site.language
    page = partial(render_not_kept, sites, language, theme, root)
    yield Artifact(path=urls.not_kept(language), render=page)
    yield Artifact(path=f"{language}/{urls.KEPT_WORDS}", render=partial(_write_words, site))


def _write_words(site: LocalizedSite) -> str:
    return to_compact_json(site.words.pick(WORDS))
