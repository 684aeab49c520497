"""What data/search.yaml holds: what the search box knows of words, beside the glossary."""

from register.model import Language, Record, Text

Group = tuple[Text, ...]


class SearchWords(Record):
    """Words that are not searched for, and words that stand for one another."""

    stop_words: dict[Language, tuple[Text, ...]]
    spellings: tuple[Group, ...]
    synonyms: dict[Language, tuple[Group, ...]]
