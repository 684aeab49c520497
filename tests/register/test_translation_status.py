"""A changed French text lags behind in English until the translation is confirmed."""

from register.editing.translation_status import (
    confirm,
    find_lags,
    forget,
    read_confirmed,
    write_confirmed,
)
from register.model import Initiative
from register.register import Register


def reworded(entry: Initiative, **texts: str) -> Initiative:
    """Return `entry` with its objective reworded in the languages given."""
    objective = entry.objective.model_copy(update=texts)
    return entry.model_copy(update={"objective": objective})


def test_a_changed_french_text_lags_until_it_is_confirmed(register: Register) -> None:
    entry = register.by_id["cen"]
    confirmed = confirm([entry], {}, ["cen"])
    assert not list(find_lags(entry, confirmed))
    changed = reworded(entry, fr="Tout autre chose.")
    (lag,) = find_lags(changed, confirmed)
    assert (lag.field, lag.state) == ("objective", "behind")
    # Confirming another field, or nothing, does not confirm it.
    assert list(find_lags(changed, confirm([changed], confirmed, ["cen.name"])))
    assert not list(find_lags(changed, confirm([changed], confirmed, ["cen.objective"])))


def test_what_lags_and_what_does_not(register: Register) -> None:
    entry = register.by_id["cen"]
    confirmed = confirm([entry], {}, ["all"])
    assert not list(find_lags(reworded(entry, en="Something else."), confirmed))
    respaced = entry.objective.fr.replace(" ", "\n", 1)
    assert not list(find_lags(reworded(entry, fr=respaced), confirmed))
    both = list(find_lags(reworded(entry, fr="Un.", en="One."), confirmed))
    assert [lag.state for lag in both] == ["unconfirmed"]
    assert {lag.state for lag in find_lags(entry, {})} == {"unconfirmed"}
    # A text put before others of its list leaves them confirmed.
    note = entry.objective.model_copy(update={"fr": "Neuf.", "en": "New."})
    longer = entry.model_copy(update={"notes": (note, *entry.notes)})
    assert [lag.field for lag in find_lags(longer, confirmed)] == ["notes"]


def test_the_file_of_fingerprints_reads_back_and_is_never_an_error(register: Register) -> None:
    confirmed = confirm(register.initiatives, {}, ["all"])
    assert read_confirmed(write_confirmed(confirmed)) == confirmed
    for amiss in ("", "- a list", "a: [unfinished", "cen.name: 12", "cen.name: {a: b}"):
        assert all(isinstance(pairs, frozenset) for pairs in read_confirmed(amiss).values())
    gone = {**confirmed, "cen.gone": frozenset({"1a/2b"}), "gone.name": frozenset({"1a/2b"})}
    kept = confirm(register.initiatives, gone, [])
    assert set(kept) - set(confirmed) == {"gone.name"}
    assert forget(kept, "gone") == confirmed


def test_two_versions_of_the_confirmations_both_count() -> None:
    both = "<<<<<<< HEAD\na.b: 1a/2b\n=======\na.b: 3c/4d 5e/6f\na.c: 7a/8b\n>>>>>>> other\n"
    assert read_confirmed(both) == {
        "a.b": frozenset({"1a/2b", "3c/4d", "5e/6f"}),
        "a.c": frozenset({"7a/8b"}),
    }
