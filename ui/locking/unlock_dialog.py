"""Ask for the password before the window is there; with the recovery key a new one is set."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.errors import DeskError
from desk.vault.recovery import read_recovery_key
from ui import style
from ui.fitted_dialog import FittedDialog
from ui.locking.new_password import NewPassword
from ui.locking.secret_form import SecretForm

T = TypeVar("T")

_WIDTH, _WIDE = 420, 660
_ASKED = "这里的数据有口令。请输入口令打开。"
_RECOVERING = (
    "请先设一个新口令，再照打印的那张纸输入恢复密钥（大小写、空格、横线都不要紧）。"
    "原来的口令随即作废，恢复密钥不变。"
)


def ask_secret(
    attempt: Callable[[str], T],
    renew: Callable[[T, str, str], object] = lambda _opened, _new, _recovery: None,
) -> T | None:
    """Ask until ``attempt`` opens with what was typed; None where the clerk gives up.

    It runs off the window's thread; its DeskError is shown and asked again. After the recovery
    key ``renew`` gets what was opened, the new password and the recovery key.
    """
    given: list[T] = []

    def open_once(secret: str) -> None:
        if not given:  # else it is open, and only the new password could not be set
            given.append(attempt(secret))

    def recover(recovery: str, new: str) -> None:
        open_once(recovery)
        renew(given[0], new, recovery)

    dialog = UnlockDialog(open_once, recover)
    is_open = dialog.exec()
    dialog.end()
    dialog.deleteLater()
    return given[0] if is_open else None


class UnlockDialog(FittedDialog):
    """Two faces: the password, and the recovery key with a new password."""

    def __init__(
        self,
        attempt: Callable[[str], object],
        recover: Callable[[str, str], object],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(_WIDTH)
        self.setWindowTitle("信息编报台")
        self.new = NewPassword()
        self._chosen = ""  # the new password, checked before the slow attempt begins

        def try_recovery(typed: str) -> None:
            recovery = read_recovery_key(typed)
            if not recovery:
                raise DeskError("这不是恢复密钥。恢复密钥是 8 组、每组 5 个字符，印在保存的纸上。")
            recover(recovery, self._chosen)

        self.password = SecretForm(attempt, "打开", clock)
        self.recovery = SecretForm(try_recovery, "打开并换口令", clock, check=self._take_new)
        self.faces = (self._password_face(), self._recovery_face())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        self.title = QLabel()
        self.title.setObjectName("pageTitle")
        layout.addWidget(self.title)
        for face in self.faces:
            layout.addWidget(face)
        layout.addLayout(self._foot())
        for form in (self.password, self.recovery):
            form.opened.connect(lambda _given: self.accept())
        self.new.entered.connect(self.recovery.button.click)
        self.show_face(recovering=False)

    def show_face(self, *, recovering: bool) -> None:
        """Ask for the recovery key instead of the password, or back."""
        for face, is_shown in zip(self.faces, (not recovering, recovering), strict=True):
            face.setVisible(is_shown)
        self.title.setText("用恢复密钥打开" if recovering else "输入口令")
        self.other.setText("用口令打开" if recovering else "忘了口令？用恢复密钥打开")
        self.new.clear()
        (self.recovery if recovering else self.password).begin()
        if recovering:
            self.new.first.setFocus()  # what comes first on the face
        self.widen(_WIDE if recovering else _WIDTH)

    def end(self) -> None:
        """Wait for an attempt under way."""
        for form in (self.password, self.recovery):
            form.end()
        self.new.clear()

    @override
    def reject(self) -> None:
        if not (self.password.is_busy or self.recovery.is_busy):
            super().reject()

    def _password_face(self) -> QWidget:
        return _face(_note(_ASKED), self.password)

    def _recovery_face(self) -> QWidget:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(style.in_force().px(style.BASE_PIXELS))
        self.recovery.field.setFont(fixed)
        self.recovery.field.setPlaceholderText("恢复密钥，8 组，每组 5 个字符")
        self.recovery.show_typed()
        return _face(_note(_RECOVERING), self.new, self.recovery)

    def _foot(self) -> QHBoxLayout:
        self.other = QPushButton()
        self.other.setObjectName("link")
        self.other.setAutoDefault(False)
        self.other.clicked.connect(lambda: self.show_face(recovering=self.faces[1].isHidden()))
        leave = QPushButton("退出")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(leave)
        return row

    def _take_new(self) -> None:
        self._chosen = self.new.password()


def _face(*parts: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for one in parts:
        layout.addWidget(one)
    return made


def _note(text: str) -> QLabel:
    made = QLabel(text, wordWrap=True)
    made.setObjectName("muted")
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    return made
