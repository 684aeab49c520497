"""Prepare the style sheets and scripts of a build: what goes where, under which names.

Ours go into folders with a content hash in their names (`assets/js-1a2b3c4d/`), so that browsers
may cache them for good. A script finds the others beside it, and the site's root two folders above.
"""

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from assets.script_bundles import JS, VENDOR, Bundles, join_bundles
from assets.style_bundles import CSS, SITE, put_in_layers
from assets.style_sheet import find_names, make_stylesheet, squeeze_sheet
from website.disk_cache import keep

THEME_STYLES = re.compile(r"assets/stylesheets/(main|palette)\.[0-9a-f]+\.min\.css")
THEME_SCRIPT = re.compile(r"assets/javascripts/bundle\.[0-9a-f]+\.min\.js")
# Files of the theme that no page requests: source maps, an icon, and its search worker, which ours
# replaces.
_UNUSED = re.compile(
    r"assets/(stylesheets/(?!main|palette).*|.*\.map|images/favicon\.png"
    r"|javascripts/(lunr|workers)/.*)"
)
_PROPERTY = re.compile(r"--[\w-]+")


def is_used(name: str) -> bool:
    """Return whether any page requests the theme's file `name`."""
    return not _UNUSED.fullmatch(name)


class Assets(Struct, frozen=True, kw_only=True):
    """The prepared assets: the one sheet of every page, the scripts, and where each file is.

    `generated` are texts by their names in the site; `moved` has the name in the site by the one
    that templates use. Files that `replaced` names are not in the site.
    """

    stylesheet_name: str
    generated: Mapping[str, str]
    moved: Mapping[str, str]
    replaced: frozenset[str]

    @property
    def folders(self) -> list[str]:
        """The folders whose files never change under the same name, each with a trailing slash."""
        names = (self.stylesheet_name, *self.moved.values())
        own = {"/".join(name.split("/")[:2]) + "/" for name in names}
        return sorted({*own, "assets/javascripts/"})


def prepare_assets(
    files: Mapping[str, str],
    styles: Bundles,
    bundles: Bundles,
    templates: Iterable[str],
    pages: Iterable[str],
    cache: Path,
    preview_styles: Bundles,
    absent: Collection[str],
) -> Assets:
    """Prepare the style sheets and scripts among `files`, which are texts by name.

    `styles` and `bundles` name the parts of our sheets and scripts; `templates` and `pages` are the
    sources in which used names are looked for. The prepared sheet is cached in the folder `cache`.
    The sheets of `preview_styles` are beside the others, and change neither these nor their names.
    Classes that are `absent` from every page have no rules of ours in the sheet of every page.
    """
    theme_script = next((files[name] for name in files if THEME_SCRIPT.fullmatch(name)), "")
    scripts = join_bundles(bundles, files)
    names = find_names(templates, pages, scripts.values(), theme_script)
    sheets = _make_sheets(styles, files, cache)
    # What the sheets of some pages and the scripts use of the sheet of every page.
    others = (*sheets.values(), *scripts.values())
    properties = {each for text in others for each in _PROPERTY.findall(text)}
    theme = sorted(name for name in files if THEME_STYLES.fullmatch(name))
    sources = ([files[name] for name in theme], put_in_layers(SITE, files))
    known = (sorted(each) for each in (names, properties, absent))
    stylesheet = _make_once(cache, make_stylesheet, *sources, *known)
    css, js = _version([stylesheet, *sheets.values()]), _version(scripts.values())
    sheets |= _make_sheets(preview_styles, files, cache)
    moved = {name: name.replace(CSS, f"assets/css-{css}/", 1) for name in sheets}
    moved |= {name: name.replace(JS, f"assets/js-{js}/", 1) for name in scripts}
    generated = {moved[name]: text for name, text in {**sheets, **scripts}.items()}
    name = f"assets/css-{css}/site.css"
    return Assets(
        stylesheet_name=name,
        generated={name: stylesheet, **generated},
        moved=moved,
        replaced=frozenset([*theme, *(n for n in files if n.startswith((CSS, JS, VENDOR)))]),
    )


def _make_sheets(styles: Bundles, files: Mapping[str, str], cache: Path) -> dict[str, str]:
    """Return the sheets that only some pages have, by name, from the cache if possible."""
    return {
        f"{CSS}{name}.css": _make_once(cache, squeeze_sheet, put_in_layers(parts, files))
        for name, parts in styles.items()
    }


def _make_once(cache: Path, make: Callable[..., str], *inputs: str | list[str]) -> str:
    """Return what `make` makes of `inputs` in up to half a second, from the cache if possible."""
    # It depends on the code that makes it, too.
    code = Path(__file__).with_name("style_sheet.py").read_text(encoding="utf-8")
    path = cache / f"{_version([code, repr(inputs)])}.css"
    return keep(path, lambda: make(*inputs).encode("utf-8")).decode("utf-8")


def _version(texts: Iterable[str]) -> str:
    """Return eight characters of a hash of `texts`."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode("utf-8") + b"\0")
    return digest.hexdigest()[:8]
