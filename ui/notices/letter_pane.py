"""One letter: its text to be edited, and below it what is not as the ledger says."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.bulletins.differences import Reader
from desk.bulletins.passage import Passage
from desk.notices.changes import hand_flags
from desk.notices.notice import Notice
from ui import style
from ui.bulletins.flag_words import marked
from ui.bulletins.marks import BulletinMarks
from ui.bulletins.text_edit import BulletinEdit
from ui.keys import bind

_PAUSE_MS = 300
_SHOWN = 3  # sentences; of more the number is told


class LetterPane(QWidget):
    """The text is the letter's at once; it is held against the ledger when typing stops.

    Signals:
        edited(Notice): the letter with its new text.
        reset_wanted(): the letter is to be as it was written.
    """

    edited = Signal(object)
    reset_wanted = Signal()

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self._notice: Notice | None = None
        self._reader = Reader(())
        self._loading = False
        self.edit = BulletinEdit(look)
        self.edit.setAccessibleName("函件正文")
        self.marks = BulletinMarks(self.edit)
        self.told = QLabel(wordWrap=True)
        self.told.setObjectName("muted")
        self.reset_button = QPushButton("恢复原文")
        self.reset_button.setToolTip("这一封换回照台账写的文字（F5）")
        self.reset_button.clicked.connect(self.reset_wanted)
        bind(self, "F5", self.reset_wanted.emit)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        self.edit.edited.connect(self._on_edited)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(self.reset_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.edit, 1)
        column.addLayout(foot)
        self.show_letter(None)

    @property
    def notice(self) -> Notice | None:
        """The letter on view."""
        return self._notice

    def know(self, reader: Reader) -> None:
        """Find units and figures in texts by this reader."""
        self._reader = reader

    def show_letter(self, notice: Notice | None) -> None:
        """Show a letter, or none."""
        self._timer.stop()
        self._notice = notice
        self._loading = True
        self.edit.load(notice.passages if notice else ())
        self._loading = False
        self.edit.setReadOnly(notice is None)
        self._check()

    def flush(self) -> None:
        """Give away what was typed."""
        self._timer.stop()
        if self._notice is None or self._passages() == self._notice.passages:
            return
        self._notice = replace(self._notice, passages=self._passages())
        self._check()
        self.edited.emit(self._notice)

    def _on_edited(self) -> None:
        if not self._loading:
            self._timer.start()

    def _passages(self) -> tuple[Passage, ...]:
        return self.edit.passages()

    def _check(self) -> None:
        notice = self._notice
        passages: Sequence[Passage] = notice.passages if notice else ()
        flags = hand_flags(passages, self._reader)
        self.marks.show_flags(flags, passages)
        lines = [f"{marked(one.kind)}　{one.sentence}" for one in flags[:_SHOWN]]
        if len(flags) > _SHOWN:
            lines.append(f"另有 {len(flags) - _SHOWN} 处")
        self.told.setText("\n".join(lines))
        self.reset_button.setEnabled(bool(notice and notice.edited))
