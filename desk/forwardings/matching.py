"""Which of our forwardings, or of our drafts, the lines of an upper level's list are (F84)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from desk.drafts import DraftQuery
from desk.duplicates.normal import folded
from desk.forwardings.entries import same_number
from desk.forwardings.forwarding import Forwarding, Result
from desk.forwardings.upper_list import Line
from desk.importing.past.ours import nearest, standing_out
from desk.jobs import Job, Progress
from desk.office_clock import day_of
from desk.repositories.matters import MatterQuery
from desk.store import Work

_BEFORE, _AFTER = timedelta(400), timedelta(31)  # lists come long after what they name
_EXACT = 100
_STEP = 20


class Likeness(StrEnum):
    """How sure a match is."""

    EXACT = "标题相同"
    NEAR = "标题相近"
    SEVERAL = "也许是"
    NONE = "没有对上"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One of ours that a line may be; without a forwarding it was never registered as sent."""

    draft_id: int
    title: str
    units: str
    day: date
    score: int
    forwarding: Forwarding | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A line with what it may be. ``chosen`` is its place among the proposals, -1 for none.

    ``conflict`` says what was entered before that differs; ``is_known`` that it was entered so.
    """

    line: Line
    proposals: tuple[Proposal, ...]
    likeness: Likeness
    chosen: int = -1
    conflict: str = ""
    is_known: bool = False

    @property
    def proposal(self) -> Proposal | None:
        """The one it is taken for."""
        return self.proposals[self.chosen] if self.chosen >= 0 else None

    @property
    def is_sure(self) -> bool:
        """Whether it needs no look: the very title, sent there, nothing else entered."""
        held = self.proposal
        sent = held is not None and held.forwarding is not None
        return self.likeness is Likeness.EXACT and sent and not self.conflict


def match(work: Work, found: Sequence[Line]) -> Job[tuple[Match, ...]]:
    """Match every line; an item is first looked for among what was sent to that carrier."""
    own = _Own(work, min(one.day for one in found), max(one.day for one in found))
    matched: list[Match] = []
    for at, line in enumerate(found):
        if at % _STEP == 0:
            yield Progress(at, len(found), "逐条核对标题")
        matched.append(own.match(line))
    return tuple(_once(matched))


def conflict_of(line: Line, proposal: Proposal | None) -> tuple[str, bool]:
    """What was entered before and differs, in words; and whether it was entered just so."""
    held = proposal.forwarding if proposal else None
    if held is None or held.result is Result.PENDING:
        return "", False
    same = held.is_adopted and same_number(held.issue_number, line.issue_number)
    differs = line.external is not None and held.external not in (None, line.external)
    if same and not differs:
        return "", True
    number = f"，{held.issue_number}" if held.issue_number else ""
    day = f"，{held.result_day:%Y-%m-%d}" if held.result_day else ""
    return f"已登记为{held.result}{day}{number}", False


class _Own:
    """What is ours on those days: items by their titles, and what was sent of them where."""

    def __init__(self, work: Work, first: date, last: date) -> None:
        query = MatterQuery(first=first - _BEFORE, last=last + _AFTER)
        self.sent: defaultdict[int, list[Forwarding]] = defaultdict(list)
        for one in work.matters.all(Forwarding, query):
            if one.sent is not None and not one.withdrawn:
                self.sent[one.draft_id].append(one)
        asked = DraftQuery(received_from=first - _BEFORE, received_to=last)
        ids = set(work.drafts.ids(asked)) | self.sent.keys()
        self.drafts = {one.id: one for one in work.drafts.candidates(sorted(ids))}
        self.units = {one.id: one.short for one in work.registry.units()}
        self.keys: dict[int, str] = {}  # number of a title → the title folded
        self.items: list[int] = []  # number of a title → the item
        self.exact: defaultdict[str, dict[int, None]] = defaultdict(dict)
        for key, draft in self.drafts.items():
            titles = {draft.title, *(one.title for one in self.sent.get(key, ()))}
            for title in titles:
                self._know(folded(title), key)

    def match(self, line: Line) -> Match:
        """A line with its proposals."""
        near = self._near(line.title)
        proposals = tuple(self._proposal(key, score, line) for key, score in near)
        standing = standing_out(near)
        # of several alike the one that was sent to that very carrier
        if not standing:
            sent = [
                one.draft_id
                for one in proposals
                if one.forwarding is not None and near and one.score == near[0][1] == _EXACT
            ]
            standing = sent[0] if len(sent) == 1 else 0
        chosen = next((at for at, one in enumerate(proposals) if one.draft_id == standing), -1)
        conflict, known = conflict_of(line, proposals[chosen] if chosen >= 0 else None)
        return Match(line, proposals, _likeness(proposals, chosen), chosen, conflict, known)

    def _know(self, key: str, item: int) -> None:
        self.exact[key][item] = None
        self.keys[len(self.items)] = key
        self.items.append(item)

    def _near(self, title: str) -> list[tuple[int, int]]:
        """Items with percent, each once, the nearest first."""
        same = self.exact.get(folded(title), {})
        if same:
            return [(item, _EXACT) for item in same]
        best: dict[int, int] = {}
        for at, score in nearest(title, self.keys):
            best.setdefault(self.items[at], score)
        return list(best.items())

    def _proposal(self, item: int, score: int, line: Line) -> Proposal:
        draft = self.drafts[item]
        there = [
            one for one in self.sent.get(item, ()) if one.publication_id == line.publication_id
        ]
        held = next((one for one in there if one.awaits), there[0] if there else None)
        return Proposal(
            item,
            held.title if held else draft.title,
            "、".join(self.units[one] for one in draft.unit_ids if one in self.units),
            (held.sent_day if held else None) or day_of(draft.received),
            score,
            held,
        )


def _likeness(proposals: Sequence[Proposal], chosen: int) -> Likeness:
    if not proposals:
        return Likeness.NONE
    if chosen < 0:
        return Likeness.SEVERAL
    return Likeness.EXACT if proposals[chosen].score == _EXACT else Likeness.NEAR


def _once(matched: Iterable[Match]) -> Iterable[Match]:
    """Lines of one item and carrier: all but the first need a look."""
    seen: dict[tuple[int, int], int] = {}
    for one in matched:
        held = one.proposal
        key = (held.draft_id, one.line.publication_id) if held else (0, 0)
        if held is not None and key in seen:
            yield replace(one, conflict=f"与第 {seen[key]} 条是同一篇", is_known=False)
            continue
        seen[key] = one.line.number
        yield one
