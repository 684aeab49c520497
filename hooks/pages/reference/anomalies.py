"""The anomalies of the source."""

from website import urls
from website.entries.entry_tile import make_tile
from website.localized_site import LocalizedSite
from website.page import Page


def render_anomalies(site: LocalizedSite) -> Page:
    """Return the list of anomalies, by group."""
    path = urls.ANOMALIES
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
                        make_tile(site, path, register.by_id[each]) for each in anomaly.entries
                    ],
                }
                for anomaly in register.anomalies.anomalies
                if anomaly.group == key
            ],
        }
        for key, group in register.anomalies.groups.items()
    ]
    count = len(register.anomalies.anomalies)
    return site.render_page("reference/anomalies.html", path, groups=groups, count=count)
