"""登记结果: what the clock proposes for every unit, what the scheme gives for it, confirmed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desk.commissions import results
from desk.commissions.asked import AskedRow
from desk.commissions.commission import Commission, Outcome
from desk.commissions.judging import Judged, judged, verdicts, weighed
from desk.commissions.moments import brief_words
from desk.scoring.figures import printed
from ui import style
from ui.commissions.deeds import Deeds
from ui.keys import bind
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session, Topic
from ui.side_window import FormWindow

_SIZE = (980, 620)
_WAITS = "还可以报"
_WRONG = (Outcome.NONE, Outcome.LATE, Outcome.POOR)


def _outcome(row: Judged) -> str:
    return row.outcome.value if row.outcome else _WAITS


def _colour(row: Judged) -> str | None:
    if row.outcome is None:
        return style.MUTED
    return style.RED if row.outcome in _WRONG else style.GREEN


def _points(row: Judged) -> str:
    found = row.follows
    return printed(found.points) if found and found.points else ""


def _rule(row: Judged) -> str:
    """The rule in words; its name stands in the words mostly."""
    text = row.follows.text if row.follows else ""
    name, _, rest = text.partition("：")
    return rest if rest.startswith(name) else text


def _came(row: Judged) -> str:
    answered = row.asked.task.answered
    return brief_words(answered) if answered else ""


COLUMNS: tuple[Column[Judged], ...] = (
    Column("unit", "单位", lambda one: one.asked.unit.short, 130),
    Column("due", "时限", lambda one: brief_words(one.asked.due), 92),
    Column("came", "报来", _came, 92),
    Column("outcome", "结果", _outcome, 92, colour=_colour),
    Column(
        "points",
        "计分",
        _points,
        64,
        sort=lambda one: one.follows.points if one.follows else Decimal(0),
        right=True,
        colour=lambda one: style.RED if one.follows and one.follows.points < 0 else None,
    ),
    Column(
        "rule",
        "依据",
        _rule,
        160,
        tip=lambda one: one.follows.text if one.follows else "",
        stretch=True,
    ),
    Column("remark", "说明", lambda one: one.remark or one.asked.task.remark, 140),
    Column("before", "原来", lambda one: one.asked.result, 110, tip=lambda one: one.asked.result),
)


class ResultsWindow(FormWindow):
    """1 to 4 set the result of the rows selected; Ctrl+Enter books all; Esc closes."""

    def __init__(self, session: Session, parent: QWidget, deeds: Deeds) -> None:
        super().__init__(session, parent, _SIZE, "登记结果", "commissions")
        self._deeds = deeds
        self._commission: Commission | None = None
        self._asked_last = 0
        self.model: MemoryModel[Judged] = MemoryModel(COLUMNS)
        self.view = ListView(session, self.model, "约稿结果", empty="没有要登记结果的单位")
        self.about = QLabel(wordWrap=True)
        self.remark = QLineEdit(placeholderText="说明（记到选中的单位），Enter 填上")
        self.closes = QCheckBox("单位都有结果的，一并办结")
        self.closes.setChecked(True)
        self._lay_out()

    def open_for(self, commission: Commission, rows: Sequence[AskedRow]) -> None:
        """Begin with what the clock proposes for these units."""
        self._commission = commission
        self.tell("")
        self.remark.clear()
        self.closes.setVisible(commission.closed is None)
        self._show(judged(commission, rows, self.session.by()))
        self.come_up(self.view)
        self.view.take_focus()

    def put(self, outcome: Outcome) -> None:
        """Set the result of the rows selected."""
        self._change(lambda one: replace(one, outcome=outcome))

    def note_remark(self) -> None:
        """Set the remark of the rows selected."""
        said = " ".join(self.remark.text().split())
        self._change(lambda one: replace(one, remark=said))
        self.view.take_focus()

    def book(self) -> None:
        """Confirm and book (记入台账)."""
        self._confirm(books=True)

    def keep(self) -> None:
        """Confirm without points (只登记不计分)."""
        self._confirm(books=False)

    def _confirm(self, *, books: bool) -> None:
        held, told = self._commission, verdicts(self.model.all_rows, books=books)
        if held is None:
            return
        closes = self.closes.isChecked() and held.closed is None
        if not told:
            self.tell("没有新的结果可登记：还可以报的先选中，按 1 到 4 定结果。")
            return
        store, by = self.session.store, self.session.by
        what = "记入台账" if books else "已登记，不计分"
        self._deeds.run(
            lambda: results.confirm(store, held.id, told, books=books, closes=closes, by=by()),
            f"{held.number} {len(told)} 家的结果{what}",
            Topic.SCORES,
            failed=self.fail,
            done=self.close,
        )

    def _change(self, edit: Callable[[Judged], Judged]) -> None:
        chosen = [self.model.row(at) for at in self.view.selected()]
        ids = {one.asked.unit.id for one in chosen}
        numbers = self.view.selected()
        rows = [edit(one) if one.asked.unit.id in ids else one for one in self.model.all_rows]
        self._show(rows)
        if numbers:
            self.view.select(numbers, numbers[0])

    def _show(self, rows: Sequence[Judged]) -> None:
        """Show rows at once, and what the scheme gives when that is known."""
        self._asked_last += 1
        asked, held = self._asked_last, self._commission
        assert held is not None  # noqa: S101 - rows are of one
        self.model.set_rows(rows)
        self._tell_counts(rows)
        store, by = self.session.store, self.session.by()

        def weigh() -> list[Judged]:
            with store.read() as work:
                return weighed(work, held, rows, by)

        self.session.look(weigh, lambda found: self._on_weighed(asked, found))

    def _on_weighed(self, asked: int, rows: Sequence[Judged]) -> None:
        if asked != self._asked_last:
            return
        numbers, current = self.view.selected(), self.view.currentIndex().row()
        self.model.set_rows(rows)
        self.view.select(numbers or [0], max(0, current))

    def _tell_counts(self, rows: Sequence[Judged]) -> None:
        held = self._commission
        counts = [
            f"{word} {number} 家"
            for word in (*Outcome, _WAITS)
            if (number := sum(_outcome(one) == word for one in rows))
        ]
        self.about.setText(f"{held.name if held else ''}　{'，'.join(counts)}")

    def _putting(self, outcome: Outcome) -> Callable[[], None]:
        return lambda: self.put(outcome)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for key, outcome in enumerate(Outcome, 1):
            button = QPushButton(f"{key} {outcome}")
            button.setToolTip(f"选中的单位算“{outcome}”（{key}）")
            button.clicked.connect(self._putting(outcome))
            bind(self.view, str(key), self._putting(outcome))
            row.addWidget(button)
        row.addWidget(self.remark, 1)
        self.remark.returnPressed.connect(self.note_remark)
        self.keep_button = QPushButton("只登记不计分")
        self.keep_button.clicked.connect(self.keep)
        book = self.deed("记入台账", "按计分办法记入台账（Ctrl+Enter）", self.book)
        foot = self.foot(self.keep_button, book)
        foot.insertWidget(0, self.closes)
        self.content.addWidget(self.about)
        self.content.addLayout(row)
        self.content.addWidget(self.view, 1)
        self.content.addLayout(foot)
