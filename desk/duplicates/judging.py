"""Decide whether two drafts are alike, in what way, and how surely.

The thresholds were chosen on one half of the labelled drafts of tests/desk/duplicates and
measured on the other half.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desk.duplicates.aligning import Match, Reading, align
from desk.duplicates.likeness import Nature
from desk.duplicates.normal import Sentence
from desk.duplicates.particulars import Sort

_LONG_AGO = 270  # days after which an old text is recycled, not sent again
SAME_TIME = 20  # days within which two units tell one event
_COVERED = 0.5  # of the shorter text stands in the other
_COPIED = 0.7  # of both texts, where no figure speaks for or against
_ENOUGH = 40  # characters in common that are no set phrases
_KEPT = 0.7  # of the figures in the shared sentences are the same
_KEPT_OF_OLD = 0.2  # who recycles a text changes many figures; who reports anew, all of them
_VERBATIM = 0.85  # of both texts: the words are old even where every figure is new
_DENSE = 0.05  # rarity of figures a character: a table in words, whose figures are all it says
_WHOLE = 0.9  # of the shorter one, where only a day or place speaks for it
_FEW = 1.0  # rarity of all figures: too little to judge by
_EVIDENCE = 1.5  # rarity that two units share when they tell one event
_FACTS, _FACTS_SHARE = 1.5, 0.4  # of the figures in texts written differently
_TELLING = 4.0  # figures, days, places and titles taken together
_TITLE = 2.0  # what equal titles weigh there


@dataclass(frozen=True, slots=True)
class Told:
    """A draft as it is judged: what it says, who sent it, when it came, and the day it tells of."""

    reading: Reading
    unit_ids: frozenset[int]
    received: date
    day: date | None = None  # of the event or of the report


@dataclass(frozen=True, slots=True)
class Judgement:
    """In what way two drafts are alike, and how much of 100."""

    nature: Nature
    score: int


def judge(later: Told, earlier: Told) -> Judgement | None:
    """How two drafts are alike, or None when they tell of different work."""
    first, second = later.reading, earlier.reading
    if first.folded and first.folded == second.folded:
        return Judgement(Nature.EXACT, 100)
    same_unit = bool(later.unit_ids & earlier.unit_ids)
    apart = _days_apart(later, earlier)
    shared = _Shared.of(first, second, align(first, second))
    if shared.covered >= _COVERED and shared.characters >= _ENOUGH:
        return _by_text(shared, apart, same_unit=same_unit)
    if apart > SAME_TIME:
        return None
    return _by_facts(first, second, same_unit=same_unit)


def _days_apart(later: Told, earlier: Told) -> int:
    """Days between two arrivals or between the days they tell of, whichever are more.

    A history that was imported at once arrived on one day.
    """
    apart = abs((later.received - earlier.received).days)
    if later.day and earlier.day:
        return max(apart, abs((later.day - earlier.day).days))
    return apart


@dataclass(frozen=True, slots=True)
class _Shared:
    """What matching sentences cover, and the rarity of what they keep and what they change."""

    covered: float  # of the text that is covered more, 0 to 1
    both_covered: float  # of the text that is covered less
    characters: float
    kept: dict[Sort, float]
    changed: dict[Sort, float]

    @classmethod
    def of(cls, left: Reading, right: Reading, matches: Sequence[Match]) -> "_Shared":
        """Weigh the matching sentences of two texts."""
        said = (
            _said((match.left, match.ratio) for match in matches),
            _said((match.right, match.ratio) for match in matches),
        )
        shares = (said[0] / max(1, left.weight), said[1] / max(1, right.weight))
        kept, changed = _kept_and_changed(matches)
        return cls(max(shares), min(shares), min(said), kept, changed)

    @property
    def figures(self) -> float:
        """The rarity of all figures in the shared sentences."""
        return self.kept[Sort.FIGURE] + self.changed[Sort.FIGURE]

    @property
    def figures_kept(self) -> float:
        """The share of the figures that stayed the same; 1 when there are none."""
        return self.kept[Sort.FIGURE] / self.figures if self.figures else 1.0

    @property
    def all_kept(self) -> float:
        """The share of figures, days and places that stayed the same; 1 when there are none."""
        kept, changed = sum(self.kept.values()), sum(self.changed.values())
        return kept / (kept + changed) if kept + changed else 1.0


def _said(matched: Iterable[tuple[Sentence, float]]) -> float:
    """What sentences of one text weigh, each by its best match."""
    best: dict[int, tuple[float, int]] = {}  # by where the sentence stands
    for one, ratio in matched:
        best[one.start] = max(best.get(one.start, (0.0, 0)), (ratio, one.weight))
    return sum(weight * ratio for ratio, weight in best.values())


def _kept_and_changed(matches: Sequence[Match]) -> tuple[dict[Sort, float], dict[Sort, float]]:
    """The rarity of the particulars that both sides of a match name, and of those one side does."""
    both, one_side = dict[tuple[Sort, str], float](), dict[tuple[Sort, str], float]()
    for match in matches:
        left, right = match.left.rarities, match.right.rarities
        both |= {key: rarity for key, rarity in left.items() if key in right}
        one_side |= {key: rarity for key, rarity in (left | right).items() if key not in both}
    kept, changed = dict.fromkeys(Sort, 0.0), dict.fromkeys(Sort, 0.0)
    for (sort, _), rarity in both.items():
        kept[sort] += rarity
    for key, rarity in one_side.items():
        if key not in both:
            changed[key[0]] += rarity / 2  # a change shows on both sides
    return kept, changed


def _by_text(shared: _Shared, apart: int, *, same_unit: bool) -> Judgement | None:
    """Judge by shared sentences: the same figures tell the same work, new ones other work."""
    old = apart > _LONG_AGO
    if old and same_unit:
        alike = _is_recycled(shared)
    elif shared.figures >= _FEW:
        alike = min(shared.figures_kept, shared.all_kept) >= _KEPT
    else:
        contained = shared.covered >= _WHOLE and sum(shared.kept.values()) >= _FEW
        alike = shared.all_kept >= _KEPT and (shared.both_covered >= _COPIED or contained)
    if not alike or (not same_unit and sum(shared.kept.values()) < _EVIDENCE):
        return None
    nature = Nature.AGAIN if same_unit else Nature.SAME_EVENT
    score = round(100 * shared.covered * (0.7 + 0.3 * shared.figures_kept))
    return Judgement(Nature.RECYCLED if old else nature, min(99, score))


def _is_recycled(shared: _Shared) -> bool:
    """Whether an old text came again: some figures are left of it, or nearly all of its words."""
    if shared.figures >= _FEW and shared.figures_kept >= _KEPT_OF_OLD:
        return True
    dense = shared.figures > _DENSE * shared.characters
    return shared.both_covered >= _VERBATIM and not dense


def _by_facts(left: Reading, right: Reading, *, same_unit: bool) -> Judgement | None:
    """Judge two texts written differently by the rare facts they share."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - heavy, loaded on use

    first, second = left.particulars, right.particulars
    common = {key: min(first[key], second[key]) for key in first.keys() & second.keys()}
    figures = _sum(common, Sort.FIGURE)
    least = min(_sum(first, Sort.FIGURE), _sum(second, Sort.FIGURE))
    if figures < _FACTS or figures < _FACTS_SHARE * least:
        return None
    titles = fuzz.ratio(left.title_key, right.title_key) / 100
    told = figures + _sum(common, Sort.DAY) + _sum(common, Sort.PLACE) + _TITLE * titles
    if told < _TELLING:
        return None
    score = round(min(95, 50 + 50 * figures / least * min(1, told / (2 * _TELLING))))
    return Judgement(Nature.AGAIN if same_unit else Nature.SAME_EVENT, score)


def _sum(rarity: dict[tuple[Sort, str], float], sort: Sort) -> float:
    return sum(rare for (kind, _), rare in rarity.items() if kind is sort)
