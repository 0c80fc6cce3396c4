"""The last resort: an error nobody foresaw, with details to copy."""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


def details_of(error: BaseException) -> str:
    """Where an error came from, by our own lines; never what it says, which may quote a draft."""
    told: list[str] = []
    current: BaseException | None = error
    seen: set[int] = set()
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines = traceback.format_tb(current.__traceback__)
        told.insert(0, "".join(lines) + f"{type(current).__module__}.{_named(current)}\n")
        current = current.__cause__ or current.__context__
    return "\n".join(told)


def _named(error: BaseException) -> str:
    """Its kind, with the system's number where it has one."""
    number = getattr(error, "errno", None)
    return type(error).__name__ + (f"（{number}）" if isinstance(number, int) else "")


def write_log(error: BaseException, log: Path) -> str:
    """Append the error's details to the log and return them; a full disk is no second error."""
    details = details_of(error)
    stamp = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{stamp}\n{details}\n")
    except OSError:
        details += f"\n（日志没有写上：{log}）"
    return details


class CrashDialog(QDialog):
    """Says that the data is safe, and offers the details."""

    def __init__(self, details: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("程序出了意外")
        self.resize(640, 420)
        text = QLabel(
            "这一步没有做成，已经全部退回，数据没有变化，可以继续工作。\n"
            f"如果反复出现，请复制下面的内容交给维护人员。日志：{log}"
        )
        text.setWordWrap(True)
        self._details = QPlainTextEdit(details, readOnly=True)
        copy = QPushButton("复制内容")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        buttons = QDialogButtonBox()
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("继续工作", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        for widget in (text, self._details, buttons):
            layout.addWidget(widget)
