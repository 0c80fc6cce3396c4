"""Bring a backup back, or save what a damaged store still holds, with what opens it."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from desk.backups.backup import SUFFIX, Restored
from desk.errors import BackupLockedError, LockedError
from desk.jobs import one_step
from desk.paths import Paths
from desk.safekeeping import Safekeeping
from desk.salvaged import Salvaged
from ui.dialogs import open_paths
from ui.fitted_dialog import FittedDialog
from ui.locking.new_password import RevealingField
from ui.waiting import wait_for

_KINDS = f"备份或交接包 (*{SUFFIX} *.db)"  # as Qt wants it
_WIDTH = 460


def choose_package(parent: QWidget) -> Path | None:
    """Ask for a backup or a handover package."""
    return next(iter(open_paths(parent, "选择备份或交接包", _KINDS)), None)


def bring_back(
    keeper: Safekeeping, paths: Paths, source: Path, parent: QWidget | None = None
) -> Restored | None:
    """Restore with progress, asking for what opens it; None: the clerk did not give it.

    Raises DeskError where it cannot be restored; what was there is there still.
    """
    secret = password = theirs = ""
    while True:
        try:
            job = keeper.restore(paths, source, secret, password, theirs)
            return wait_for(job, f"正在从“{source.name}”恢复，请不要关机……", parent=parent)
        except BackupLockedError as error:
            keys = Keys(str(error), parent, wanted="备份的口令")
            if not keys.exec():
                return None
            theirs = keys.secret
        except LockedError as error:
            keys = Keys(str(error), parent, sealed=_is_sealed(keeper, source))
            if not keys.exec():
                return None
            secret, password = keys.secret, keys.password


def salvage(keeper: Safekeeping, paths: Paths) -> bool:
    """Save with progress what can be read, and show the report; False: no password was given.

    Raises DeskError where nothing can be read; the damaged file is there still.
    """
    secret = ""
    while True:
        try:
            words = "正在从损坏的数据文件里抢救，请不要关机……"
            done = wait_for(keeper.salvage(paths, secret), words)
        except LockedError as error:
            keys = Keys(str(error))
            if not keys.exec():
                return False
            secret = keys.secret
        else:
            if done is not None:
                _show_report(done)
            return done is not None


def _show_report(done: Salvaged) -> None:
    box = QMessageBox(QMessageBox.Icon.Information, "抢救完成", done.told)
    box.setInformativeText(
        "请对照报告核对，缺的从纸质件、原文件或备份里补录。报告存为“抢救报告.txt”，"
        f"损坏的原文件完整保留在“{done.former.parent}”。"
    )
    box.setDetailedText(done.report)
    box.addButton("打开数据", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _is_sealed(keeper: Safekeeping, source: Path) -> bool:
    look = partial(keeper.examine, source)
    found = wait_for(one_step(look), "正在查看备份……")
    return bool(found and found.is_sealed)


class Keys(FittedDialog):
    """Asks for the password of a package, or of the office it was taken from."""

    def __init__(
        self,
        sentence: str,
        parent: QWidget | None = None,
        *,
        sealed: bool = False,
        wanted: str = "办公室口令",
    ) -> None:
        super().__init__(_WIDTH, parent)
        self.setWindowTitle("需要口令")
        self.words = QLabel(sentence, wordWrap=True)
        self.package = RevealingField("写这份备份时给它设的口令")
        self.office = RevealingField("口令，或恢复密钥")
        form = QFormLayout()
        form.setVerticalSpacing(12)
        if sealed:
            form.addRow("备份包口令", self.package)
        form.addRow(wanted, self.office)
        if sealed:
            self.office.setPlaceholderText("办公室没有设口令的不用填")
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.button(kinds.Ok).setText("继续")
        buttons.button(kinds.Ok).setObjectName("primary")
        buttons.button(kinds.Cancel).setText("取消")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self.words)
        layout.addLayout(form)
        layout.addWidget(buttons)

    @property
    def secret(self) -> str:
        """The office's password as typed."""
        return self.office.text()

    @property
    def password(self) -> str:
        """The package's own password as typed."""
        return self.package.text()
