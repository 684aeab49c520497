"""What data/search.yaml holds: what the search box knows of words, beside the glossary."""

from pydantic import Field

from register.model import Language, Record, Text

Group = tuple[Text, ...]


class SearchWords(Record):
    """Words that are not searched for, and words that stand for one another."""

    stop_words: dict[Language, tuple[Text, ...]] = Field(
        description="Words too common to search for, several to a line, by language"
    )
    spellings: tuple[Group, ...] = Field(
        description="The same word in several spellings; the first stands for the others"
    )
    synonyms: dict[Language, tuple[Group, ...]] = Field(
        description="Words and phrases that readers use for one another, by language"
    )
