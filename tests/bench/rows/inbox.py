"""The inbox: filter, sort, scroll, jump, and search as it shows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count, cycle, islice
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.drafts import DraftQuery, Kind, Status
from desk.views import Grouping
from tests.bench.measuring import Measurement, Plan, summary, timed_each
from tests.bench.window import close, opened, settle
from ui.inbox.draft_list import DraftList
from ui.inbox.page import InboxPage
from ui.lists.divisions import Part

_BIG = 1_000_000
_IN_A_PART = 100
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
    view.order_by("received", descending=True)
    words = (lambda word=word: view.show_query(DraftQuery(word)) for word in cycle(_WORDS))
    said = f"{note}; 60 hits at once, the rest follows"
    yield summary("inbox: search on screen", _each(view, words, plan.times(40)), bar=30, note=said)
    settle(window)
    view.show_query(DraftQuery())
    yield from _moving(view, note, plan)
    yield from _dividing(view, note, plan)
    big = list(islice(cycle(ids), _BIG))
    view.drafts.set_ids(big)
    yield from _moving(view, f"1,000,000 rows over {note}", plan)
    parts = [Part(f"{number}", f"第{number}组", _IN_A_PART) for number in range(_BIG // _IN_A_PART)]
    view.drafts.divide(big, parts)
    yield from _moving(view, f"1,000,000 rows in {len(parts):,} parts over {note}", plan)
    folds = (partial(view.toggle, parts[number % len(parts)]) for number in count(0, 7))
    yield summary("inbox: fold a part", _each(view, folds, plan.times(60)), bar=100, note=note)
    why = "not measured: making 1,000,000 drafts takes an hour"
    yield Measurement("inbox: filter and sort at 1,000,000", note=why)
    close(window)


_WORDS = ("路", "工作", "安全", "民政局", "路灯", "安全生产", "云岭县", "防汛", "的", "教育 检查")


def _dividing(view: DraftList, note: str, plan: Plan) -> Iterator[Measurement]:
    """By day and by unit, with filters that answer little and much."""
    groupings = (partial(view.divide, grouping) for grouping in cycle(Grouping))
    samples = _each(view, groupings, plan.times(30))
    yield summary("inbox: divide by day, unit, not at all", samples, bar=100, note=note)
    for grouping, word in ((Grouping.DAY, "days"), (Grouping.UNIT, "units")):
        view.divide(grouping)
        samples = _each(view, _filters(view), plan.times(60))
        yield summary(f"inbox: filter in {word}", samples, bar=100, note=note)
        view.show_query(DraftQuery())
        yield from _moving(view, f"in {word}, {note}", plan)
    view.divide(Grouping.NONE)
    view.show_query(DraftQuery())


def _filters(view: DraftList) -> Iterator[Callable[[], object]]:
    statuses = [DraftQuery(statuses=frozenset({status})) for status in Status]
    kinds = [DraftQuery(kind=kind) for kind in Kind]
    units = [DraftQuery(unit_id=number) for number in range(1, 30)]
    both = [replace(one, kind=Kind.DYNAMIC) for one in statuses]
    marks = [DraftQuery(is_unread=True), DraftQuery(has_doubts=True), DraftQuery(group_id=1)]
    for query in cycle([*statuses, *kinds, *units, *both, *marks]):
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
