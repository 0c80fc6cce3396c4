"""Who works now: a name in the status bar, and a short list to change it, with a PIN where set."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk import pins
from desk.configuring import change_settings
from desk.people import Person
from desk.staffing import cleared_by
from ui import style
from ui.icons import icon
from ui.session import Session, Topic

KEYS = "Ctrl+Alt+U"
_NOBODY = (
    "名单里还没有人。请到“资料”的“人员”里登记姓名，一台电脑几个人用时，每一步都会记下是谁做的。"
)
_WIDTH, _ROWS = 300, 9


class PeopleSwitch(QPushButton):
    """Shows who works; a click or Ctrl+Alt+U opens the list of names.

    ``before`` runs before the name changes, so that what was typed is kept under the old one.
    """

    def __init__(self, session: Session, window: QWidget, before: Callable[[], object]) -> None:
        super().__init__()
        self.session = session
        self.setFlat(True)
        self.setIcon(icon("user"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(f"现在是谁在用；换人请按 {KEYS}")
        self.list = NameList(session, window)
        self._before = before
        self._attempts: dict[str, pins.Attempts] = {}
        self.clicked.connect(self.open)
        self.list.chosen.connect(self._choose)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.list.follow_focus)
        session.changed.connect(self._show)
        self._show()

    def open(self) -> None:
        """Show the names above the status bar."""
        with self.session.store.read() as work:
            people = [one for one in work.people.all() if one.is_active]
        self.list.begin(people, self.mapTo(self.list.window(), QPoint(0, 0)))

    def _choose(self, person: Person, pin: str) -> None:
        """Switch to somebody whose PIN, where one is set, is right."""
        now = self.session.clock()
        if person.pin:
            tried = self._attempts.get(person.name, pins.Attempts())
            refusal = tried.refusal(now)
            if not refusal and not pins.is_right(pin, person.pin):
                self._attempts[person.name] = tried = tried.failed(now)
                refusal = tried.refusal(now) or f"“{person.name}”的口令不对。请重新输入。"
            if refusal:
                self.list.refuse_pin(refusal)
                return
            self._attempts.pop(person.name, None)
        self.list.close_list()
        self._switch(person)

    def _switch(self, person: Person) -> None:
        name, messages = person.name, self.session.messages
        if name == self.session.settings.clerk:
            return
        self._before()
        work_as(self.session, name)
        with self.session.store.read() as work:
            cleared = cleared_by(work, person)
        messages.note(f"现在由{name}操作")
        if cleared:
            messages.error(
                f"“{name}”的口令已由{cleared}清除，现在谁都能换到这个姓名。"
                "还要用口令的，请到“资料”的“人员”里重新设置。"
            )

    def _show(self, _touched: object = None) -> None:
        self.setText(self.session.settings.clerk or "姓名")


def work_as(session: Session, name: str) -> None:
    """Let every step from now on carry this name."""
    former, by = session.settings, session.by()
    session.settings = replace(former, clerk=name)
    settings, path = session.settings, session.paths.settings
    session.do(lambda: change_settings(session.store, former, settings, path, by))
    session.changed.emit(frozenset({Topic.SETTINGS, Topic.DRAFTS}))


class NameList(QFrame):
    """The names with digits, and a line for the PIN of the one chosen.

    Signals:
        chosen(Person, str): this person, with the PIN typed.
    """

    chosen = Signal(object, str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._look = style.Look(session.settings.scale)
        self._session = session
        self._people: Sequence[Person] = ()
        self._came_from: QWidget | None = None
        self.names = QListWidget()
        self.names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names.itemClicked.connect(lambda _item: self._take())
        self.hint = QLabel()
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.error = QLabel()
        self.error.setObjectName("fieldError")
        self.error.setWordWrap(True)
        self.pin = QLineEdit(placeholderText="口令（数字），Enter 确定")
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(pins.LONGEST)
        row = QHBoxLayout()
        self._whose = QLabel()
        row.addWidget(self._whose)
        row.addWidget(self.pin, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(style.GAP)
        for widget in (self.names, self.hint):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.error)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def begin(self, people: Sequence[Person], corner: QPoint) -> None:
        """Show the names, the bottom left corner at a point of the window."""
        self._people = people
        self._came_from = self.window().focusWidget()
        self.names.clear()
        for place, one in enumerate(people, start=1):
            lock = "　（有口令）" if one.pin else ""
            self.names.addItem(f"{place}　{one.name}　{one.post}{lock}".rstrip())
        known = [one.name for one in people]
        clerk = self._session.settings.clerk
        self.names.setCurrentRow(known.index(clerk) if clerk in known else 0)
        self.names.setVisible(bool(people))
        self.hint.setText("按数字键选人，Esc 不换" if people else _NOBODY)
        self._ask_pin(None)
        self.names.setFixedHeight(self.names.sizeHintForRow(0) * min(len(people), _ROWS) + 4)
        self.setFixedWidth(self._look.px(_WIDTH))
        self.adjustSize()
        room = self.window().width() - self.width()
        self.move(max(0, min(corner.x(), room)), max(0, corner.y() - self.height() - 4))
        self.show()
        self.raise_()
        self.setFocus()

    def refuse_pin(self, sentence: str) -> None:
        """Say why the PIN was not taken."""
        self.error.setText(sentence)
        self.error.show()
        self.pin.clear()
        self._fit()

    def close_list(self) -> None:
        """Hide, and give the keyboard back."""
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus()

    def follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Hide where the clerk went on with something else."""
        if new is not None and not (new is self or self.isAncestorOf(new)):
            self.hide()

    def _take(self) -> None:
        at = self.names.currentRow()
        if not 0 <= at < len(self._people):
            return
        person = self._people[at]
        if person.pin and person.name != self._session.settings.clerk:
            self._ask_pin(person)
        else:
            self.close_list() if person.pin else self.chosen.emit(person, "")

    def _ask_pin(self, person: Person | None) -> None:
        self.pin.clear()
        self.error.hide()
        self._whose.setText(person.name if person else "")
        for widget in (self._whose, self.pin):
            widget.setVisible(person is not None)
        if person is not None:
            self.pin.setFocus()
        self._fit()

    def _fit(self) -> None:
        bottom = self.geometry().bottom()
        self.adjustSize()
        self.move(self.x(), bottom - self.height() + 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.raise_()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = event.key(), self.names.currentRow()
        if key == Qt.Key.Key_Escape:
            self.close_list()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.pin.isVisible():
                self.chosen.emit(self._people[at], self.pin.text())
            else:
                self._take()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.names.setCurrentRow(max(0, min(at + step, self.names.count() - 1)))
            self._ask_pin(None)
            self.setFocus()
        elif event.text().isdigit() and 0 < int(event.text()) <= len(self._people):
            self.names.setCurrentRow(int(event.text()) - 1)
            self._take()
        else:
            super().keyPressEvent(event)
