"""Which category of the register the title of a category in a list means."""

from collections.abc import Sequence

from importing.answers import Answers
from importing.lists.rows import ImportedList
from importing.matching.match_rows import Item, match
from importing.readers.tables import ImportFault
from importing.words import name_list
from register.messages import say
from register.vocabulary import Vocabulary


def match_categories(
    lists: Sequence[ImportedList], vocabulary: Vocabulary, answers: Answers
) -> dict[str, str]:
    """Return the id of the category by each title in `lists`.

    Raises `ImportFault`, which says how to answer, where a title is not surely one of them.
    """
    known: dict[str, str] = {"": ""}
    for found in lists:
        known |= _match_list(found, vocabulary, answers)
    return known


def _match_list(found: ImportedList, vocabulary: Vocabulary, answers: Answers) -> dict[str, str]:
    titles = [title for title in found.categories if title]
    categories = [
        Item(
            key=key,
            names=tuple({*category.printed.values(), category.name.fr, category.name.en}),
            numbers=frozenset(),
            category="",
        )
        for key, category in vocabulary.categories.items()
    ]
    rows = [Item(key=title, names=(title,), numbers=frozenset(), category="") for title in titles]
    said: dict[str, str | None] = {}
    for number, key in answers.categories.items():
        if number <= len(titles):
            said[titles[number - 1]] = key
        if key not in vocabulary.categories:
            listed = tuple(vocabulary.categories)
            raise ImportFault(say("import-category-unknown", id=key, known=listed))
    known = {}
    for number, (title, found_match) in enumerate(match(rows, categories, said).items(), 1):
        if found_match.key is None:
            likely = tuple(each.key for each in found_match.candidates)
            fault = say(
                "import-category-unsure",
                number=number,
                list=name_list(found.kind),
                title=title,
                known=likely or tuple(vocabulary.categories),
            )
            raise ImportFault(fault)
        known[title] = found_match.key
    return known
