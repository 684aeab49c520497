"""What the preview adds to every page: the problems of the data, and what a reload keeps."""

import re
from collections.abc import Sequence

import jinja2

from preview.restart import CodeError
from register.checking.problems import Problem
from register.model import Language

TEMPLATE = "partials/problem_banner.html"
PAGE = "problem_page.html"
# The place on the page, what is typed, and the focus.
STATE = "partials/preview_state.html"
_ENGLISH = re.compile(rb"<html[^>]*\slang=\W?en\b")


def add_banner(page: bytes, problems: Sequence[object], templates: jinja2.Environment) -> bytes:
    """Return the HTML of `page` with the `problems` at its top, in the language of the page."""
    if not problems:
        return page
    head, body, rest = page.partition(b"<body")
    if not body:
        return page
    attributes, end, content = rest.partition(b">")
    language: Language = "en" if _ENGLISH.search(head) else "fr"
    # The page below is an older version: a warning holds nothing up.
    is_old = any(not isinstance(each, Problem) or each.is_error for each in problems)
    banner = templates.get_template(TEMPLATE).render(
        problems=[_show(each, language) for each in problems], last_good=is_old
    )
    return b"".join((head, body, attributes, end, banner.encode("utf-8"), content))


def make_problem_page(
    problems: Sequence[object], templates: jinja2.Environment, language: Language
) -> bytes:
    """Return the page, in `language`, that replaces all others while there is no register."""
    shown = [_show(each, language) for each in problems]
    page = templates.get_template(PAGE).render(problems=shown, last_good=False, language=language)
    return page.encode("utf-8")


def add_page_state(page: bytes, templates: jinja2.Environment) -> bytes:
    """Return the HTML of `page` with the script that keeps its state when it reloads."""
    before, body, after = page.rpartition(b"</body>")
    if not body:
        return page
    script = templates.get_template(STATE).render()
    return b"".join((before, script.encode("utf-8"), body, after))


def _show(problem: object, language: Language) -> str:
    """Return a problem of the data, or another failure, as text."""
    if isinstance(problem, CodeError):
        return problem.message.render(language)
    return problem.show(language) if isinstance(problem, Problem) else str(problem)
