"""What every reader makes of a document: its tables, with merged cells spread out."""

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

from register.messages import Message, say


class ImportFault(Exception):
    """A document cannot be imported; `message` says why in one line, and what to do."""

    def __init__(self, message: Message) -> None:
        """Keep the `message`."""
        self.message = message
        super().__init__(str(message))

    def of_file(self, name: str) -> "ImportFault":
        """Return the fault as one of the file `name`."""
        return ImportFault(say("import-of-file", file=name, fault=self.message))


@contextmanager
def faults_of(name: str) -> Iterator[None]:
    """Raise what goes wrong as an `ImportFault` of the file `name`: without one, it is damaged."""
    try:
        yield
    except ImportFault as fault:
        raise fault.of_file(name) from None
    except Exception as error:  # each kind of damage has an exception of its own
        raise ImportFault(say("import-damaged")).of_file(name) from error


class TableRow(Struct, frozen=True, kw_only=True):
    """A row of a table: the text of each column.

    A cell merged over several rows has its text in each; `continued` names the columns, from 0, in
    which that text began in a row above. `is_banner` is true of a row that is one cell all across.
    """

    cells: tuple[str, ...]
    continued: frozenset[int] = frozenset()
    is_banner: bool = False


class Table(Struct, frozen=True, kw_only=True):
    """A table with the paragraphs that stand between it and the one before.

    Where the document's styles say so, `titles` are those of them that are its title, and `heading`
    is the last one that is a heading. `remarks` says what an editor should know of it.
    """

    before: tuple[str, ...]
    rows: tuple[TableRow, ...]
    titles: tuple[str, ...] = ()
    heading: str = ""
    remarks: tuple[Message, ...] = ()
