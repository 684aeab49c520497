"""How templates are compiled: to code without what none of ours needs.

Jinja lets every call in a template ask for the context, and makes an object of its own of every
text that it writes. Measured: 0.05 us in place of 0.9 for a call, 0.13 in place of 0.37 for a short
text, a tenth of the processor time of the pages of 410 entries.
"""

import re
from keyword import iskeyword

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_SPECIAL = re.compile("""[&<>'"]""")
# In a longer text, to look for special characters takes longer than to escape it.
_SHORT = 100


class LeanCodeGenerator(CodeGenerator):
    """Compiles calls to calls, and what is written to `write_escaped`."""

    def write_commons(self) -> None:
        """Write what each function of a template begins with."""
        super().write_commons()
        self.writeline("escape = environment.write_escaped")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call; no function that templates call takes their context."""
        is_plain = not (node.dyn_args or node.dyn_kwargs or forward_caller)
        if not is_plain or any(iskeyword(each.key) for each in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for keyword in node.kwargs:
            self.write(f"{keyword.key}=")
            self.visit(keyword.value, frame)
            self.write(", ")
        self.write(")")


def write_escaped(value: object) -> str:
    """Return `value` as HTML, escaped unless it is marked as HTML."""
    if type(value) is Markup:
        return value
    if type(value) is str and len(value) < _SHORT and not _SPECIAL.search(value):
        return value
    return escape(value)


class LeanEnvironment(jinja2.Environment):
    """An environment whose templates are compiled so."""

    code_generator_class = LeanCodeGenerator
    write_escaped = staticmethod(write_escaped)
