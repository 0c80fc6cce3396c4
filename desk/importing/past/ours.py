"""Which of our own drafts the titles of an upper level's list are (上级采用通报)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desk.adopting import credit_of
from desk.drafts import Channel, Draft, DraftQuery
from desk.duplicates.normal import folded
from desk.importing.past.credit import unit_names
from desk.importing.past.guide import Guide
from desk.importing.past.rows import Ground, Row, understand
from desk.importing.tables import Record
from desk.issues import Role
from desk.office_clock import day_of
from desk.store import Work

NOT_OURS = "不是我们的信息，没有记"
_BEFORE = timedelta(400)  # a draft may be adopted above long after it came in
_NEAR, _SURE, _WHOLE = 50, 88, 100  # percent of characters in common
_PROPOSED = 4


@dataclass(frozen=True, slots=True)
class Likeness:
    """A draft that a title may be; ``score`` is percent."""

    draft_id: int
    title: str
    units: str
    day: date
    score: int


@dataclass(frozen=True, slots=True)
class Match:
    """A title of the list, the drafts it may be, and the one it counts as (0 for none)."""

    title: str
    proposals: tuple[Likeness, ...]
    chosen: int

    @property
    def is_exact(self) -> bool:
        """Whether the chosen draft bears the very title."""
        return any(one.draft_id == self.chosen and one.score == _WHOLE for one in self.proposals)


def matches(
    work: Work, titles: Iterable[str], first: date, last: date, told: Mapping[str, int]
) -> dict[str, Match]:
    """For each title the likeliest drafts of those days and the year before."""
    asked = DraftQuery(received_from=first - _BEFORE, received_to=last)
    rows = {row.id: row for row in work.drafts.rows(work.drafts.ids(asked))}
    keys = {key: folded(row.title) for key, row in rows.items()}
    found = {}
    for title in dict.fromkeys(filter(None, titles)):
        proposals = tuple(
            Likeness(
                key,
                rows[key].title,
                rows[key].units,
                day_of(rows[key].received),
                score,
            )
            for key, score in nearest(title, keys)
        )
        likeliest = standing_out([(one.draft_id, one.score) for one in proposals])
        found[title] = Match(title, proposals, told.get(title, likeliest))
    return found


def nearest(title: str, keys: Mapping[int, str]) -> list[tuple[int, int]]:
    """The keys whose folded titles are nearest to a title, with percent, the nearest first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy, loaded on use

    near = process.extract(
        folded(title), keys, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_PROPOSED
    )
    return [(key, int(score)) for _text, score, key in near]


def standing_out(near: Sequence[tuple[int, int]]) -> int:
    """The key that stands out; 0 where none is near enough, or two are equally near."""
    if not near or near[0][1] < _SURE:
        return 0
    equals = [key for key, score in near if score == near[0][1]]
    return near[0][0] if len(equals) == 1 else 0


class Ours:
    """Understands rows of an upper level's list, each with our draft behind it."""

    def __init__(self, work: Work, ground: Ground, found: Mapping[str, Match]) -> None:
        self._work, self._ground = work, ground
        chosen = sorted({one.chosen for one in found.values() if one.chosen})
        drafts = {draft.id: draft for draft in work.drafts.several(chosen)}
        self._drafts = {
            title: drafts[one.chosen] for title, one in found.items() if one.chosen in drafts
        }
        self._names = {unit.id: unit.name for unit in work.registry.units()}

    def understand(self, record: Record, guide: Guide) -> Row:
        """What a row books: the units are the list's where they are ours, else the draft's."""
        ground = replace(self._ground, year=guide.year, month=guide.month)
        draft = self._drafts.get(record["标题"])
        names = unit_names(record["单位"], ground.names.knows)
        known = [name for name in names if ground.names.knows(name)]
        if not known and (draft is None or not draft.unit_ids):
            return Row(record, remarks=(NOT_OURS,))
        cells = {**record.cells, "事项": record["事项"] or "采用"}
        if not known and draft is not None:
            cells["单位"] = "、".join(self._names[one] for one in draft.unit_ids)
        elif len(known) < len(names):
            cells["单位"] = "、".join(known)
        if draft is not None and not cells.get("方式"):
            cells["方式"] = _role(draft)
        row = understand(replace(record, cells=cells), ground)
        if draft is None:
            return replace(row, remarks=(*row.remarks, "没有找到我们的原稿，不与来稿连起来"))
        return self._linked(row, draft)

    def _linked(self, row: Row, draft: Draft) -> Row:
        """The row's facts as those of our draft."""
        credit = credit_of(self._work, draft)
        facts = []
        for fact in row.facts:
            part, portion = credit.get(fact.unit_id, (None, None))
            linked = replace(fact, item_id=draft.item_id)
            if portion is not None and fact.portion is None and fact.part is None:
                linked = replace(linked, part=part, portion=portion)
            facts.append(linked)
        return replace(row, facts=tuple(facts))


def _role(draft: Draft) -> str:
    if draft.channel is Channel.COMPOSITE:
        return Role.COMPOSITE.value
    return Role.JOINT.value if len(draft.unit_ids) > 1 else ""
