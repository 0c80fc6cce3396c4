"""The left pane: usable drafts with what is known of them, and the ways to narrow them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import style
from ui.issue.pool import SECTION, SPARE, PoolModel, PoolRow
from ui.issue.pool_choice import Choice
from ui.issue.pool_facts import Place, PoolFacts
from ui.issue.spare_columns import SpareColumns
from ui.lists.list_view import ListView
from ui.session import Session, Topic

_EMPTY = "没有可以选入的稿件了。\n在“编辑”里按“审签通过”，稿件就会出现在这里。"
_NONE_LEFT = "没有这样的稿件。\n清空上面的筛选就都看得到。"
_TITLE = 110  # pixels a title should have


class PoolPane(QWidget):
    """A list that keeps its selection, and looks into what it shows."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.model = PoolModel()
        self.view = ListView(session, self.model, "可用稿件", empty=_EMPTY)
        self.view.setAccessibleName("可用稿件")
        self.view.setDragDropMode(ListView.DragDropMode.DragOnly)
        self.facts = PoolFacts(session, self)
        self.facts.found.connect(self.model.tell)
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.search = QLineEdit(placeholderText="筛选　Ctrl+F", clearButtonEnabled=True)
        self.choice = QComboBox()
        self.choice.setToolTip("只看哪一些")
        self.choice.addItems([one.value for one in Choice])
        self.add_button = QPushButton("选入本期 →")
        self.add_button.setToolTip("把选中的稿件放进当前栏目（Enter）；也可以拖过去")
        self._place: Place | None = None
        look = style.Look(session.settings.scale)
        self._spare = SpareColumns(
            self.view.horizontalHeader(), SPARE, look.px(_TITLE), self.view.setColumnHidden
        )
        self._lay_out()
        session.changed.connect(self._on_changed)
        self.search.textChanged.connect(self._filter)
        self.choice.currentTextChanged.connect(lambda words: self._choose(Choice(words)))
        self.search.returnPressed.connect(self._to_list)
        self.view.verticalScrollBar().valueChanged.connect(lambda _at: self._look())

    def _lay_out(self) -> None:
        heading = QLabel("可用稿件")
        heading.setObjectName("sectionTitle")
        head, filters = QHBoxLayout(), QHBoxLayout()
        head.addWidget(heading)
        head.addWidget(self.count)
        head.addStretch(1)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.choice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addLayout(head)
        layout.addLayout(filters)
        layout.addWidget(self.view)
        layout.addWidget(self.add_button)

    def show_rows(self, rows: Sequence[PoolRow], place: Place | None) -> None:
        """Show the pool of an issue; what is selected stays so."""
        self._place = place
        chosen = {self.model.row(number).draft.id for number in self.view.selected()}
        at = self.view.currentIndex().row()
        top = self.view.verticalScrollBar().value()
        known = [replace(row, facts=self.facts.facts(row, place)) for row in rows]
        self.view.setColumnHidden(SECTION, not any(row.section for row in rows))
        self._spare.fit(self.view.viewport().width())
        self.model.set_rows(known)
        self._select(chosen, at)
        self.view.verticalScrollBar().setValue(top)
        self._tell_count()
        self._look()

    def show_place(self, place: Place | None) -> None:
        """Tell the lines of another place: the clerk stands in another section now."""
        if place != self._place:
            self._place = place
            self.model.tell({row.draft.id: self.facts.facts(row, place) for row in self.model.rows})
            self._look()

    def choose_first(self) -> None:
        """Make a row selected where none is: the current one, else the first."""
        if not self.view.selected() and self.model.rowCount():
            self.view.choose(max(0, self.view.currentIndex().row()))

    def chosen(self) -> list[PoolRow]:
        """The selected rows."""
        return [self.model.row(number) for number in self.view.selected()]

    def _select(self, chosen: set[int], at: int) -> None:
        """Select the drafts that are still here; else the current line stays where it was."""
        kept = [at for at, row in enumerate(self.model.rows) if row.draft.id in chosen]
        if not kept and chosen and self.model.rowCount():
            kept = [min(max(at, 0), self.model.rowCount() - 1)]
        if not kept:
            return
        flags = QItemSelectionModel.SelectionFlag
        selection = QItemSelection()
        for number in kept:
            selection.select(self.model.index(number, 0), self.model.index(number, 0))
        chooser = self.view.selectionModel()
        chooser.setCurrentIndex(self.model.index(kept[0], 0), flags.NoUpdate)
        chooser.select(selection, flags.ClearAndSelect | flags.Rows)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if self.isVisible() and topics - {Topic.ISSUES, Topic.SCORES}:
            self.facts.forget()

    def _filter(self, words: str) -> None:
        self.model.set_filter(words)
        self._after_narrowing()

    def _choose(self, choice: Choice) -> None:
        self.model.choose(choice)
        self._after_narrowing()

    def _after_narrowing(self) -> None:
        self.view.empty = _NONE_LEFT if self.model.all_rows else _EMPTY
        self._tell_count()
        self._look()

    def _tell_count(self) -> None:
        shown, everything = len(self.model.rows), len(self.model.all_rows)
        self.count.setText(f"{everything} 条" if shown == everything else f"{shown} / {everything}")

    def _to_list(self) -> None:
        self.choose_first()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        """Look into the rows in view first."""
        if not self.isVisible():
            return
        rows = self.model.rows
        top = max(0, self.view.rowAt(0))
        self.facts.look_into([*rows[top:], *rows[:top]], self._place)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare.fit(self.view.viewport().width())

    @override
    def hideEvent(self, event: object) -> None:
        self.facts.stop()
        super().hideEvent(event)  # type: ignore[arg-type]  # the stub wants QHideEvent

    @override
    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # the stub wants QShowEvent
        self._look()
