"""Which entry each row of a list is: over all rows at once, by name, number, category and place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct, field

from importing.matching.names import compare_names, share_of_rest, simplify

State = Literal["sure", "doubtful", "new"]

# What agreement beside the name adds to how alike the names are (0 to 100).
_CATEGORY, _NUMBER, _PLACE = 8.0, 5.0, 5.0
# A name found in what the other list says of an entry is nearly as good as its name.
_NAME_IN_TEXT = 90.0
# Names less alike than this speak for nothing.
_LOWEST = 35.0
_SAME_NAME = 97.0
_NEAR_NAME = 85.0
_LIKE_NAME = 68.0
_MARGIN = 10.0
# So alike, and so near in all, a second claim may be half of it: initiatives are split and merged.
_CLAIM, _NEAR_CLAIM = 72.0, 20.0
_DOUBTFUL = 50.0
# The share of the words that a name adds to an entry's, by which it may be merged with another.
_MERGED = 0.6
# So many of the best pairs of a row, and of an entry, are looked at.
_KEPT = 8
_STRESS = 4
_SHOWN = 3
# Scores are whole numbers in there, so that equal sums are equal.
_SCALE = 100


class Item(Struct, frozen=True, kw_only=True):
    """A row or an entry as matching sees it; `texts` are where its name may stand, too."""

    key: str
    names: tuple[str, ...]
    numbers: frozenset[int]
    category: str
    texts: tuple[str, ...] = ()


class Candidate(Struct, frozen=True, kw_only=True):
    """An entry that a row may be: how alike the names are, 0 to 100, and what else agrees."""

    key: str
    likeness: int
    same_category: bool
    same_number: bool
    same_place: bool

    @property
    def agreeing(self) -> int:
        """How much else agrees."""
        return self.same_category + self.same_number + self.same_place


class Match(Struct, frozen=True, kw_only=True):
    """What a row was found to be: `key` is the entry, of a new row None; best candidates first."""

    state: State
    key: str | None = None
    candidates: tuple[Candidate, ...] = ()


class _Pairs(Struct, kw_only=True):
    """All pairs that may be, and which are left."""

    rows: Sequence[Item]
    entries: Sequence[Item]
    likeness: dict[tuple[int, int], float] = field(default_factory=dict)
    places: set[tuple[int, int]] = field(default_factory=set)

    def same_category(self, pair: tuple[int, int]) -> bool:
        row, entry = self.rows[pair[0]], self.entries[pair[1]]
        return bool(row.category) and row.category == entry.category

    def same_number(self, pair: tuple[int, int]) -> bool:
        return bool(self.rows[pair[0]].numbers & self.entries[pair[1]].numbers)

    def score(self, pair: tuple[int, int]) -> float:
        bonus = _CATEGORY * self.same_category(pair) + _NUMBER * self.same_number(pair)
        return self.likeness[pair] + bonus + _PLACE * (pair in self.places)

    def is_shared(self, pair: tuple[int, int]) -> bool:
        """Return whether the name of a row is that of other entries, too."""
        return any(
            self.likeness.get((pair[0], other), 0) >= _SAME_NAME
            for other in range(len(self.entries))
            if other != pair[1]
        )

    def candidate(self, pair: tuple[int, int]) -> Candidate:
        return Candidate(
            key=self.entries[pair[1]].key,
            likeness=round(self.likeness[pair]),
            same_category=self.same_category(pair),
            same_number=self.same_number(pair),
            same_place=pair in self.places,
        )


def match(
    rows: Sequence[Item], entries: Sequence[Item], said: Mapping[str, str | None] | None = None
) -> dict[str, Match]:
    """Return what each of the `rows` is, by its key; both are in the order of their lists.

    `said` holds the entry of a row, or None for a new one, where the editor has said so. A row is
    sure only if nothing else is nearly as good; what is neither sure nor new is doubtful, and its
    candidates are those that no sure row has taken.
    """
    said = said or {}
    found = {
        key: Match(state="new") if entry is None else Match(state="sure", key=entry)
        for key, entry in said.items()
    }
    taken = {entry for entry in said.values() if entry is not None}
    pairs = _Pairs(
        rows=[row for row in rows if row.key not in said],
        entries=[entry for entry in entries if entry.key not in taken],
    )
    _compare(pairs)
    _keep_best(pairs)
    sure = _find_sure(pairs)
    for first, second in sure.items():
        match_found = pairs.candidate((first, second))
        found[pairs.rows[first].key] = Match(
            state="sure", key=match_found.key, candidates=(match_found,)
        )
    for place, row in enumerate(pairs.rows):
        if place not in sure:
            found[row.key] = _judge(place, pairs, set(sure.values()))
    return {row.key: found[row.key] for row in rows}


def _compare(pairs: _Pairs) -> None:
    """Note how alike the names of each pair are, where that or their numbers speak for it."""
    for first, row in enumerate(pairs.rows):
        for second, entry in enumerate(pairs.entries):
            likeness = _compare_items(row, entry)
            pair = (first, second)
            if likeness >= _LOWEST or (pairs.same_number(pair) and pairs.same_category(pair)):
                pairs.likeness[pair] = likeness


def _keep_best(pairs: _Pairs) -> None:
    """Drop the pairs that are among the best of neither their row nor their entry."""
    kept: set[tuple[int, int]] = set()
    for side in (0, 1):
        seen: Counter[int] = Counter()
        for pair in sorted(pairs.likeness, key=lambda pair: (-pairs.score(pair), pair)):
            seen[pair[side]] += 1
            if seen[pair[side]] <= _KEPT:
                kept.add(pair)
    pairs.likeness = {pair: value for pair, value in pairs.likeness.items() if pair in kept}


def _compare_items(row: Item, entry: Item) -> float:
    likeness = max(compare_names(one, other) for one in row.names for other in entry.names)
    if likeness < _NAME_IN_TEXT:
        for names, texts in ((row.names, entry.texts), (entry.names, row.texts)):
            if any(_stands_in(name, text) for name in names for text in texts):
                return _NAME_IN_TEXT
    return likeness


def _stands_in(name: str, text: str) -> bool:
    plain = simplify(name)
    return len(plain) >= 12 and plain in simplify(text)


def _find_sure(pairs: _Pairs) -> dict[int, int]:
    """Return the sure pairs: found again and again, since each that is sure clears up others."""
    sure: dict[int, int] = {}
    while True:
        left = {
            pair: pairs.score(pair)
            for pair in pairs.likeness
            if pair[0] not in sure and pair[1] not in sure.values()
        }
        found = {
            first: second
            for first, second in assign(_stress(left)).items()
            if _is_sure((first, second), left, pairs)
        }
        if not found:
            return sure
        sure |= found
        pairs.places = _find_places(sure, pairs)


def assign(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Return the pairs, first by first, whose scores add up to most; none of them twice.

    `scores` holds what each possible pair is worth, by the places in both sets. The same scores
    give the same pairs.
    """
    import networkx

    graph = networkx.Graph()
    for (first, second), score in sorted(scores.items()):
        # Places of the second set are negative, so that no place is in both.
        graph.add_edge(first, -1 - second, weight=round(score * _SCALE))
    pairs = networkx.max_weight_matching(graph)
    ordered = (tuple(sorted(pair, reverse=True)) for pair in pairs)
    return dict(sorted((first, -1 - second) for first, second in ordered))


def _stress(scores: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Return `scores` with good ones worth far more: no two poor pairs outweigh one that fits."""
    return {pair: (score / 100) ** _STRESS * 100 for pair, score in scores.items()}


def _find_places(sure: Mapping[int, int], pairs: _Pairs) -> set[tuple[int, int]]:
    """Return the pairs that stand between the same neighbours in both lists."""
    return {
        pair
        for pair in pairs.likeness
        if sure.get(pair[0] - 1, -2) == pair[1] - 1 or sure.get(pair[0] + 1, -2) == pair[1] + 1
    }


def _is_sure(pair: tuple[int, int], left: Mapping[tuple[int, int], float], pairs: _Pairs) -> bool:
    """Return whether `pair` is beyond doubt among the pairs that are `left`."""
    likeness, score = pairs.likeness[pair], left[pair]
    rivals = [p for p in left if p != pair and (p[0] == pair[0]) != (p[1] == pair[1])]
    best_rival = max((left[rival] for rival in rivals), default=0.0)
    agrees = pairs.same_category(pair) or not pairs.rows[pair[0]].category
    placed = pairs.same_number(pair) or pair in pairs.places
    if likeness >= _SAME_NAME:
        if pairs.is_shared(pair):
            return agrees and placed and score > best_rival
        return score > best_rival if agrees else score >= best_rival + _MARGIN
    if any(pairs.likeness[r] >= _CLAIM and left[r] > score - _NEAR_CLAIM for r in rivals):
        return False
    if any(r[0] == pair[0] and _may_be_merged(pair[0], pair[1], r[1], pairs) for r in rivals):
        return False
    if not agrees or score < best_rival + _MARGIN:
        return False
    return likeness >= _NEAR_NAME or (likeness >= _LIKE_NAME and placed)


def _may_be_merged(row: int, entry: int, other: int, pairs: _Pairs) -> bool:
    """Return whether most of what a row's name adds to that of an entry is words of the other."""
    name = pairs.rows[row].names[0]
    return any(
        share_of_rest(name, one, two) >= _MERGED
        for one in pairs.entries[entry].names
        for two in pairs.entries[other].names
    )


def _judge(place: int, pairs: _Pairs, taken: set[int]) -> Match:
    """Return whether a row that is not sure is doubtful or new, with its candidates."""
    own = [p for p in pairs.likeness if p[0] == place and p[1] not in taken]
    likely = [pair for pair in own if _is_likely(pair, pairs)]
    ordered = sorted(likely, key=lambda pair: (-pairs.score(pair), pair))[:_SHOWN]
    candidates = tuple(map(pairs.candidate, ordered))
    return Match(state="doubtful" if candidates else "new", candidates=candidates)


def _is_likely(pair: tuple[int, int], pairs: _Pairs) -> bool:
    likeness, agreeing = pairs.likeness[pair], pairs.candidate(pair).agreeing
    return likeness >= _DOUBTFUL or (likeness >= _LOWEST and agreeing > 1) or agreeing > 2
