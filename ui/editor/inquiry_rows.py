"""What the verification log lists: questions asked, then facts nobody has asked about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from desk.inquiries import Inquiry, Standing, standing
from desk.office_clock import office_time
from desk.to_verify import FIRST, Point, Sort, still_to_ask
from ui import style

MARKS = {
    Standing.OPEN: ("◔", style.AMBER),
    Standing.HOLDS: ("✓", style.GREEN),
    Standing.TO_CORRECT: ("▲", style.AMBER),
    Standing.CHANGED: ("▲", style.AMBER),
    Standing.GONE: ("–", style.MUTED),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A question asked, a fact to ask about, or both where the text was changed since."""

    inquiry: Inquiry | None = None
    point: Point | None = None
    standing: Standing | None = None

    @property
    def words(self) -> str:
        """What it is about."""
        if self.point is not None:
            return self.point.words
        return self.inquiry.question.partition("——")[0] if self.inquiry else ""

    @property
    def place(self) -> tuple[str, str]:
        """The words of the text it is about, and those before them."""
        one = self.point or self.inquiry
        return (one.excerpt, one.before) if one else ("", "")

    @property
    def said(self) -> str:
        """How it stands, in words."""
        one = self.inquiry
        if one is None or self.standing is None:
            return ""
        asked = f"{one.name or one.unit} {office_time(one.answered or one.asked):%m-%d %H:%M}"
        said = f"应为{one.instead}" if one.instead else one.reply
        former = f"核实时是{one.excerpt}" if self.standing is Standing.CHANGED else ""
        state = one.answer if self.standing is Standing.HOLDS else self.standing
        return "　".join(filter(None, (state, said, former, asked)))


def rows_of(inquiries: Sequence[Inquiry], points: Sequence[Point], text: str) -> list[Row]:
    """One row for each question and fact; a fact changed since stands in its question's row."""
    waiting = still_to_ask(points, inquiries)
    rows = []
    for one in inquiries:
        found = standing(one, text)
        fresh = _instead_of(one, waiting) if found is Standing.CHANGED else None
        if fresh is not None:
            waiting.remove(fresh)
        rows.append(Row(one, fresh, found))
    return [*rows, *(Row(point=point) for point in waiting)]


def _instead_of(inquiry: Inquiry, points: Iterable[Point]) -> Point | None:
    """The fact that stands where a question's words stood."""
    return next((one for one in points if one.before and one.before == inquiry.before), None)


def parts(rows: Sequence[Row], *, everything: bool) -> Iterator[tuple[str, list[Row]]]:
    """The rows in parts with their headings; of the facts the most important unless all."""
    asked = [row for row in rows if row.inquiry is not None]
    if asked:
        yield "已问", sorted(asked, key=_is_done)
    facts = [row for row in rows if row.inquiry is None and row.point is not None]
    facts = facts if everything else first_of(facts)
    order = list(dict.fromkeys(_sort(row) for row in facts))
    facts.sort(key=lambda row: order.index(_sort(row)))
    for sort, some in groupby(facts, key=_sort):
        yield f"未问：{sort}", list(some)


def first_of(facts: Sequence[Row]) -> list[Row]:
    """The facts worth a call: the most important dozen, none that only counts to three."""
    worth = [row for row in facts if row.point is not None and row.point.weight > 0]
    return worth[:FIRST]


def _sort(row: Row) -> Sort:
    return row.point.sort if row.point is not None else Sort.FIGURE


def _is_done(row: Row) -> bool:
    return row.standing in (Standing.HOLDS, Standing.GONE)


def summary(rows: Iterable[Row]) -> tuple[str, str]:
    """The log in a few words, and their colour."""
    found = [row.standing for row in rows if row.standing is not None]
    waiting = [
        f"{found.count(one)} 条{one}"
        for one in (Standing.OPEN, Standing.TO_CORRECT, Standing.CHANGED)
        if one in found
    ]
    if waiting:
        return f"▲ {'、'.join(waiting)}", style.AMBER
    done = found.count(Standing.HOLDS)
    return (f"✓ 已核实 {done} 条", style.GREEN) if done else ("还没有核实", style.MUTED)
