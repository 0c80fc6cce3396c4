"""What came of a list of points: drafts and adoptions per line and per unit (要点覆盖)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.closings.periods import find
from desk.commissions.commission import Commission
from desk.drafts import DraftQuery
from desk.duplicates.normal import folded
from desk.facts import FactKind
from desk.office_clock import day_of
from desk.store import Store, Work
from desk.topic_pool.point_list import PointLine, PointList
from desk.topic_pool.standing import by_topic, rows_of
from desk.topic_pool.topic import PoolTopic
from desk.units import Unit

_ALIKE = 55  # of 100: a title that holds most of a point's words


class Way(StrEnum):
    """How a draft is known to answer a line."""

    COMMISSION = "约稿"
    TITLE = "标题相近"
    TAG = "标签"


@dataclass(frozen=True, slots=True)
class Came:
    """A draft that came in the period."""

    draft_id: int
    title: str
    unit_ids: tuple[int, ...]
    topics: tuple[str, ...]
    day: date
    is_adopted: bool


@dataclass(frozen=True, slots=True)
class LineCover:
    """A line, and what came on it, each draft with the surest way it is known by."""

    line: PointLine
    came: tuple[tuple[Came, Way], ...] = ()

    @property
    def sent(self) -> int:
        """How many drafts came."""
        return len(self.came)

    @property
    def adopted(self) -> int:
        """How many of them were printed."""
        return sum(one.is_adopted for one, _ in self.came)

    @property
    def unit_ids(self) -> tuple[int, ...]:
        """From which units."""
        return tuple(dict.fromkeys(unit for one, _ in self.came for unit in one.unit_ids))


@dataclass(frozen=True, slots=True)
class UnitCover:
    """A unit that gets the list: what it sent on it, and the lines meant for it it left out."""

    unit: Unit
    sent: int
    adopted: int
    lines: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cover:
    """The coverage of one list in its period; what nobody answered stands out."""

    points: PointList
    period: str
    first: date
    last: date
    lines: tuple[LineCover, ...]
    units: tuple[UnitCover, ...]

    @property
    def empty(self) -> tuple[LineCover, ...]:
        """The lines nothing came to."""
        return tuple(one for one in self.lines if not one.came)

    @property
    def silent(self) -> tuple[UnitCover, ...]:
        """The units that sent nothing on any line."""
        return tuple(one for one in self.units if not one.sent)

    @property
    def words(self) -> str:
        """It in one line."""
        sent = len({came.draft_id for line in self.lines for came, _ in line.came})
        adopted = {c.draft_id for line in self.lines for c, _ in line.came if c.is_adopted}
        none = f"，{len(self.empty)} 条没有来稿" if self.empty else "，条条有来稿"
        return f"要点 {len(self.lines)} 条，来稿 {sent} 篇，采用 {len(adopted)} 篇{none}"


def cover(store: Store, list_id: int) -> Cover:
    """Look up what came of a list. Raises NotFoundError."""
    with store.read() as work:
        return cover_of(work, work.matters.get(PointList, list_id))


def cover_of(work: Work, points: PointList) -> Cover:
    """Look up what came of a list in its period, and up to the day its answers were due."""
    period = find(work.catalogue.schemes(), points.period)
    last = max(period.last, points.due or period.last)
    first = min(period.first, points.day) if points.issued else period.first
    came = _came(work, first, last)
    asked = _asked(work, points)
    lines = tuple(_lines(points, came, asked))
    units = tuple(_unit(one, lines) for one in addressed(work, points))
    return Cover(points, period.name, first, last, lines, units)


def addressed(work: Work, points: PointList) -> list[Unit]:
    """The units that get a list: those of its groups and those named; all where none are."""
    everybody = not (points.groups or points.units)
    return [
        one
        for one in work.registry.units()
        if one.active and (everybody or one.group_id in points.groups or one.id in points.units)
    ]


def _came(work: Work, first: date, last: date) -> list[Came]:
    ids = work.drafts.ids(DraftQuery(received_from=first, received_to=last))
    topics = work.drafts.topics(ids)
    taken_back = set[int]()
    adopted = set[int]()
    for fact in work.ledger.of_items(ids, first):
        if fact.reverses:
            taken_back.add(fact.reverses)
        elif fact.kind is FactKind.ADOPTION:
            adopted.add(fact.id)
    items = {one.item_id for one in work.ledger.get(adopted - taken_back)}
    return [
        Came(
            one.id,
            one.title,
            one.unit_ids,
            topics.get(one.id, ()),
            day_of(one.received),
            one.id in items,
        )
        for one in work.drafts.candidates(ids)
    ]


def _asked(work: Work, points: PointList) -> Mapping[int, frozenset[int]]:
    """The drafts that answer commissions of its topics, or were linked to these, by topic."""
    wanted = {one.pool_id for one in points.lines if one.pool_id}
    topics = [one for one in work.matters.all(PoolTopic) if one.id in wanted]
    found = {row.topic.id: frozenset(row.drafts) for row in rows_of(work, topics)}
    gone = by_topic(work.matters.all(Commission)) if len(topics) < len(wanted) else {}
    for topic_id in wanted - found.keys():
        held = gone.get(topic_id, ())
        drafts = (draft for one in held for task in one.tasks for draft in task.drafts)
        found[topic_id] = frozenset(drafts)
    return found


def _lines(
    points: PointList, came: Sequence[Came], asked: Mapping[int, frozenset[int]]
) -> Iterator[LineCover]:
    """Each line with what came on it; a draft known by its tag alone goes to the likest line."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - heavy, loaded on use

    found: list[list[tuple[Came, Way]]] = [[] for _ in points.lines]
    for one in came:
        title = folded(one.title)
        scores = [fuzz.ratio(folded(line.text), title) for line in points.lines]
        sure = [
            (at, Way.COMMISSION if is_asked else Way.TITLE)
            for at, line in enumerate(points.lines)
            if (is_asked := one.draft_id in asked.get(line.pool_id, ())) or scores[at] >= _ALIKE
        ]
        tagged = [at for at, line in enumerate(points.lines) if _is_tagged(line, one)]
        if not sure and tagged:
            sure = [(max(tagged, key=lambda at: scores[at]), Way.TAG)]
        for at, way in sure:
            found[at].append((one, way))
    for line, held in zip(points.lines, found, strict=True):
        yield LineCover(line, tuple(sorted(held, key=lambda one: (one[0].day, one[0].draft_id))))


def _is_tagged(line: PointLine, came: Came) -> bool:
    """Whether a draft has a line's tag and comes from one of the units it is meant for."""
    is_for = not line.units or bool(set(line.units).intersection(came.unit_ids))
    return is_for and bool(set(line.tags).intersection(came.topics))


def _unit(unit: Unit, lines: Sequence[LineCover]) -> UnitCover:
    held = list(_of_unit(unit, lines))
    drafts = {one.draft_id: one for _, one in held}
    answered = dict.fromkeys(line.line.text for line, _ in held)
    missing = (
        one.line.text
        for one in lines
        if unit.id in one.line.units and one.line.text not in answered
    )
    adopted = sum(one.is_adopted for one in drafts.values())
    return UnitCover(unit, len(drafts), adopted, tuple(answered), tuple(missing))


def _of_unit(unit: Unit, lines: Sequence[LineCover]) -> Iterator[tuple[LineCover, Came]]:
    for line in lines:
        for one, _ in line.came:
            if unit.id in one.unit_ids:
                yield line, one
