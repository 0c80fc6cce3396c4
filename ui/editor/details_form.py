"""What is known of a draft beside its text, as a form."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from desk.correcting import Particulars
from desk.drafts import Channel, Draft, Kind, Scope, Secrecy, Urgency
from desk.errors import DeskError, FieldError
from desk.office_clock import office_time
from ui import field, style
from ui.editor.detail_inputs import DayLine, LetterBox, TopicEdit
from ui.field import Field
from ui.inbox.unit_names import UnitNames
from ui.unit_edit import UnitEdit

_WIDE = ("unit_ids", "topics")  # take a whole row
_DOUBT = "？待核对"
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DetailsForm(QWidget):
    """Edits a draft's particulars; they are saved when the clerk says so or leaves.

    Signals:
        saved(Particulars): what the form says, all of it valid.
        confirmed(): what was guessed is right.
    """

    saved = Signal(object)
    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names = UnitNames([])
        self._id = 0
        self._before: Particulars | None = None
        self._doubts: frozenset[str] = frozenset()
        self._today: date | None = None
        self._make_inputs()
        self.fields = {
            "unit_ids": Field("单位", self.units),
            "author": Field("作者", self.author),
            "phone": Field("电话", self.phone),
            "approver": Field("单位审核人", self.approver),
            "kind": Field("信息类型", self.kind),
            "event_date": Field("事件日期", self.event_date),
            "report_date": Field("报送日期", self.report_date),
            "urgency": Field("紧急程度", self.urgency),
            "secrecy": Field("密级", self.secrecy),
            "scope": Field("公开属性", self.scope),
            "channel": Field("来稿方式", self.channel),
            "topics": Field("选题", self.topics),
            "holder": Field("谁在办", self.holder),
        }
        self._lay_out()
        for one in (self.event_date, self.report_date):
            one.textChanged.connect(self._show_notes)

    def _make_inputs(self) -> None:
        self.units, self.topics = UnitEdit(), TopicEdit()
        self.author, self.phone, self.approver, self.holder = (QLineEdit() for _ in range(4))
        self.event_date = DayLine("event_date", self._day)
        self.report_date = DayLine("report_date", self._day)
        self.kind, self.urgency, self.secrecy, self.scope, self.channel = (
            LetterBox() for _ in range(5)
        )
        self.kind.addItem("未定", None)
        choices = (
            (self.kind, Kind, "按首字母选，例如 D 动态型、W 问题型"),
            (self.urgency, Urgency, "按首字母选：P 平件、J 加急、T 特急"),
            (self.secrecy, Secrecy, "按首字母选"),
            (self.scope, Scope, "印发以后能不能向社会公开；按首字母选"),
            (self.channel, Channel, "怎样收到的；按首字母选"),
        )
        for box, values, tip in choices:
            box.setToolTip(tip)
            for value in values:
                box.addItem(value.value, value)
        self.keep = QPushButton("保存信息")
        self.keep.setToolTip("保存这些信息（Enter、Ctrl+S 或 Ctrl+Enter）")
        self.keep.clicked.connect(self.save)
        self.received = QLabel()
        self.received.setObjectName("muted")
        self.received.setWordWrap(True)
        self.doubted = QLabel()
        self.doubted.setObjectName("note")
        self.doubted.setWordWrap(True)
        self.confirm = QPushButton("核对无误")
        self.confirm.setToolTip("这几项是推断的，与原稿一致（F3）；要改就在格子里改")
        self.confirm.clicked.connect(self.confirmed)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.GAP)
        top = Qt.AlignmentFlag.AlignTop
        place = 0
        for name, one in self.fields.items():
            place += place % 2 if name in _WIDE else 0
            grid.addWidget(one, 1 + place // 2, place % 2, 1, 2 if name in _WIDE else 1, top)
            place += 2 if name in _WIDE else 1
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.doubts = QWidget()
        head = QHBoxLayout(self.doubts)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.doubted, 1)
        head.addWidget(self.confirm)
        grid.addWidget(self.doubts, 0, 0, 1, 2)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.received, 1)
        grid.addLayout(row, grid.rowCount(), 0, 1, 2)

    def show_units(self, names: UnitNames) -> None:
        """Know these units."""
        if names.units == self._names.units:
            return
        self._names = names
        self.units.show_units(names.units)

    def show_lists(self, topics: Iterable[str], today: date) -> None:
        """Know the office's topics, and from which day words like 昨天 count."""
        self._today = today
        typed = self.topics.text()
        self.topics.show_topics(topics)
        if self._before is not None:
            self.topics.keep(self._before.topics)
            self.topics.setText(typed)

    def show_draft(self, draft: Draft, *, editable: bool) -> None:
        """Fill the form, unless the clerk has begun to change it."""
        now, before = Particulars.of(draft), self._before
        known = draft.id == self._id and before and _own(now) == _own(before)
        self._id, self._before = draft.id, replace(now, title="")
        self._doubts = frozenset(draft.doubts & set(self.fields)) if editable else frozenset()
        local = office_time(draft.received)
        self._today = self._today or local.date()
        self.received.setText(f"{local:%Y-%m-%d %H:%M} 收到")
        for one in (*(held.entry for held in self.fields.values()), self.keep):
            one.setEnabled(editable)
        if not known or before is None:
            self._fill(now)
        else:
            self._follow(before, now)
        self._show_notes()

    def _follow(self, before: Particulars, now: Particulars) -> None:
        """Show what changed beside the form, where the clerk has not begun to change it here."""
        if self.holder.text().strip() == before.holder:
            self.holder.setText(now.holder)
        if self.topics.text() == "、".join(before.topics):
            self.topics.keep(now.topics)

    def _fill(self, now: Particulars) -> None:
        self.units.show_ids(now.unit_ids)
        for name in ("author", "phone", "approver", "holder"):
            getattr(self, name).setText(getattr(now, name))
        self.topics.keep(now.topics)
        self.event_date.show_day(now.event_date)
        self.report_date.show_day(now.report_date)
        self.kind.setCurrentIndex(max(0, self.kind.findText(now.kind or "")))
        for name in ("urgency", "secrecy", "scope", "channel"):
            box: LetterBox = getattr(self, name)
            box.setCurrentIndex(box.findText(getattr(now, name)))
        field.clear_errors(self.fields)

    def _show_notes(self) -> None:
        """Say beside the labels what was guessed, and which day words mean."""
        for name, one in self.fields.items():
            meant = one.entry.meaning if isinstance(one.entry, DayLine) else ""
            one.show_note(_DOUBT if name in self._doubts else meant)
        names = "、".join(one.label for name, one in self.fields.items() if name in self._doubts)
        self.doubted.setText(f"{_DOUBT}：{names}")
        self.doubts.setVisible(bool(self._doubts))

    def begin(self) -> None:
        """Go to the first input that was guessed, else that is missing, else to the first one."""
        wanted = self._doubts or self._missing()
        next(
            (one.entry for name, one in self.fields.items() if name in wanted), self.units
        ).setFocus()

    def _missing(self) -> set[str]:
        """What every draft must have, and this one has not."""
        lines = {"unit_ids": self.units, "author": self.author}
        lines |= {"phone": self.phone, "approver": self.approver}
        found = {name for name, line in lines.items() if not line.text().strip()}
        found |= {"kind"} if self.kind.currentData() is None else set()
        return found | ({"scope"} if self.scope.currentText() == Scope.OPEN_QUESTION else set())

    def is_changed(self) -> bool:
        """Whether the form says something new, right or wrong."""
        try:
            return self._before is not None and self.particulars() != self._before
        except DeskError:
            return True

    def particulars(self) -> Particulars:
        """What the form says, without a title; raises FieldError on the first wrong value."""
        if self._before is None:
            raise FieldError("unit_ids", "没有打开稿件。请先从“来稿”打开一篇。")
        return replace(
            self._before,
            unit_ids=self.units.unit_ids(),
            author=self.author.text().strip(),
            phone=self.phone.text().strip(),
            approver=self.approver.text().strip(),
            event_date=self.event_date.day(),
            report_date=self.report_date.day(),
            # Qt hands a StrEnum back as a plain string
            kind=Kind(kind) if (kind := self.kind.currentData()) else None,
            urgency=Urgency(self.urgency.currentData()),
            secrecy=Secrecy(self.secrecy.currentData()),
            scope=Scope(self.scope.currentData()),
            channel=Channel(self.channel.currentData()),
            topics=self.topics.topics(),
            holder=self.holder.text().strip(),
        )

    def save(self) -> None:
        """Hand on what changed, or show what is wrong at its field."""
        try:
            found = self.particulars()
        except FieldError as error:
            field.show_error(self.fields, error)
            return
        field.clear_errors(self.fields)
        if found != self._before:
            self.saved.emit(found)

    def _day(self) -> date:
        return self._today or date.max

    @override
    def event(self, event: QEvent) -> bool:
        """Take the form's own keys before the page does what it has them for."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self._is_own(event))
            return event.isAccepted()
        return super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        enters = event.key() in _ENTERS and self.is_changed()  # else the page's next step
        saves = control and (enters or event.key() == Qt.Key.Key_S)
        return saves or (event.key() == Qt.Key.Key_F3 and bool(self._doubts))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F3 and self._doubts:
            self.confirmed.emit()
        elif event.key() in _ENTERS or self._is_own(event):
            self.save()
        else:
            super().keyPressEvent(event)


def _own(found: Particulars) -> Particulars:
    """What only the form changes: the rest changes beside it, such as who has the draft in hand."""
    return replace(found, title="", topics=(), holder="")
