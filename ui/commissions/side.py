"""Beside the list of commissions: the notice in short, its units, and what can be done to them."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.commissions.asked import AskedRow, asked
from desk.commissions.commission import Commission
from desk.commissions.moments import moment_words
from desk.commissions.standing import TaskState
from ui import style
from ui.commissions.columns import ASKED
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session

_NONE = "在左边选一份约稿，这里看各单位报没报"


class CommissionSide(QWidget):
    """Reads the units of the commission chosen on the worker; those who owe it come first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._asked_last = 0
        self.commission: Commission | None = None
        self.head = QLabel(wordWrap=True)
        self.head.setObjectName("sectionTitle")
        self.about = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.about.setObjectName("muted")
        self.model: MemoryModel[AskedRow] = MemoryModel(ASKED)
        self.view = ListView(session, self.model, "约稿单位", empty=_NONE)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(style.GAP)
        self.more = QPushButton("更多")
        self.more.setToolTip("对这件约稿还能做什么")
        self.more_menu = QMenu(self)
        self.more.setMenu(self.more_menu)
        self._of_whole: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(style.GAP, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.head)
        column.addWidget(self.about)
        column.addWidget(self.view, 1)
        column.addLayout(self.buttons)

    def add_button(self, words: str, tip: str, act: Callable[[], object]) -> QPushButton:
        """Add what is done most."""
        button = QPushButton(words)
        button.setToolTip(tip)
        button.clicked.connect(act)
        self.buttons.addWidget(button)
        self._of_whole.append(button)
        return button

    def add_more(self, words: str, act: Callable[[], object]) -> None:
        """Add what is done seldom."""
        self.more_menu.addAction(words, act)

    def end_buttons(self) -> None:
        """Put the menu of seldom things behind the buttons."""
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.more)

    def show_commission(self, commission: Commission | None) -> None:
        """Tell of a commission; the units selected stay so while it is the same one."""
        was = self.commission
        self.commission = commission
        for button in self._of_whole:
            button.setEnabled(commission is not None)
        self.more.setEnabled(commission is not None)
        if commission is None:
            self._clear()
            return
        if was is None or was.id != commission.id:
            self.model.set_rows(())
        self.head.setText(f"{commission.number}　{commission.title}".strip())
        self.about.setText(about_text(commission))
        self.about.setToolTip("\n".join(commission.points))
        self._read(commission)

    @property
    def selected(self) -> list[AskedRow]:
        """The units selected."""
        return [self.model.row(at) for at in self.view.selected()]

    @property
    def meant(self) -> list[AskedRow]:
        """The units selected, or all where none is."""
        return self.selected or list(self.model.all_rows)

    def _read(self, commission: Commission) -> None:
        self._asked_last += 1
        number, store, now = self._asked_last, self._session.store, self._session.clock()

        def read() -> list[AskedRow]:
            with store.read() as work:
                return asked(work, commission, now)

        self._session.look(read, lambda rows: self._on_read(number, rows))

    def _on_read(self, number: int, rows: Sequence[AskedRow]) -> None:
        if number != self._asked_last:
            return
        chosen = {one.unit.id for one in self.selected}
        order = tuple(TaskState)
        self.model.set_rows(sorted(rows, key=lambda one: (order.index(one.state), one.due)))
        numbers = [at for at, one in enumerate(self.model.rows) if one.unit.id in chosen]
        if numbers:
            self.view.select(numbers, numbers[0])

    def _clear(self) -> None:
        self._asked_last += 1
        self.head.setText("")
        self.about.setText("")
        self.model.set_rows(())


def about_text(commission: Commission) -> str:
    """Time, means, contact and points in short."""
    kind = f"　{commission.wanted}" if commission.wanted else ""
    lines = [f"时限 {moment_words(commission.due)}　{commission.means}{kind}"]
    if commission.contact:
        lines.append(f"联系人 {commission.contact}")
    if commission.points:
        lines.append("着重写明：" + "；".join(commission.points))
    if commission.withdrawn:
        lines.append(f"已撤回：{commission.withdrawn}")
    if commission.upper:
        lines.append(f"上级约稿：{commission.upper.asked_by} {commission.upper.number}".rstrip())
    return escape("\n".join(lines)).replace("\n", "<br>")
