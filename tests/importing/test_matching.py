"""Rows find their entries: figures on lists with every kind of change, and what always holds."""

import itertools
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from importing.matching.match_rows import Item, Match, assign, match
from importing.matching.names import compare_names
from register.register import Register

SEEDS = range(20)
# New words for renamings, as a secretariat changes names.
RENAMINGS = (
    lambda name: f"{name} - PROJET",
    lambda name: name.replace(" de l'OMD", "").replace(" de la ", " pour la "),
    lambda name: f"Projet de {name[0].lower()}{name[1:]}",
    lambda name: name.upper(),
    lambda name: " ".join(name.split()[: max(3, len(name.split()) * 2 // 3)]),
)
NEW = (
    "Observatoire des corridors routiers",
    "Registre des laboratoires agréés",
    "Catalogue d'images satellitaires pour les ports",
    "Formation à la gouvernance des données",
    "Indice mondial de connectivité",
    "Boîte à outils pour l'échange de manifestes",
)
# How the parts of an initiative are named.
PARTS = ("volet données", "formation")


@pytest.fixture(scope="module")
def entries(register: Register) -> list[Item]:
    """The register's entries, in the order of the latest detailed list."""
    ordered = sorted(register.initiatives, key=lambda e: e.lists["detailed-2023"].number)
    return [
        Item(
            key=entry.id,
            names=(*dict.fromkeys(p.name for p in entry.lists.values()), entry.name.en),
            numbers=frozenset({entry.lists["detailed-2023"].number}),
            category=entry.category,
        )
        for entry in ordered
    ]


def make_list(entries: list[Item], seed: int) -> tuple[list[Item], dict[str, str | None]]:
    """Return the rows of a next list, and which entry each is: None for a new one.

    Five are renamed, two gone, one moved to another category, six new; the rows are numbered
    through.
    """
    chance = random.Random(seed)
    named = [entry for entry in entries if len(entry.names[0].split()) > 3]
    renamed = chance.sample(named, 5)
    others = [entry for entry in entries if entry not in renamed]
    gone = chance.sample(others, 2)
    moved = chance.choice([e for e in others if e not in gone])
    parts: list[tuple[Item, str | None]] = []
    for entry in entries:
        if entry in gone:
            continue
        name, category = entry.names[0], entry.category
        if entry in renamed:
            name = RENAMINGS[renamed.index(entry)](name)
        if entry is moved:
            category = "standard-setting" if category != "standard-setting" else "publication-tools"
        parts.append((replace(entry, names=(name,), category=category), entry.key))
    for name in NEW:
        place = chance.randrange(len(parts))
        fresh = Item(key="", names=(name,), numbers=frozenset(), category=parts[place][0].category)
        parts.insert(place, (fresh, None))
    rows, truth = [], {}
    for number, (item, key) in enumerate(parts, 1):
        rows.append(replace(item, key=str(number), numbers=frozenset({number})))
        truth[str(number)] = key
    return rows, truth


def test_figures_on_made_up_lists(entries: list[Item], capsys: pytest.CaptureFixture[str]) -> None:
    """Never sure and wrong; few rows to ask about. The figures are printed."""
    counts: Counter[str] = Counter()
    for seed in SEEDS:
        rows, truth = make_list(entries, seed)
        for key, found in match(rows, entries).items():
            counts[judge(found, truth[key])] += 1
    total = sum(counts.values())
    with capsys.disabled():
        print(f"\n  matching {total} rows of {len(SEEDS)} lists: {dict(sorted(counts.items()))}")
    assert counts["sure and wrong"] == counts["new and wrong"] == 0
    assert counts["asked, the answer not among the candidates"] == 0
    assert counts["asked, the answer first"] + counts["asked, a new one"] < total * 0.05


@pytest.mark.parametrize("form", ["{0} et {1}", "{1} / {0}", "{0} (y compris {1})"])
def test_splits_and_mergers_in_made_up_lists_are_asked_about(
    entries: list[Item], form: str
) -> None:
    """Every entry that a part or a merged row may be is a candidate; no other row is misled."""
    for seed in SEEDS[:8]:
        rows, wanted = split_and_merge(entries, seed, form)
        found = match(rows, entries)
        for key, keys in wanted.items():
            if len(keys) == 1 and "#" not in key:
                assert judge(found[key], *keys) not in ("sure and wrong", "new and wrong")
                continue
            assert found[key].state == "doubtful", (seed, key)
            assert keys <= {candidate.key for candidate in found[key].candidates}


def split_and_merge(
    entries: list[Item], seed: int, form: str
) -> tuple[list[Item], dict[str, set[str | None]]]:
    """Return the rows of a next list, one split in two and two merged, and what each may be.

    The keys of the rows that were split or merged end in "#" and a letter.
    """
    rows, truth = make_list(entries, seed)
    names = Counter(entry.names[0] for entry in entries)
    kept = [n for n, row in enumerate(rows) if truth[row.key] and names[row.names[0]] == 1]
    pairs = [n for n in kept if n + 1 in kept and rows[n].category == rows[n + 1].category]
    chance = random.Random(seed)
    first = chance.choice(pairs)
    whole = chance.choice([n for n in kept if n not in (first, first + 1)])
    changed: list[Item] = []
    wanted: dict[str, set[str | None]] = {}
    for place, row in enumerate(rows):
        parts, keys = [row], {truth[row.key]}
        if place == first:
            name = form.format(row.names[0], rows[place + 1].names[0])
            parts = [replace(row, key=f"{row.key}#m", names=(name,))]
            keys |= {truth[rows[place + 1].key]}
        elif place == first + 1:
            continue
        elif place == whole:
            said = ((f"{row.key}#{each[0]}", f"{row.names[0]} - {each}") for each in PARTS)
            parts = [replace(row, key=key, names=(name,)) for key, name in said]
        changed += parts
        wanted |= {part.key: keys for part in parts}
    return [replace(r, numbers=frozenset({n})) for n, r in enumerate(changed, 1)], wanted


def judge(found: Match, truth: str | None) -> str:
    if found.state == "sure":
        return "sure and right" if found.key == truth else "sure and wrong"
    if found.state == "new":
        return "new and right" if truth is None else "new and wrong"
    keys = [candidate.key for candidate in found.candidates]
    if truth is None:
        return "asked, a new one"
    if truth not in keys:
        return "asked, the answer not among the candidates"
    return "asked, the answer first" if keys[0] == truth else "asked, the answer not first"


def test_names_that_several_have_are_told_apart_by_category_and_place(entries: list[Item]) -> None:
    shared = [e for e in entries if e.names[0] == entries[6].names[0]]
    assert len(shared) > 3
    rows = [
        replace(each, key=f"row-{each.key}", names=each.names[:1], numbers=frozenset({n + 60}))
        for n, each in enumerate(entries)
    ]
    found = match(rows, entries)
    assert {key: each.key for key, each in found.items()} == {
        f"row-{e.key}": e.key for e in entries
    }
    # Without its neighbours, or in another category, none of them is sure.
    alone = [row for row in rows if row.names[0] == shared[0].names[0]]
    assert {each.state for each in match(alone, entries).values()} == {"doubtful"}


def test_a_split_and_a_merger_are_asked_about() -> None:
    whole = make("whole", "Suivi des activités et projets (SAP) et Carte des guichets (CAG)", 1)
    parts = [
        make("a", "Suivi des activités et projets (SAP)", 1),
        make("b", "Carte des guichets (CAG)", 2),
    ]
    split = match(parts, [whole])
    assert [split[key].state for key in "ab"] == ["doubtful", "doubtful"]
    assert split["a"].candidates[0].key == "whole"
    merged = match([whole], parts)["whole"]
    assert merged.state == "doubtful"
    assert {candidate.key for candidate in merged.candidates} == {"a", "b"}


def test_a_merger_of_names_cut_short_is_asked_about() -> None:
    entries = [
        make("cts", "Logiciel du système de ciblage du fret", 1),
        make("bacuda", "Algorithmes BACUDA", 2),
    ]
    found = match([make("1", "Logiciel du système, avec Algorithmes BACUDA", 1)], entries)["1"]
    assert found.state == "doubtful"
    assert {candidate.key for candidate in found.candidates} == {"cts", "bacuda"}


def test_swapped_numbers_do_not_mislead() -> None:
    entries = [make("one", "Portail des sceaux", 1), make("two", "Base des cautions", 2)]
    rows = [make("1", "Base des cautions", 1), make("2", "Portail des sceaux", 2)]
    assert {key: each.key for key, each in match(rows, entries).items()} == {"1": "two", "2": "one"}


def test_a_wholly_new_name_in_an_old_place_is_asked_about_with_the_reason() -> None:
    entries = [
        make("a", "Portail un", 1),
        make("b", "Logiciel de ciblage", 2),
        make("c", "Base x", 3),
    ]
    rows = [make("1", "Portail un", 1), make("2", "CTS", 2), make("3", "Base x", 3)]
    found = match(rows, entries)["2"]
    assert found.state == "doubtful"
    assert found.candidates[0].key == "b"
    assert found.candidates[0].same_number and found.candidates[0].same_place


def test_what_is_said_is_taken(entries: list[Item]) -> None:
    rows = [replace(entry, key=f"row-{entry.key}") for entry in entries]
    first, second = entries[0].key, entries[1].key
    found = match(rows, entries, {f"row-{first}": second, f"row-{second}": None})
    assert found[f"row-{first}"].key == second
    assert found[f"row-{second}"].state == "new"


def make(key: str, name: str, number: int, category: str = "tools") -> Item:
    return Item(key=key, names=(name,), numbers=frozenset({number}), category=category)


NAMES = st.lists(
    st.text(st.sampled_from("abcdéè Z-’"), min_size=1, max_size=20), min_size=1, max_size=6
)


@given(NAMES, NAMES)
def test_a_row_has_one_entry_and_an_entry_one_row(rows: list[str], entries: list[str]) -> None:
    first = [make(f"r{n}", name, n) for n, name in enumerate(rows)]
    second = [make(f"e{n}", name, n) for n, name in enumerate(entries)]
    found = match(first, second)
    assert list(found) == [row.key for row in first]
    sure = [each.key for each in found.values() if each.state == "sure"]
    assert len(sure) == len(set(sure))
    for each in found.values():
        assert (each.key is not None) == (each.state == "sure")
        assert (each.state == "doubtful") <= bool(each.candidates)
    assert found == match(first, second)


@given(NAMES)
def test_a_list_matches_itself(names: list[str]) -> None:
    """Each row with a name of its own finds itself, whatever the others are called."""
    items = [make(str(n), name, n) for n, name in enumerate(names)]
    for key, found in match(items, items).items():
        assert found.state == "new" or found.key in (None, key)


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_the_same_both_ways(first: str, second: str) -> None:
    assert compare_names(first, second) == compare_names(second, first)
    assert 0 <= compare_names(first, second) <= 100


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 3), st.integers(0, 3)),
        st.integers(1, 100).map(float),
        min_size=1,
    )
)
def test_no_other_pairs_are_worth_more(scores: dict[tuple[int, int], float]) -> None:
    found = assign(scores)
    assert len(set(found.values())) == len(found)
    worth = sum(scores[pair] for pair in found.items())
    assert worth == max(map(sum_of, all_pairings(scores)))


def sum_of(pairing: tuple[float, ...]) -> float:
    return sum(pairing)


def all_pairings(scores: dict[tuple[int, int], float]) -> list[tuple[float, ...]]:
    """Return the scores of every set of pairs in which none stands twice."""
    pairings = []
    for size in range(5):
        for chosen in itertools.combinations(scores, size):
            firsts, seconds = {p[0] for p in chosen}, {p[1] for p in chosen}
            if len(firsts) == len(seconds) == size:
                pairings.append(tuple(scores[pair] for pair in chosen))
    return pairings
