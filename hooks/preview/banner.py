"""The problems of the data, shown in every page of the preview."""

import re
from collections.abc import Sequence

import jinja2

from preview.restart import CodeError
from register.checking.problems import Problem
from register.model import Language

TEMPLATE = "partials/problem_banner.html"
PAGE = "problem_page.html"
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
    banner = templates.get_template(TEMPLATE).render(
        problems=_show(problems, language), last_good=_is_old(problems)
    )
    return b"".join((head, body, attributes, end, banner.encode("utf-8"), content))


def make_problem_page(
    problems: Sequence[object], templates: jinja2.Environment, language: Language
) -> bytes:
    """Return the page, in `language`, that replaces all others while there is no register."""
    page = templates.get_template(PAGE)
    shown = _show(problems, language)
    return page.render(problems=shown, last_good=False, language=language).encode("utf-8")


def _show(problems: Sequence[object], language: Language) -> list[str]:
    """Return each problem of the data, or other failure, as text."""
    return [_show_one(each, language) for each in problems]


def _show_one(problem: object, language: Language) -> str:
    if isinstance(problem, CodeError):
        return problem.message.render(language)
    return problem.show(language) if isinstance(problem, Problem) else str(problem)


def _is_old(problems: Sequence[object]) -> bool:
    """Return whether the page below is an older version: a warning holds nothing up."""
    return any(not isinstance(each, Problem) or each.severity == "error" for each in problems)
