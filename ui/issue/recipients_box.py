"""发送单位 of one issue: the publication's, or its own."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from desk.publications import Recipient
from desk.recipients import copies_for
from ui.publications.recipients_edit import RecipientsEdit


class RecipientsBox(QWidget):
    """A tick decides; the issue's own list starts from the publication's.

    Signals:
        edited(): the recipients changed by hand.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._usual: Sequence[Recipient] = ()
        self._copies = 0
        self.own = QCheckBox("本期另定发送单位")
        self.own.setToolTip("不勾：照刊物的发送单位；勾上：从刊物的改起，只用于本期")
        self.told = QLabel()
        self.told.setObjectName("muted")
        self.told.setWordWrap(True)
        self.edit = RecipientsEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.own)
        column.addWidget(self.told)
        column.addWidget(self.edit)
        self.own.toggled.connect(self._on_toggled)
        self.edit.edited.connect(self._on_edited)
        self.edit.drawing.connect(lambda: self.edit.add_missing(self._usual))
        self._show_own(on=False)

    def show_recipients(self, own: Sequence[Recipient] | None, usual: Sequence[Recipient]) -> None:
        """Show the issue's own recipients; None takes the publication's."""
        self._usual = usual
        blockers = [QSignalBlocker(one) for one in (self.own, self.edit)]
        self.own.setChecked(own is not None)
        self.edit.show_recipients(own or ())
        for one in blockers:
            one.unblock()
        self._show_own(on=own is not None)

    def compare_with(self, copies: int) -> None:
        """Hold the issue's own recipients against the number printed."""
        self._copies = copies
        self.edit.tell_total(copies)

    def recipients(self) -> tuple[Recipient, ...] | None:
        """The issue's own recipients with names; None for the publication's."""
        if not self.own.isChecked():
            return None
        return tuple(one for one in self.edit.recipients() if one.name)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - a slot of Qt
        if on:
            blocker = QSignalBlocker(self.edit)
            self.edit.show_recipients(self._usual)
            blocker.unblock()
        self._show_own(on=on)
        self.edited.emit()

    def _on_edited(self) -> None:
        self.edit.tell_total(self._copies)
        self.edited.emit()

    def _show_own(self, *, on: bool) -> None:
        self.edit.setVisible(on)
        count, copies = len(self._usual), copies_for(self._usual)
        self.told.setText(
            f"照刊物：{count} 处、{copies} 份" if count else "照刊物：还没有列发送单位"
        )
        self.told.setVisible(not on)
        self.edit.tell_total(self._copies)
