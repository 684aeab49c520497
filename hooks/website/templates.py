"""The Jinja environment of the page templates in templates/."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket
from markupsafe import escape

from website.template_code import VERSION, LeanEnvironment

# A word of the interface by itself, without a value to fill in.
_WORD = re.compile(r"""\{\{ t\((["'])([\w-]+)\1\) \}\}""")


def make_templates(folder: Path, cache: jinja2.BytecodeCache | None = None) -> jinja2.Environment:
    """Return an environment for the templates in `folder`.

    Everything is escaped, and an undefined name is an error. `cache` keeps compiled templates for
    the next run.
    """
    environment = LeanEnvironment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        # No limit: the usual LRU cache would reorder its entries at each use.
        cache_size=-1,
        bytecode_cache=cache,
    )
    # No template uses Jinja's other globals, which would be copied for each page.
    environment.globals = {"namespace": environment.globals["namespace"]}
    return environment


def load_templates(project: Path) -> jinja2.Environment:
    """Return the environment for the templates of `project`, compiled ones cached there."""
    return make_templates(project / "templates", make_cache(project / ".cache" / "templates"))


def make_cache(folder: Path) -> jinja2.BytecodeCache | None:
    """Return a cache of compiled templates in `folder`; a changed template is compiled again.

    To compile all of them takes 0.4 s of processor time, a fifth of a build of 41 entries.

    None where the folder cannot be created: then nothing is cached.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _TemplateCache(str(folder))


def put_words_in(
    templates: jinja2.Environment, language: str, words: Callable[[str], str]
) -> jinja2.Environment:
    """Return `templates` with the words of a `language` in them, in place of `{{ t("key") }}`.

    A word is looked up and escaped when a template is compiled, not in each of thousands of pages:
    a page takes a sixth less time. In a template `t` has to be `words`.
    """
    assert templates.loader is not None
    localized = templates.overlay(loader=_LoaderWithWords(templates.loader, words))
    cache = templates.bytecode_cache
    if isinstance(cache, _TemplateCache):
        localized.bytecode_cache = _TemplateCache(cache.directory, f"{language}-%s.cache")
    return localized


class _LoaderWithWords(jinja2.BaseLoader):
    def __init__(self, loader: jinja2.BaseLoader, words: Callable[[str], str]) -> None:
        self._loader, self._words = loader, words

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, name, is_current = self._loader.get_source(environment, template)
        return _WORD.sub(self._find, source), name, is_current

    def _find(self, place: re.Match[str]) -> str:
        text = self._words(place[2])
        # Within a template, braces have a meaning, and so may spaces at either end.
        return place[0] if "{" in text or text != text.strip() or not text else str(escape(text))


class _TemplateCache(jinja2.FileSystemBytecodeCache):
    """Compiled templates on the disk; where they cannot be written, the next run compiles again."""

    def get_cache_key(self, name: str, filename: str | Path | None = None) -> str:
        # Without the path: a project may move. What a template says is compared in any case, but
        # not how it is compiled.
        return super().get_cache_key(f"{name} lean {VERSION}")

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)
