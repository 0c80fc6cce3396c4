"""An occasion of the foreseeable calendar: what, when, how many days ahead, of whom."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from typing_extensions import override

from desk.drafts import Kind
from desk.errors import DeskError
from desk.hand.typed import names
from desk.topic_pool.foreseeable import FAMILIES, Foreseeable
from desk.topic_pool.foreseeing import keep_occasion, new_key, restore_calendar
from desk.topic_pool.occasion import Occasion
from ui import style
from ui.field import Field, clear_errors, show_error
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (600, 520)
_NO_KIND = "不限"
_MOST = 180
_WHEN = "11-09、06-01~06-30、清明、春节-15~春节+24、每月25、每季20"


class OccasionWindow(FormWindow):
    """Ctrl+Enter keeps, Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "节点", "topic-pool")
        self._key = ""
        self.title, self.when = QLineEdit(), QLineEdit(placeholderText=_WHEN)
        self.family, self.kind = QComboBox(editable=True), QComboBox()
        self.family.addItems(list(FAMILIES))
        self.kind.addItems([_NO_KIND, *map(str, Kind)])
        self.lead = QSpinBox(maximum=_MOST, suffix=" 天")
        self.remind = QCheckBox("到时间在“今日”提醒")
        self.units = QLineEdit(placeholderText="单位名称或名称里的字样，例如 教育、应急管理")
        self.topics = QLineEdit(placeholderText="选题标签，多个用、隔开")
        self.points = QPlainTextEdit()
        self.points.setPlaceholderText("请着重写明什么")
        self.points.setTabChangesFocus(True)
        self.fields = {
            "title": Field("节点", self.title),
            "family": Field("类别", self.family),
            "when": Field("什么时候（起~止）", self.when),
            "lead": Field("提前几天约", self.lead),
            "kind": Field("要哪一型", self.kind),
            "units": Field("约哪些单位", self.units),
            "topics": Field("标签", self.topics),
            "points": Field("要点", self.points),
        }
        self._lay_out()

    def begin(self) -> None:
        """Begin an occasion of the office's own."""
        with self.session.store.read() as work:
            key = new_key(work.matters.policy(Foreseeable()))
        self.open_for(Occasion(key, "", "", FAMILIES[-1]))

    def open_for(self, held: Occasion) -> None:
        """Begin with an occasion."""
        self._key = held.key
        self.title.setText(held.title)
        self.family.setCurrentText(held.family)
        self.when.setText(held.when)
        self.lead.setValue(held.lead)
        self.remind.setChecked(held.remind)
        self.kind.setCurrentText(held.kind or _NO_KIND)
        self.units.setText("、".join(held.units))
        self.topics.setText("、".join(held.topics))
        self.points.setPlainText(held.points)
        clear_errors(self.fields)
        self.come_up(self.title)

    def keep(self) -> None:
        """Keep the occasion in the office's calendar."""
        clear_errors(self.fields)
        wanted = self._written()
        store, by, former = self.session.store, self.session.by(), list[Foreseeable]()
        self.session.do(
            lambda: former.append(keep_occasion(store, wanted, by=by)),
            Topic.TASKS,
            note=f"已改预见日历：{wanted.title}",
            undo=Undo(
                lambda: restore_calendar(store, former[0], by=self.session.by()), "日历已恢复"
            ),
            done=self.on_kept,
            failed=self.fail,
        )

    @override
    def fail(self, error: Exception) -> None:
        if not isinstance(error, DeskError) or not show_error(self.fields, error):
            super().fail(error)

    def _written(self) -> Occasion:
        kind = self.kind.currentText()
        return replace(
            Occasion(self._key, self.title.text().strip(), self.when.text().strip()),
            family=self.family.currentText().strip(),
            lead=self.lead.value(),
            remind=self.remind.isChecked(),
            kind=None if kind == _NO_KIND else Kind(kind),
            units=names(self.units.text()),
            topics=names(self.topics.text()),
            points=self.points.toPlainText().strip(),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(style.GAP)
        for key, row, column, across in (
            ("title", 0, 0, 2),
            ("family", 0, 2, 1),
            ("when", 1, 0, 2),
            ("lead", 1, 2, 1),
            ("units", 2, 0, 2),
            ("kind", 2, 2, 1),
            ("topics", 3, 0, 3),
            ("points", 4, 0, 3),
        ):
            grid.addWidget(self.fields[key], row, column, 1, across)
        grid.setRowStretch(4, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 1)
        self.content.addLayout(grid, 1)
        self.content.addWidget(self.remind)
        self.content.addLayout(self.foot(self.deed("保存", "保存（Ctrl+Enter）", self.keep)))
