"""Search a collection as the desk would, and count what is found, missed and wrong."""

from collections import Counter
from dataclasses import dataclass, field

from desk.body import plain
from desk.demo.registry import demo_office
from desk.duplicates.aligning import Reading
from desk.duplicates.judging import SAME_TIME, Judgement, Told, judge
from desk.duplicates.likeness import Nature
from desk.duplicates.searching import Sketches
from desk.duplicates.sketch import sketch
from tests.desk.duplicates.generated import Collection, Made


@dataclass
class Score:
    """Counts of pairs; the keys of ``wanted`` and ``found`` are natures and forms."""

    wanted: Counter[tuple[Nature, str]] = field(default_factory=Counter)
    found: Counter[tuple[Nature, str]] = field(default_factory=Counter)
    named: Counter[Nature] = field(default_factory=Counter)  # found, and with the right nature
    right: Counter[Nature] = field(default_factory=Counter)  # flagged, and alike indeed
    wrong: list[tuple[Made, Made, Judgement]] = field(default_factory=list)
    missed: list[tuple[Made, Made]] = field(default_factory=list)
    doubtful: int = 0  # flagged, and nobody can say

    @property
    def precision(self) -> float:
        """The share of warnings that are right."""
        return sum(self.right.values()) / (sum(self.right.values()) + len(self.wrong))

    def precision_of(self, nature: Nature) -> float:
        """The share of warnings of one nature that are right."""
        wrong = sum(judgement.nature is nature for _, _, judgement in self.wrong)
        return self.right[nature] / ((self.right[nature] + wrong) or 1)

    def recall(self, nature: Nature) -> float:
        """The share of the likenesses of one nature that are found."""
        found = sum(count for (one, _), count in self.found.items() if one is nature)
        return found / sum(count for (one, _), count in self.wanted.items() if one is nature)


def score(made: Collection) -> Score:
    """Compare every draft with all earlier ones."""
    drafts = made.drafts
    names = {unit.short: number for number, unit in enumerate(demo_office().units)}
    told = [_told(one, names) for one in drafts]
    drawn = [sketch(one.title, plain(one.text)) for one in drafts]
    sketches = Sketches(range(len(drafts)), b"".join(drawn))
    result = Score()
    for number, draft in enumerate(drafts):
        own = [n for n in range(number) if told[n].unit_ids & told[number].unit_ids]
        recent = [n for n in range(number) if (draft.day - drafts[n].day).days <= SAME_TIME]
        near = sketches.nearest(drawn[number], before=number, pools=(own, recent))
        alike = {other: judge(told[number], told[other]) for other in near}
        for other in range(number):
            _count(result, made, draft, drafts[other], alike.get(other))
    return result


def _told(one: Made, names: dict[str, int]) -> Told:
    units = frozenset(names[unit] for unit in one.units)
    return Told(Reading(one.title, plain(one.text).text), units, one.day)


def _count(
    result: Score, made: Collection, later: Made, earlier: Made, found: Judgement | None
) -> None:
    nature = made.expected(later, earlier)
    form = earlier.form if later.form == "first" else later.form
    if nature and made.must_be_found(later, earlier):
        result.wanted[nature, form] += 1
        result.found[nature, form] += found is not None
        result.named[nature] += found is not None and found.nature is nature
        if found is None:
            result.missed.append((later, earlier))
    if found is None:
        return
    if nature:
        result.right[found.nature] += 1
    elif made.is_open_question(later, earlier):
        result.doubtful += 1
    else:
        result.wrong.append((later, earlier, found))
