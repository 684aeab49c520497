"""The manifest by which a browser installs the site as an app; one per language."""

import json

from website import urls
from website.colours import read_colours
from website.localized_site import LocalizedSite

ICON_SIZES = (180, 192, 512)
# Systems cut this icon to a circle, a square, a drop: the mark is within what stays of all.
MASKABLE_SIZE = 512


def name_icon(size: int, *, maskable: bool = False) -> str:
    """Return the name of an icon below the site's root."""
    return f"assets/icons/{'maskable' if maskable else 'icon'}-{size}.png"


def to_manifest(site: LocalizedSite, root: str = "../") -> str:
    """Return the web manifest of a language as JSON; `root` leads from it to the site's root.

    The app spans both languages, and starts in its own.
    """
    home = f"{root}{site.links.url(f'{site.language}/{urls.HOME}')}"
    colours = read_colours()
    icons = [_describe_icon(root + name_icon(size), size) for size in ICON_SIZES]
    maskable = root + name_icon(MASKABLE_SIZE, maskable=True)
    icons.append({**_describe_icon(maskable, MASKABLE_SIZE), "purpose": "maskable"})
    explorer = f"{root}{site.links.url(f'{site.language}/{urls.EXPLORE}')}"
    shortcuts = {"app-search": f"{home}?q=", "explore": explorer}
    manifest = {
        "name": site.say(site.register.publication.name),
        "short_name": site.words("app-name"),
        "description": site.say(site.register.publication.description),
        "lang": site.language,
        "dir": "ltr",
        "start_url": home,
        "scope": root,
        "display": "standalone",
        "background_color": colours["paper"],
        "theme_color": colours["brand"],
        "icons": icons,
        "shortcuts": [{"name": site.words(word), "url": url} for word, url in shortcuts.items()],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"


def _describe_icon(src: str, size: int) -> dict[str, str]:
    return {"src": src, "sizes": f"{size}x{size}", "type": "image/png"}
