"""Which words of a text have changed."""

from difflib import SequenceMatcher

from website.import_report import ReportedWords

# Of longer texts the comparison would take minutes, and nobody reads it.
_MAX_WORDS = 3_000


def compare_words(old: str, new: str) -> tuple[ReportedWords, ...]:
    """Return the words of both texts in their order, word by word; spaces do not count."""
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > _MAX_WORDS:
        return (
            ReportedWords(kind="gone", text=" ".join(before)),
            ReportedWords(kind="new", text=" ".join(after)),
        )
    pieces: list[ReportedWords] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(ReportedWords(kind="same", text=" ".join(before[start:end])))
            continue
        if end > start:
            pieces.append(ReportedWords(kind="gone", text=" ".join(before[start:end])))
        if last > first:
            pieces.append(ReportedWords(kind="new", text=" ".join(after[first:last])))
    return tuple(pieces)
