"""The problems of the data, shown in every page of the preview."""

from collections.abc import Sequence

import jinja2

TEMPLATE = "partials/problem_banner.html"
PAGE = "problem_page.html"


def add_banner(page: bytes, problems: Sequence[object], templates: jinja2.Environment) -> bytes:
    """Return the HTML of `page` with the `problems` at its top; unchanged when there are none."""
    if not problems:
        return page
    head, body, rest = page.partition(b"<body")
    if not body:
        return page
    attributes, end, content = rest.partition(b">")
    banner = (
        templates.get_template(TEMPLATE).render(problems=problems, last_good=True).encode("utf-8")
    )
    return b"".join((head, body, attributes, end, banner, content))


def make_problem_page(problems: Sequence[object], templates: jinja2.Environment) -> bytes:
    """Return the page that stands for all others while there is no register to show."""
    return templates.get_template(PAGE).render(problems=problems, last_good=False).encode("utf-8")
