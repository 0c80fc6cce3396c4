"""Choosing files, in the office's own folder and with safe names."""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui import style


def save_path(parent: QWidget, name: str, suffix: str, kind: str) -> Path | None:
    """Ask where to save; None when the clerk thinks better of it."""
    safe = re.sub(r'[\\/:*?"<>|\r\n]', "_", name)
    start = str(Path(style.documents_folder()) / f"{safe}{suffix}")
    chosen, _ = QFileDialog.getSaveFileName(parent, "保存为", start, f"{kind} (*{suffix})")
    if not chosen:
        return None
    return Path(chosen) if chosen.lower().endswith(suffix) else Path(chosen + suffix)


def open_paths(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Ask for files to open; empty when none was chosen."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, style.documents_folder(), kinds)
    return [Path(one) for one in chosen]


def open_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder."""
    chosen = QFileDialog.getExistingDirectory(parent, title, style.documents_folder())
    return Path(chosen) if chosen else None
