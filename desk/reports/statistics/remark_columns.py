"""Columns of marks with their legend (图例), and of remarks."""

from collections.abc import Callable, Iterator

from desk.facts import FactKind
from desk.reports.score_remarks import ZERO, remarks
from desk.reports.statistics.column import About, Label, StatColumn
from desk.reports.statistics.portions import Sort, UnitFigures
from desk.stat_table import Value
from desk.surveys.outcomes import FAILED, LATE

MARKS = "marks"


def _adopted(one: UnitFigures) -> int:
    return one.items(lambda sort: sort.matter is FactKind.ADOPTION and sort.commissioned)


def _late(one: UnitFigures, kind: FactKind) -> int:
    return one.items(lambda sort: sort.matter is kind and sort.outcome in (*LATE, *FAILED))


def _noted(sort: Sort) -> bool:
    return sort.matter is FactKind.INSTRUCTION and not sort.criticised


_MARKS: tuple[tuple[str, str, Callable[[UnitFigures], int]], ...] = (
    ("★", "领导批示", lambda one: one.items(_noted)),
    ("●", "约稿采用", _adopted),
    ("△", "领导批评", lambda one: one.items(lambda sort: sort.criticised)),
    ("▲", "约稿逾期或未报", lambda one: _late(one, FactKind.COMMISSION)),
    ("■", "紧急信息迟报、漏报", lambda one: _late(one, FactKind.EMERGENCY)),
    ("◇", "差错", lambda one: one.items(lambda sort: sort.matter is FactKind.INCIDENT)),
)
LEGEND = "图例：" + "　".join(f"{mark} {words}" for mark, words, _count in _MARKS)


def remark_columns() -> Iterator[StatColumn]:
    """标注 and 备注."""
    about = About.REMARKS
    yield StatColumn(
        Label(MARKS, "标注", about, "批示、约稿、紧急、差错的符号和次数，表下有图例"),
        _marks,
        width=14,
        left=True,
    )
    yield StatColumn(
        Label("remarks", "备注", about, "免考核、挂零、评先入围、取消评先、不达标"),
        _remarks,
        width=22,
        left=True,
    )
    yield StatColumn(
        Label("blank", "签收", about, "空白栏，打印后手写"), lambda _one: None, width=10
    )


def _marks(one: UnitFigures) -> Value:
    found = ((mark, count(one)) for mark, _words, count in _MARKS)
    return (
        " ".join(f"{mark}{times if times > 1 else ''}" for mark, times in found if times > 0)
        or None
    )


def _remarks(one: UnitFigures) -> Value:
    exempt = (f"免考核：{one.unit.exempt}",) if one.unit.exempt else ()
    told = (text for text in remarks(one.score) if not (exempt and text == ZERO))
    return "；".join((*exempt, *told)) or None
