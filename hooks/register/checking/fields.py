"""Rules for data/fields.yaml: every field of the register is explained, and nothing else."""

from collections.abc import Iterator, Mapping
from functools import cache

from register import model, publication, vocabulary
from register.checking.problems import Finding
from register.checking.suggestions import hint, suggest
from register.messages import say
from register.model import Bilingual, Initiative, Record

# Fields that only the published data have.
_PUBLISHED = frozenset({"url", "listed", "moved"})


@cache
def list_field_keys() -> frozenset[str]:
    """Return what names each field in data/fields.yaml: its type and name, of an entry the name."""
    types = {**vars(model), **vars(vocabulary), **vars(publication)}.values()
    records = [t for t in types if isinstance(t, type) and issubclass(t, Record)]
    return frozenset(
        _PUBLISHED
        | {
            field if kind is Initiative else f"{kind.__name__}.{field}"
            for kind in records
            for field in kind.model_fields
        }
    )


def check_fields(fields: Mapping[str, Bilingual]) -> Iterator[Finding]:
    """Each field of the model has a row, and each row is that of a field."""
    expected = list_field_keys()
    lacking = dict.fromkeys(sorted(expected - set(fields)))
    for key in fields:
        if key not in expected:
            yield Finding((key,), say("field-not-of-model", key=key).then(hint(key, lacking)))
            # One mistake is reported once.
            lacking.pop(suggest(key, lacking) or "", None)
    for key in lacking:
        yield Finding((), say("field-unexplained", key=key))
