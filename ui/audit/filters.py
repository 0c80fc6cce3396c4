"""What narrows 操作记录: days, person, action, what it concerns, words."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desk.audit import LEAVING, AuditQuery
from desk.audit_lines import SUBJECTS
from ui import style
from ui.period_picker import PeriodPicker
from ui.two_sides import TwoSides

REGISTER = "导出登记"
_ALL_PEOPLE, _ALL_ACTIONS, _ALL_SUBJECTS = "所有人", "所有操作", "所有事项"
_PAUSE_MS = 250  # after the last key, before the list is read anew
_WIDE, _NARROW = 200, 130  # pixels at 100 %


class Filters(QWidget):
    """Signals: changed(), when another list is asked for."""

    changed = Signal()

    def __init__(self, today: date, look: style.Look) -> None:
        super().__init__()
        self.period = PeriodPicker(today, compact=True)
        self.period.period.setToolTip("看哪一段时间的操作")
        self.who = _box("操作的人", look.px(_NARROW))
        self.action = _box("操作", look.px(_NARROW))
        self.subject = _box("涉及什么", look.px(_NARROW))
        self.words = QLineEdit(placeholderText="查操作和内容（Ctrl+F）", clearButtonEnabled=True)
        self.words.setFixedWidth(look.px(_WIDE))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._fill(self.subject, _ALL_SUBJECTS, SUBJECTS)
        self.offer([], [])
        row = TwoSides(style.GAP)
        self.setLayout(row)
        for one in (self.period, self.who, self.action, self.subject, self.words):
            row.addWidget(one)
        self._connect()

    def query(self) -> AuditQuery:
        """What is asked for."""
        first, last = self.period.days()
        action = self.action.currentData()
        return AuditQuery(
            first,
            last,
            self.who.currentData(),
            "" if action == REGISTER else action,
            LEAVING if action == REGISTER else (),
            self.subject.currentData(),
            self.words.text(),
        )

    def offer(self, people: Sequence[str], actions: Sequence[str]) -> None:
        """Offer who and what there is; what is chosen stays chosen."""
        self._fill(self.who, _ALL_PEOPLE, {name: name for name in people})
        register = {REGISTER: f"{REGISTER}（导出和打印）"}
        self._fill(self.action, _ALL_ACTIONS, register | {name: name for name in actions})

    def show_register(self) -> None:
        """Show all that was exported or printed."""
        self.action.setCurrentIndex(self.action.findData(REGISTER))

    @staticmethod
    def _fill(box: QComboBox, everything: str, choices: Mapping[str, str]) -> None:
        chosen = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            box.addItem(everything, "")
            for key, word in choices.items():
                box.addItem(word, key)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def _connect(self) -> None:
        self.period.changed.connect(self.changed)
        for box in (self.who, self.action, self.subject):
            box.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.words.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self.changed)


def _box(name: str, width: int) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(f"只看一种：{name}")
    box.setFixedWidth(width)
    box.view().setMinimumWidth(2 * width)
    return box
