"""One style sheet out of several, without the rules and properties that no page can use.

The theme's rules go into a layer of their own, so that ours win over them as they are.
The theme's sheet is 138 kB (22.6 kB gzip) and serves every feature the theme has. With the rules
for what the site has, and with ours, it is 12 kB gzip.
"""

import re
from collections.abc import Callable, Collection, Iterable
from typing import Any

import tinycss2

from assets.style_bundles import ORDER

_SELECTED = re.compile(r"[.#]((?:[\w-]|\\.)+)")
_VALUED = re.compile(r"\[[\w-]+[~|^$*]?=[\"']?([^\"'\]]*)")
# A selector may match even though a page has nothing of what is in these brackets.
_FUNCTIONS = re.compile(r":(?:not|is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)")
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_USED_PROPERTY = re.compile(r"var\(\s*(--[\w-]+)")
_PROPERTY = re.compile(r"(?<=[{;])(--[\w-]+):((?:[^;{}\"']|\"[^\"]*\"|'[^']*')*?)(?:;|(?=\}))")
_EMPTY = re.compile(r"(?<![^{}])[^{}]+\{\}")
_SPACE_AROUND = re.compile(r"\s*([{};,])\s*")
_GROUPS = {"layer", "media", "supports"}
# Where names occur in a hand-written page: HTML, `{ .class #id }`, and macros.
_MARKUP = re.compile(r"<[^>]*>|\{[^}]*\}")
# The theme's script creates elements for many features; these are the ones that the site has.
_CREATED_BY_THEME = ("md-search", "md-dialog", "md-header", "no-js", "js", "focus-visible")


def find_names(
    templates: Iterable[str], pages: Iterable[str], scripts: Iterable[str], theme_script: str
) -> frozenset[str]:
    """Return every word that can be a name.

    `templates` and `scripts` are ours, so that any word in them counts; `pages` are hand-written
    Markdown; `theme_script` is the script that the theme brings.
    """
    # A value that the theme's templates compute.
    names: set[str] = {"ltr"}
    for text in (*templates, *scripts):
        names.update(_NAME.findall(text))
    for page in pages:
        for markup in _MARKUP.findall(page):
            names.update(_NAME.findall(markup))
    theirs = (name for name in _NAME.findall(theme_script) if name.startswith(_CREATED_BY_THEME))
    return frozenset(names.union(theirs))


def make_stylesheet(
    theme: Iterable[str],
    own: str,
    names: Collection[str],
    properties: Collection[str] = (),
    absent: Collection[str] = (),
) -> str:
    """Return the sheets of the `theme` and our `own` rules, which are in layers, as one sheet.

    A selector of the theme stays if each class, id and value it requires is among `names`. A custom
    property stays if a rule uses it or it is among `properties`, which scripts use. A selector of
    ours stays unless it requires a class that is `absent`. Raises `ValueError` where a sheet cannot
    be read.
    """
    known = set(names)
    theirs = _write_rules(_parse("".join(theme)), lambda each: _list_needed(each) <= known)
    ours = _write_rules(_parse(own), lambda each: _list_needed(each).isdisjoint(absent))
    return ORDER + _drop_properties(f"@layer theme{{{theirs}}}{ours}", set(properties))


def squeeze_sheet(sheet: str) -> str:
    """Return a style sheet without comments and needless space. Raises `ValueError` as above."""
    return _write_rules(_parse(sheet), lambda selector: True)


def _parse(sheet: str) -> list[Any]:
    return list(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def _write_rules(rules: Iterable[Any], stays: Callable[[str], bool]) -> str:
    return "".join(_write_rule(rule, stays) for rule in rules)


def _write_rule(rule: Any, stays: Callable[[str], bool]) -> str:
    if rule.type == "error":
        raise ValueError(f"a style sheet cannot be read: {rule.message} (line {rule.source_line})")
    if rule.type == "qualified-rule":
        selectors = _split(tinycss2.serialize(rule.prelude).strip())
        kept = ",".join(selector for selector in selectors if stays(selector))
        return f"{kept}{{{_write_declarations(rule.content)}}}" if kept else ""
    if rule.lower_at_keyword == "charset":
        return ""
    if rule.lower_at_keyword in _GROUPS and rule.content is not None:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        body = _write_rules(inner, stays)
        head = tinycss2.serialize(rule.prelude).strip()
        return f"@{rule.at_keyword} {head}{{{body}}}" if body else ""
    return _squeeze(rule.serialize())


def _write_declarations(content: list[Any]) -> str:
    plain = tinycss2.serialize([token for token in content if token.type != "comment"])
    return _squeeze(plain).strip(" ;").replace(": ", ":")


def _squeeze(text: str) -> str:
    """Return CSS without needless space; texts in quotes are left as they are."""
    parts = re.split(r"(\"[^\"]*\"|'[^']*'|url\([^)]*\))", text)
    parts[::2] = [_SPACE_AROUND.sub(r"\1", re.sub(r"\s+", " ", part)) for part in parts[::2]]
    return "".join(parts)


def _split(selectors: str) -> list[str]:
    """Return the selectors of a rule, split at the commas outside brackets."""
    parts, depth = [""], 0
    for character in re.sub(r"\s+", " ", selectors):
        depth += (character in "([") - (character in ")]")
        if character == "," and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


def _list_needed(selector: str) -> set[str]:
    """Return the classes, ids and values that a page must have for `selector` to match."""
    bare = _FUNCTIONS.sub("", selector)
    needed = {name.replace("\\", "") for name in _SELECTED.findall(bare)}
    for value in _VALUED.findall(bare):
        needed.update(_NAME.findall(value))
    return needed


def _drop_properties(text: str, kept: set[str]) -> str:
    """Return `text` without custom properties that are unused, or used by unused ones only."""
    used: set[str] = set()

    def keep(found: re.Match[str]) -> str:
        return found[0] if found[1] in used else ""

    while (now_used := kept.union(_USED_PROPERTY.findall(text))) != used:
        used = now_used
        text = _PROPERTY.sub(keep, text)
    while _EMPTY.search(text):
        text = _EMPTY.sub("", text)
    return text
