"""The reference pages: glossary, and the anomalies of the source."""

from typing import Any

from pages import addresses
from pages.language_site import LanguageSite


def list_terms(site: LanguageSite) -> list[dict[str, Any]]:
    """Return the rows of the glossary, in the order of the language's short forms."""
    return [
        {
            "id": term.id,
            "here": term[site.language],
            "there": term[site.other],
            "note": site.say(term.note) if term.note else "",
        }
        for term in sorted(
            site.register.glossary, key=lambda term: term[site.language].short.casefold()
        )
    ]


def render_glossary(site: LanguageSite) -> str:
    """Return the Markdown source of the glossary."""
    return site.render("glossary.md", addresses.GLOSSARY, terms=list_terms(site))


def render_anomalies(site: LanguageSite) -> str:
    """Return the Markdown source of the list of anomalies, by group."""
    path = addresses.ANOMALIES
    register = site.register
    groups = [
        {
            "key": key,
            "name": site.say(group.name),
            "rows": [
                {
                    "id": anomaly.id,
                    "severity": anomaly.severity,
                    "finding": site.say(anomaly.finding),
                    "settlement": site.say(anomaly.settlement),
                    "entries": [
                        {
                            "number": site.number(entry),
                            "title": site.title(entry),
                            "link": site.link(path, addresses.initiative(entry.id)),
                            "category": site.category_number(entry.category),
                        }
                        for entry in map(register.by_id.__getitem__, anomaly.entries)
                    ],
                }
                for anomaly in register.anomalies.anomalies
                if anomaly.group == key
            ],
        }
        for key, group in register.anomalies.groups.items()
    ]
    count = len(register.anomalies.anomalies)
    return site.render("anomalies.md", path, groups=groups, count=count)
