"""Write down what came on paper or by telephone, without the mouse."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.day_words import read_day
from desk.drafts import Channel, Draft, Kind, Urgency
from desk.errors import DeskError, FieldError
from desk.recording import Slip, record, scan
from ui import field, style
from ui.dialogs import open_paths
from ui.field import Field
from ui.inbox.paste_in import note_registered
from ui.keys import bind
from ui.session import Session, Topic
from ui.unit_edit import UnitEdit

CHANNELS = (Channel.PAPER, Channel.PHONE, Channel.MAIL, Channel.OWN, Channel.COMMISSION)
_ROWS = (
    ("unit_ids",),
    ("title",),
    ("text",),
    ("event_date", "author"),
    ("phone", "scans"),
    ("kind", "urgency", "channel"),
)
_COLUMNS = 6
_CHANNEL = "slip/channel"
_KINDS = (None, *Kind)
_WEEKDAYS = "一二三四五六日"


class QuickForm(QFrame):
    """Enter goes on, Ctrl+Enter registers and begins the next, Esc leaves what was typed.

    Signals:
        recorded(int): a draft was registered.
        closed(): the clerk is done here.
    """

    recorded = Signal(int)
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._session = session
        self.scans: list[tuple[str, bytes]] = []
        self._make_inputs()
        self._lay_out()
        bind(self, "Ctrl+Return", self.save)
        bind(self, "Ctrl+Enter", self.save)
        bind(self, "Ctrl+P", self._choose_scans)
        self.clear()

    def begin(self) -> None:
        """Show the form with what was typed before, at its first empty field."""
        with self._session.store.read() as work:
            self.units.show_units(work.registry.units())
        self.channel.setCurrentIndex(int(str(self._state().value(_CHANNEL, 0))))
        self.show()
        lines = (self.units, self.heading)
        next((line for line in lines if not line.text()), self.heading).setFocus()

    def clear(self) -> None:
        """Empty everything but the channel."""
        for line in (self.units, self.heading, self.author, self.phone, self.day):
            line.clear()
        self.text.clear()
        self.kind.setCurrentIndex(0)
        self.urgency.setCurrentIndex(0)
        self._keep_scans([])
        field.clear_errors(self.fields)

    def slip(self) -> Slip:
        """What the form says; raises FieldError."""
        return Slip(
            title=self.heading.text(),
            unit_ids=self.units.unit_ids(),
            text=self.text.toPlainText(),
            channel=CHANNELS[self.channel.currentIndex()],
            author=self.author.text(),
            phone=self.phone.text(),
            event_date=self._day(),
            kind=_KINDS[self.kind.currentIndex()],
            urgency=list(Urgency)[self.urgency.currentIndex()],
            scans=tuple(self.scans),
        )

    def save(self) -> None:
        """Register the slip and make room for the next, or show what is wrong."""
        try:
            slip = self.slip()
        except DeskError as error:
            self._on_failed(error)
            return
        session = self._session
        session.do(
            lambda: record(session.store, slip, by=session.by(), ceiling=session.settings.ceiling),
            Topic.DRAFTS,
            done=partial(self._on_recorded, self.units.text()),
            failed=self._on_failed,
        )

    def _state(self) -> QSettings:
        """Where the window remembers: mostly telephone, or mostly paper."""
        path = self._session.paths.data / "window.ini"
        return QSettings(str(path), QSettings.Format.IniFormat)

    def _on_recorded(self, units: str, draft: Draft) -> None:
        self._state().setValue(_CHANNEL, CHANNELS.index(draft.channel))
        note_registered(self._session, draft, units)
        self.clear()
        self.units.setFocus()
        self.recorded.emit(draft.id)

    def _on_failed(self, error: Exception) -> None:
        if not field.show_error(self.fields, error):
            self._session.fail(error)

    def _day(self) -> date | None:
        try:
            return read_day(self.day.text(), self._today())
        except DeskError as error:
            raise FieldError("event_date", str(error)) from error

    def _today(self) -> date:
        return self._session.today()

    def _show_day(self) -> None:
        """Say which day the words mean, while they are typed."""
        try:
            day = self._day()
        except DeskError:
            day = None
        said = f"{day:%Y-%m-%d} 周{_WEEKDAYS[day.weekday()]}" if day else ""
        self.meant.setText(said)
        self.meant.setVisible(bool(said))

    def _choose_scans(self) -> None:
        kinds = "扫描件或照片 (*.jpg *.jpeg *.png *.bmp *.gif)"
        self.add_scans(open_paths(self, "选择扫描件", kinds))

    def add_scans(self, paths: list[Path]) -> None:
        """Attach pictures; one that cannot be used is said and left out."""
        kept = list(self.scans)
        try:
            for path in paths:
                data = path.read_bytes()
                scan(path.name, data)
                kept.append((path.name, data))
        except (DeskError, OSError) as error:
            self._on_failed(error)
        self._keep_scans(kept)

    def _keep_scans(self, scans: list[tuple[str, bytes]]) -> None:
        self.scans = scans
        names = "、".join(name for name, _ in scans)
        self.scan_names.setText(f"{len(scans)} 张" if scans else "")
        self.scan_names.setToolTip(names)
        self.no_scans.setVisible(bool(scans))

    def _make_inputs(self) -> None:
        self.units = UnitEdit()
        self.heading = QLineEdit()
        self.text = QPlainTextEdit(tabChangesFocus=True)
        self.text.setPlaceholderText("内容可以先记要点，也可以只附扫描件")
        self.author, self.phone = QLineEdit(), QLineEdit()
        self.day = QLineEdit(placeholderText="昨天、15日、7.14、上周五")
        self.meant = QLabel()
        self.meant.setObjectName("muted")
        self.meant.hide()
        self.day.textChanged.connect(self._show_day)
        self.channel, self.kind, self.urgency = QComboBox(), QComboBox(), QComboBox()
        self.channel.addItems(list(CHANNELS))
        self.kind.addItems([kind or "未定" for kind in _KINDS])
        self.urgency.addItems(list(Urgency))
        self.scan_names = QLabel()
        self.scan_names.setObjectName("muted")
        self.fields = {
            "unit_ids": Field("单位", self.units),
            "title": Field("标题", self.heading),
            "text": Field("内容", self.text),
            "event_date": Field("事件日期", self._with_meaning()),
            "author": Field("作者", self.author),
            "phone": Field("电话", self.phone),
            "kind": Field("信息类型", self.kind),
            "urgency": Field("紧急程度", self.urgency),
            "channel": Field("来稿方式", self.channel),
            "scans": Field("扫描件", self._scan_row()),
        }
        for line in (self.units, self.heading, self.day, self.author, self.phone):
            line.returnPressed.connect(self.focusNextChild)

    def _with_meaning(self) -> QWidget:
        return _row(self.day, self.meant)

    def _scan_row(self) -> QWidget:
        add = QPushButton("添加…")
        add.setToolTip("附上扫描件或照片（Ctrl+P）")
        add.clicked.connect(self._choose_scans)
        self.no_scans = QPushButton("去掉")
        self.no_scans.setToolTip("去掉已加的扫描件")
        self.no_scans.clicked.connect(partial(self._keep_scans, []))
        return _row(add, self.scan_names, self.no_scans)

    def _lay_out(self) -> None:
        title = QLabel("登记来稿")
        title.setObjectName("sectionTitle")
        hint = QLabel("回车到下一格，Ctrl+回车登记")
        hint.setObjectName("muted")
        keep, leave = QPushButton("登记"), QPushButton("关闭")
        keep.setObjectName("primary")
        keep.setToolTip("登记，接着写下一篇（Ctrl+回车）")
        leave.setToolTip("收起，写了一半的留着（Esc）")
        keep.clicked.connect(self.save)
        leave.clicked.connect(self.closed)
        grid = QGridLayout()
        grid.setSpacing(style.GAP)
        for number in range(_COLUMNS):
            grid.setColumnStretch(number, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, names in enumerate(_ROWS):
            span = _COLUMNS // len(names)
            place = top if len(names) > 1 else Qt.AlignmentFlag(0)
            for number, name in enumerate(names):
                grid.addWidget(self.fields[name], row, number * span, 1, span, place)
        grid.setRowStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(style.GAP)
        column.addWidget(title)
        column.addLayout(grid, 1)
        column.addWidget(_row(keep, leave, hint))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _row(*widgets: QWidget) -> QWidget:
    """Widgets side by side; labels and lines take the room that is left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(style.GAP)
    for widget in widgets:
        row.addWidget(widget, isinstance(widget, (QLabel, QLineEdit)))
    holder.setFocusProxy(widgets[0])
    return holder
