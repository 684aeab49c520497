"""From the bytes of the data files to their texts: size, encoding, line ends."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from register.checking.problems import Problem, place_at
from register.checking.suggestions import suggest
from register.data_files import BESIDE, FILES, OTHER_FILES
from register.messages import say
from register.reading.size_limits import MAX_BYTES

# A text without quotes that a comment follows: more often that is a part of the text.
_CUT = re.compile(
    r"^[ ]*(?:- )?(?:fr|en|name|short|label|long|title_printed): +"
    r"[^\s\"'#|>\[{][^#\n]*( # *)[^\s#]",
    re.MULTILINE,
)
# YAML takes them for the end of a line, where nobody sees one.
_UNSEEN_BREAKS = "\x85\u2028\u2029"
_UNSEEN_BREAK = re.compile(f"[{_UNSEEN_BREAKS}]")


def read_folder(folder: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return the text of each data file by its name, and the problems of reading them."""
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    for name in (*FILES, *BESIDE):
        text = _read_file(folder / name)
        if isinstance(text, str):
            sources[name] = text
        elif name in FILES:
            problems.append(text)
    return sources, [*problems, *_find_unread(folder)]


def _find_unread(folder: Path) -> Iterator[Problem]:
    """Yield a warning for each file that looks like one of the data and is not read."""
    for path in sorted(folder.glob("*.y*ml*")):
        is_ours = path.name in FILES or path.name in OTHER_FILES
        # Editors' programs leave files of their own behind, whose names begin so.
        if not is_ours and not path.name.startswith((".", "~", "#")):
            name, message = f"{folder.name}/{path.name}", say("file-not-read")
            near = suggest(path.name.partition(".")[0], [each.partition(".")[0] for each in FILES])
            if near:
                message = message.then(say("file-read-instead", name=f"{near}.yaml"))
            yield Problem(path=name, message=message, severity="warning")


def _read_file(path: Path) -> str | Problem:
    """Return the text of a data file, or why it cannot be read."""
    name = f"{path.parent.name}/{path.name}"
    try:
        if path.stat().st_size <= MAX_BYTES:
            return decode(path.read_bytes(), name)
        message = say("file-too-large", limit=MAX_BYTES // 1_000_000)
    except FileNotFoundError:
        message = say("file-missing")
    except OSError as error:
        message = say("file-unreadable", reason=str(error.strerror))
    return Problem(path=name, message=message)


def decode(data: bytes, path: str) -> str | Problem:
    """Return the text that the bytes of the file named `path` are, or why they are not text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:200].count(0) > len(data[:200]) // 4:
        return Problem(path=path, message=say("utf-16"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        text = data[before.rfind(b"\n") + 1 :].partition(b"\n")[0]
        column = len(before.rpartition(b"\n")[2].decode("utf-8")) + 1
        return Problem(
            path=path,
            line=before.count(b"\n") + 1,
            column=column,
            message=say("not-utf-8"),
            line_text=text.decode("utf-8", errors="replace").rstrip("\r"),
        )


def check_encoding(source: str) -> Iterator[Problem]:
    """Yield line breaks that cannot be seen, and letters whose accent is a character apart."""
    # Three searches for a character are faster than one for any of them.
    has_break = any(each in source for each in _UNSEEN_BREAKS)
    if not has_break and unicodedata.is_normalized("NFC", source):
        return
    for number, line in enumerate(source.split("\n"), start=1):
        if found := _UNSEEN_BREAK.search(line):
            message = say("unseen-line-break", code=f"U+{ord(found.group()):04X}")
            yield Problem(line=number, column=found.start() + 1, message=message)
        composed = unicodedata.normalize("NFC", line)
        if composed != line:
            pairs = enumerate(zip(line, composed, strict=False))
            column = next((index for index, (old, new) in pairs if old != new), len(composed))
            yield Problem(line=number, column=column + 1, message=say("separate-accent"))


def find_cut_texts(source: str) -> Iterator[Problem]:
    """Yield a warning where a text without quotes is cut by a sign that begins a comment."""
    if " # " not in source:
        return
    for found in _CUT.finditer(source):
        line, column = place_at(source, found.start(1) + 1)
        yield Problem(line=line, column=column, message=say("text-cut"), severity="warning")
