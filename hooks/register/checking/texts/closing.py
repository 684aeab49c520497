"""How texts close: brackets and quotation marks in pairs, a full stop at the end of sentences."""

import re
from collections.abc import Iterator

from register.checking.problems import FieldPath
from register.checking.texts.typography import QUOTATION
from register.messages import Message, say

# The number or letter of an item, which has a message of its own: "1)", "b)".
_ITEM = re.compile(r"^\s*\w{1,2}\)", re.MULTILINE)
_PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”"}
_MARKS = re.compile(r"[()\[\]«»“”]")
# A shorter text is no sentence that lost its end.
_WORDS = 4
_STOPS = (".", "!", "?", "…")
# What may follow the full stop of a sentence.
_AFTER_STOPS = " \u202f\u00a0»”)"
# The fields of an entry whose texts are sentences; the last name on the way to the text.
_SENTENCES = ("objective", "description", "date_note", "notes")
_WITHIN = (("status", "text"), ("earlier_statuses", "text"), ("components", "text"))


def find_unpaired(text: str) -> Iterator[tuple[Message, str]]:
    """Yield a message and the mark for the first bracket or quotation mark without its pair."""
    open_marks: list[str] = []
    marks = _MARKS.findall(text)
    # Nearly all texts have no other mark; in a single line, an item's would come first.
    if not marks or ("".join(marks) == "()" * (len(marks) // 2) and "\n" not in text):
        return
    # What is quoted is quoted to the letter, brackets and all.
    for mark in _MARKS.findall(_ITEM.sub("", QUOTATION.sub("", text))):
        if mark in _PAIRS:
            open_marks.append(mark)
        elif not open_marks or _PAIRS[open_marks.pop()] != mark:
            yield say("closes-nothing", mark=mark), mark
            return
    if open_marks:
        yield say("never-closed", mark=open_marks[0]), open_marks[0]


def lacks_full_stop(text: str, where: FieldPath) -> bool:
    """Return whether `text`, at `where`, ends within a sentence, as only an item of a list may."""
    ended = text.rstrip()
    if ended.rstrip(_AFTER_STOPS).endswith(_STOPS):
        return False
    names = [step for step in where if isinstance(step, str)]
    # Entries are a list; the files of words and of meanings are not.
    is_entry = bool(where) and isinstance(where[0], int)
    is_sentence = is_entry and names and (names[-1] in _SENTENCES or tuple(names) in _WITHIN)
    is_item = ended.rpartition("\n")[2].lstrip().startswith("- ")
    return bool(is_sentence and len(text.split()) >= _WORDS and not is_item)
