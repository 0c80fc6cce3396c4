"""A list of points is written: at the left what could stand in it, at the right what does."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.errors import DeskError
from desk.topic_pool.listing import (
    KeptList,
    Proposal,
    begun,
    next_periods,
    period_wanted,
    proposals,
    put_list_back,
    remove_list,
    save_list,
)
from desk.topic_pool.point_list import PointLine, PointList
from ui import style
from ui.day_edit import DayEdit
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow
from ui.topic_pool.lines_table import LinesTable
from ui.unit_edit import UnitEdit

_SIZE = (1220, 700)
_LINE = int(Qt.ItemDataRole.UserRole)
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_ALL = "全部单位"


class PointsWindow(FormWindow):
    """Space ticks a proposal, Ctrl+Enter keeps, Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "信息报送要点", "topic-pool")
        self._held: PointList | None = None
        self.period = QComboBox()
        self.period.setAccessibleName("时段")
        self.number, self.due = QLineEdit(), DayEdit("报送截止")
        self.number.setMaximumWidth(self.look.px(160))
        self.to = QToolButton()
        self.to.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.to.setToolTip("发给哪些分组；一个不勾就是全部单位")
        self.groups = QMenu(self)
        self.to.setMenu(self.groups)
        self.units = UnitEdit()
        self.units.setToolTip("分组以外另发的单位")
        self.offers = QTreeWidget()
        self.offers.setHeaderHidden(True)
        self.offers.setColumnCount(2)
        self.lines = LinesTable(self.look)
        self._lay_out()
        self.period.activated.connect(self._on_period)
        self.offers.itemChanged.connect(self._on_ticked)
        self.lines.removed.connect(self._on_removed)

    def begin(self) -> None:
        """Begin the list of the next period that has none, a month or quarter as is usual."""
        today = self.session.today()
        with self.session.store.read() as work:
            held = begun(work, period_wanted(work, today), today)
        self.open_for(held)

    def open_for(self, held: PointList) -> None:
        """Begin with a list; a new one with what is proposed for its period."""
        self._held = held
        today = self.session.today()
        with self.session.store.read() as work:
            units, groups = work.registry.units(), work.registry.groups()
            periods = next_periods(work, today)
            offered = proposals(work, held.period, today)
        self.lines.know(units)
        self.units.show_units(units)
        self.units.show_ids(held.units)
        self.period.clear()
        for one in periods:
            self.period.addItem(one.name, one.key)
        if self.period.findData(held.period) < 0:
            self.period.addItem(held.title.removesuffix("信息报送要点"), held.period)
        self.period.setCurrentIndex(self.period.findData(held.period))
        self.period.setEnabled(not held.id)
        self.number.setText(held.number)
        self.due.show_day(held.due or today)
        self._show_groups({one.id: one.name for one in groups}, held.groups)
        chosen = [one.line for one in offered if one.is_chosen]
        self.lines.show_lines(held.lines if held.id else chosen)
        self._show_offers(offered)
        self.tell("")
        self.come_up(self.offers)

    def keep(self) -> None:
        """Keep the list."""
        self.tell("")
        try:
            wanted = self._written()
        except DeskError as error:
            self.fail(error)
            return
        store, by, kept = self.session.store, self.session.by(), list[KeptList]()

        def back() -> None:
            former = kept[0].former
            if former:
                put_list_back(store, former, by=self.session.by())
            else:
                remove_list(store, kept[0].now.id, by=self.session.by())

        self.session.do(
            lambda: kept.append(save_list(store, wanted, by=by)),
            Topic.TASKS,
            note=f"已保存“{wanted.title}”，{len(wanted.lines)} 条",
            undo=Undo(back, "要点已恢复"),
            done=self.on_kept,
            failed=self.fail,
        )

    def _written(self) -> PointList:
        assert self._held is not None  # noqa: S101 - the window opens with one
        chosen = (one for one in self.groups.actions() if one.isChecked())
        return replace(
            self._held,
            number=self.number.text().strip(),
            due=self.due.day,
            groups=tuple(int(one.data()) for one in chosen),
            units=self.units.unit_ids(),
            lines=self.lines.lines(),
        )

    def _on_period(self, at: int) -> None:
        with self.session.store.read() as work:
            held = begun(work, str(self.period.itemData(at)), self.session.today())
        self.open_for(held)

    def _on_ticked(self, item: QTreeWidgetItem) -> None:
        line = item.data(0, _LINE)
        if not isinstance(line, PointLine):
            return
        if item.checkState(0) == _CHECKED:
            self.lines.add(line)
        else:
            self.lines.drop(line)

    def _on_removed(self, line: PointLine) -> None:
        """Untick what was taken out of the list."""
        for top in range(self.offers.topLevelItemCount()):
            group = self.offers.topLevelItem(top)
            for at in range(group.childCount()):
                if group.child(at).data(0, _LINE) == line:
                    with QSignalBlocker(self.offers):
                        group.child(at).setCheckState(0, _UNCHECKED)

    def _show_offers(self, offered: Sequence[Proposal]) -> None:
        held = self.lines.lines()
        known, texts = {one.pool_id for one in held} - {0}, {one.text for one in held}
        with QSignalBlocker(self.offers):
            self.offers.clear()
            groups: dict[str, QTreeWidgetItem] = {}
            for one in offered:
                group = groups.get(one.group) or QTreeWidgetItem(self.offers, [one.group])
                groups[one.group] = group
                item = QTreeWidgetItem(group, [one.line.text, one.about])
                item.setToolTip(0, one.line.text)
                item.setData(0, _LINE, one.line)
                is_in = one.line.pool_id in known or one.line.text in texts
                item.setCheckState(0, _CHECKED if is_in else _UNCHECKED)
            for name, group in groups.items():
                group.setText(0, f"{name}　{group.childCount()}")
                group.setFirstColumnSpanned(True)
            self.offers.expandAll()

    def _show_groups(self, groups: dict[int, str], chosen: Sequence[int]) -> None:
        self.groups.clear()
        for group_id, name in groups.items():
            action = self.groups.addAction(name)
            action.setCheckable(True)
            action.setData(group_id)
            action.setChecked(group_id in chosen)
            action.toggled.connect(lambda _on: self._on_groups())
        self._on_groups()

    def _on_groups(self) -> None:
        chosen = [one.text() for one in self.groups.actions() if one.isChecked()]
        self.to.setText("、".join(chosen) or _ALL)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for label, widget in (
            ("时段", self.period),
            ("编号", self.number),
            ("报送截止", self.due),
            ("发给", self.to),
            ("另发", self.units),
        ):
            row.addWidget(QLabel(label))
            row.addWidget(widget)
        row.setStretchFactor(self.units, 1)
        self.offers.setColumnWidth(0, self.look.px(300))
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._half("可以选的（空格勾选）", self.offers))
        halves.addWidget(
            self._half("本期要点（Alt+↑↓ 移动，Insert 加一条，Ctrl+Del 去掉）", self.lines)
        )
        halves.setSizes([self.look.px(460), self.look.px(740)])
        add = QPushButton("加一条")
        add.setToolTip("在当前一条下面加一条（Insert）")
        add.clicked.connect(self.lines.add_empty)
        self.content.addLayout(row)
        self.content.addWidget(halves, 1)
        self.content.addLayout(self.foot(add, self.deed("保存", "保存（Ctrl+Enter）", self.keep)))

    @staticmethod
    def _half(words: str, inner: QWidget) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = QLabel(words)
        label.setObjectName("muted")
        column.addWidget(label)
        column.addWidget(inner, 1)
        return half
