"""What only the presenter sees: the slide, the next one, what to say, and the time."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desk.office_clock import office_time
from ui import style

_TICK_MS = 1000
_HOUR = 3600


class PresenterView(QWidget):
    """Only shows; the keys are the meeting's own."""

    def __init__(self, clock: Callable[[], datetime], look: style.Look) -> None:
        super().__init__()
        self.setObjectName("page")
        self._clock, self._began = clock, clock()
        self._pictures = QImage(), QImage()
        self.title, self.time, self.coming = QLabel(), QLabel(), QLabel("下一页")
        self.now, self.next = _picture("这一页"), _picture("下一页")
        self.note = QPlainTextEdit(readOnly=True)
        self.note.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.note.setAccessibleName("讲稿")
        for label, size in ((self.title, 20), (self.time, 20), (self.coming, 14)):
            font = label.font()
            font.setPixelSize(look.px(size))
            label.setFont(font)
        font = self.note.font()
        font.setPixelSize(look.px(18))
        self.note.setFont(font)
        self._lay_out()
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self.show_time)
        self._ticking.start()
        self.show_time()

    def show_slide(self, title: str, note: str, now: QImage, coming: QImage) -> None:
        """Show where the meeting is; an empty picture says that nothing follows."""
        self.title.setText(title)
        self.note.setPlainText(note or "这一页没有讲稿。")
        self._pictures = now, coming
        self._fit()

    def show_time(self) -> None:
        """Show the time and how long the meeting has gone on."""
        now = self._clock()
        seconds = max(0, int((now - self._began).total_seconds()))
        gone = f"{seconds % _HOUR // 60:02}:{seconds % 60:02}"
        if seconds >= _HOUR:
            gone = f"{seconds // _HOUR}:{gone}"
        self.time.setText(f"{office_time(now):%H:%M}　已讲 {gone}")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.time)
        left = QVBoxLayout()
        left.addWidget(self.now, 3)
        left.addWidget(self.coming)
        left.addWidget(self.next, 2)
        row = QHBoxLayout()
        row.setSpacing(2 * style.GAP)
        row.addLayout(left, 1)
        row.addWidget(self.note, 1)
        hint = QLabel("PgDn、PgUp 翻页　B 黑屏　数字+Enter 跳页　N 收起讲稿　Esc 退出")
        hint.setObjectName("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(2 * style.GAP)
        column.addLayout(head)
        column.addLayout(row, 1)
        column.addWidget(hint)

    def _fit(self) -> None:
        for label, image in zip((self.now, self.next), self._pictures, strict=True):
            if image.isNull():
                label.setText("没有了" if label is self.next else "正在画……")
                continue
            ratio = self.devicePixelRatioF()
            scaled = image.scaled(
                label.size() * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            scaled.setDevicePixelRatio(ratio)
            label.setPixmap(QPixmap.fromImage(scaled))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # when the labels have their new sizes


def _picture(name: str) -> QLabel:
    label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
    label.setAccessibleName(name)
    label.setMinimumSize(200, 120)
    label.setObjectName("sheet")
    return label
