"""The inbox: filter, sort, scroll, jump, and search as it shows."""

from collections.abc import Callable, Iterator
from itertools import cycle, islice
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.drafts import DraftQuery, Kind, Status
from tests.bench.measuring import Measurement, Plan, summary, timed_each
from tests.bench.window import close, opened, settle
from ui.inbox.draft_list import DraftList
from ui.inbox.page import InboxPage

_BIG = 1_000_000
_WHEEL_ROWS = 3


def measure(plan: Plan) -> Iterator[Measurement]:
    """Work in the list of the real window and paint it each time."""
    window = opened(plan.office)
    window.show_page("inbox")
    page = window.page("inbox")
    assert isinstance(page, InboxPage)
    view = page.list
    ids = list(view.drafts.ids)
    note = f"{len(ids):,} drafts"
    yield summary("inbox: filter", _each(view, _filters(view), plan.times(60)), bar=100, note=note)
    view.show_query(DraftQuery())
    yield summary("inbox: sort", _each(view, _sorts(view), plan.times(30)), bar=100, note=note)
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    words = (lambda word=word: view.show_query(DraftQuery(word)) for word in cycle(_WORDS))
    said = f"{note}; 60 hits at once, the rest follows"
    yield summary("inbox: search on screen", _each(view, words, plan.times(40)), bar=30, note=said)
    settle(window)
    view.show_query(DraftQuery())
    yield from _moving(view, note, plan)
    view.drafts.set_ids(list(islice(cycle(ids), _BIG)))
    yield from _moving(view, f"1,000,000 rows over {note}", plan)
    why = "not measured: making 1,000,000 drafts takes an hour"
    yield Measurement("inbox: filter and sort at 1,000,000", note=why)
    close(window)


_WORDS = ("路", "工作", "安全", "民政局", "路灯", "安全生产", "云岭县", "防汛", "的", "教育 检查")


def _filters(view: DraftList) -> Iterator[Callable[[], object]]:
    statuses = [DraftQuery(statuses=frozenset({status})) for status in Status]
    kinds = [DraftQuery(kind=kind) for kind in Kind]
    units = [DraftQuery(unit_id=number) for number in range(1, 30)]
    for query in cycle([*statuses, *kinds, *units]):
        yield lambda query=query: view.show_query(query)


def _sorts(view: DraftList) -> Iterator[Callable[[], object]]:
    orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    shown = [
        number for number in range(len(view.drafts.columns)) if not view.isColumnHidden(number)
    ]
    for column, order in cycle([(column, order) for column in shown for order in orders]):
        yield lambda column=column, order=order: view.sortByColumn(column, order)


def _moving(view: DraftList, note: str, plan: Plan) -> Iterator[Measurement]:
    """A wheel's step at some place, and a jump of the thumb to anywhere."""
    bar = view.verticalScrollBar()
    step = _WHEEL_ROWS * view.verticalHeader().defaultSectionSize()
    random = Random(7)  # noqa: S311 - the same places every time
    bar.setValue(bar.maximum() // 3)
    steps = (lambda: bar.setValue(bar.value() + step) for _ in cycle("."))
    samples = _each(view, steps, plan.times(300))
    yield summary("inbox: scroll step (3 rows)", samples, bar=16, note=note)
    jumps = (lambda: bar.setValue(random.randint(0, bar.maximum())) for _ in cycle("."))
    samples = _each(view, jumps, plan.times(150))
    yield summary("inbox: jump to any row", samples, bar=25, note=note)


def _each(view: DraftList, actions: Iterator[Callable[[], object]], times: int) -> list[float]:
    """The time of each action with the painting it asks for."""

    def shown(action: Callable[[], object]) -> None:
        action()
        QApplication.processEvents()

    chosen = islice(actions, times + 1)
    return timed_each([lambda action=action: shown(action) for action in chosen])
