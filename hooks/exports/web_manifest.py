"""The manifest by which a browser keeps the site as a bookmark on the home screen."""

import json

from website.colours import read_colours
from website.localized_site import LocalizedSite

ICON_SIZES = (180, 192, 512)


def to_manifest(site: LocalizedSite) -> str:
    """Return the web manifest of the site, as JSON."""
    colours = read_colours()
    icons = [
        {"src": f"assets/icons/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
        for size in ICON_SIZES
    ]
    manifest = {
        "name": site.register.publication.name.en,
        "short_name": "WCO data",
        "start_url": ".",
        "display": "browser",
        "background_color": colours["paper"],
        "theme_color": colours["brand"],
        "icons": icons,
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
