"""Templates compiled without what none of ours needs say what Jinja's own would say."""

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from website.template_code import LeanEnvironment, write_escaped

_CALLS = """
{%- macro cell(text, mark="") -%}<td{{ mark }}>{{ caller() if caller is defined else text }}</td>
{%- endmacro %}
{%- for word in words %}{{ cell(word, mark="<") }}{{ say(word, end="&") }}{{ say(*[word]) }}
{%- call cell(word) %}{{ loop.index }}{{ word.upper() }}{% endcall %}{% endfor %}
{{- cell("a") }}{{ cell(text=3) }}
{{- thing.word.upper() }}{{ thing["word"] }}{{ thing.items() | count }}
{%- if thing.absent is defined %}never{% endif %}
{%- for each in words if each.upper() != "A" %}{{ each.upper().lower() }}{% endfor %}
{%- set mine = namespace(count=2) %}{{ mine.count }}{{ html("<b>") }}{{ 3 }}{{ none }}
{%- filter upper %}{{ say("x") }}{% endfilter %}
{%- set long %}{{ words[0] * 60 }}{% endset %}{{ long }}
"""


def _say(word: str, end: str = "!") -> str:
    return word + end


def _render(environment: jinja2.Environment, template: str) -> str:
    return environment.from_string(template).render(
        words=["a", "<é>"], say=_say, html=Markup, thing={"word": "<w>", "items": "these"}
    )


def test_calls_macros_and_texts_come_out_as_with_jinja() -> None:
    kinds = (jinja2.Environment, LeanEnvironment)
    plain, lean = (each(autoescape=True, undefined=jinja2.StrictUndefined) for each in kinds)
    assert _render(lean, _CALLS) == _render(plain, _CALLS)
    assert "&lt;É&gt;" in _render(lean, _CALLS)


def test_a_function_that_is_not_there_is_named() -> None:
    lean = LeanEnvironment(undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.UndefinedError, match="'sing' is undefined"):
        _render(lean, "{{ sing('a') }}")


@pytest.mark.parametrize("call", ["cell('a', 'b', 'c')", "cell('a', colour='red')"])
def test_an_argument_that_a_macro_does_not_take_is_an_error(call: str) -> None:
    macro = "{% macro cell(text, mark='') %}{{ text }}{{ mark }}{% endmacro %}"
    with pytest.raises(TypeError):
        _render(LeanEnvironment(autoescape=True), f"{macro}{{{{ {call} }}}}")


def test_what_a_macro_needs_and_is_not_given_is_named() -> None:
    lean = LeanEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)
    template = "{% macro cell(text) %}{{ text }}{% endmacro %}{{ cell() }}"
    with pytest.raises(jinja2.UndefinedError, match="parameter 'text' was not provided"):
        _render(lean, template)


@given(st.one_of(st.text(max_size=200), st.text("<>&'\"a", max_size=200), st.integers(), st.none()))
def test_whatever_is_written_is_escaped_once(value: object) -> None:
    assert write_escaped(value) == escape(value)
    assert write_escaped(escape(value)) == escape(value)
