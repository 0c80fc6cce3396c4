"""A warning, once or at each start, that the data folder lies where it is in danger."""

from PySide6.QtCore import QSettings, QStorageInfo
from PySide6.QtWidgets import QCheckBox, QMessageBox

from desk.paths import Paths
from desk.whereabouts import doubt

_KEY = "opening/whereabouts"


def may_stay(paths: Paths) -> bool:
    """Warn of a share or a synchronised folder unless told not to; False: the clerk leaves."""
    folder = str(paths.data.absolute())
    kind = bytes(QStorageInfo(folder).fileSystemType().data()).decode(errors="replace")
    sentence = doubt(folder, kind) or doubt(str(paths.data.resolve()), kind)
    kept = QSettings(str(paths.data / "window.ini"), QSettings.Format.IniFormat)
    if not sentence or kept.value(_KEY) == folder:
        return True
    box = QMessageBox(QMessageBox.Icon.Warning, "数据文件夹放的地方不稳妥", sentence)
    never = QCheckBox("不再提醒")
    box.setCheckBox(never)
    stay = box.addButton("仍然打开", QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton("退出", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.exec()
    if box.clickedButton() is stay and never.isChecked():
        kept.setValue(_KEY, folder)
    return box.clickedButton() is stay
