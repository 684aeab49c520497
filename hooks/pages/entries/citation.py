"""How to cite an entry."""

from pydantic_core import to_json

from register.model import Initiative
from website import urls
from website.localized_site import LocalizedSite

# Its special characters; what groups, or begins a command, is left out.
_BIBTEX = str.maketrans({char: f"\\{char}" for char in "&%$#_"} | dict.fromkeys("{}\\"))


def cite(site: LocalizedSite, entry: Initiative) -> dict[str, str]:
    """Return how to cite an entry, as "text", "bibtex" and "csl" (CSL-JSON).

    Its address is left out where that of the site is not known.
    """
    publication = site.register.publication
    title = site.title(entry)
    register = site.say(publication.name)
    path = urls.initiative(entry.id)
    url = urls.hosted(site.site_url, site.language, path) if site.site_url else ""
    # The date is as precise as the register states it: year, month and day, or less.
    year, *rest = parts = [int(part) for part in publication.as_of.split("-")]
    month = f"  month = {{{rest[0]}}},\n" if rest else ""
    address = f"  url = {{{url}}}\n" if url else ""
    bibtex = (
        f"@misc{{{entry.id},\n  title = {{{{{_escape_bibtex(title)}}}}},\n"
        f"  howpublished = {{{_escape_bibtex(register)}}},\n  year = {{{year}}},\n"
        f"{month}{address}}}"
    )
    csl = {
        "id": entry.id,
        "type": "webpage",
        "title": title,
        "container-title": register,
        "issued": {"date-parts": [parts]},
        "language": site.language,
        **({"URL": url} if url else {}),
    }
    text = site.words(
        "citation", title=title, register=register, date=site.date(publication.as_of), url=url
    )
    return {
        "text": text.strip(),
        "bibtex": bibtex,
        # Much faster than json.dumps with an indent.
        "csl": to_json([csl], indent=2).decode("utf-8"),
    }


def _escape_bibtex(text: str) -> str:
    """Return `text` with the special characters of BibTeX escaped."""
    return text.translate(_BIBTEX)
