"""Whether a milestone is ahead."""

import pytest

from register.classification import is_ahead
from register.model import Bilingual, Milestone


@pytest.mark.parametrize(
    ("date", "end", "state", "ahead"),
    [
        (None, None, "planned", True),
        (None, None, "done", False),
        ("2024", None, "planned", True),
        ("2023", None, "planned", False),
        ("2024-03", None, "planned", True),
        ("2024-02", None, "planned", False),
        ("2024-03-19", None, "planned", True),
        ("2024-03-18", None, "planned", False),
        ("2024-03-18", "2024-03-20", "planned", True),
        ("2024-03-01", "2024-03", "planned", True),
        ("2026-12", None, "done", False),
    ],
)
def test_a_milestone_is_ahead_at_the_precision_of_its_date(
    date: str | None, end: str | None, state: str, ahead: bool
) -> None:
    milestone = Milestone(date=date, end=end, state=state, text=Bilingual(fr="x", en="x"))
    assert is_ahead(milestone, "2024-03-19") is ahead
