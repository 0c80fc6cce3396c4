"""Start Qt: input method, language, looks, and what happens to an error nobody caught."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ui import style


def create_application(scale: int) -> QApplication:
    """Make the application, Chinese and dressed."""
    _choose_input_method()
    _ask_printers_locally()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("信息编报台")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)
    style.apply(app, style.Look(scale))
    return app


def _choose_input_method() -> None:
    """The wheels hold no fcitx plugin, but fcitx answers as ibus."""
    if "fcitx" in os.environ.get("XMODIFIERS", "") + os.environ.get("QT_IM_MODULE", ""):
        os.environ["QT_IM_MODULE"] = "ibus"


def _ask_printers_locally() -> None:
    """CUPS where it has no socket in the file system would be looked for on the loopback network.

    A server the office has named goes before.
    """
    named = (Path("/etc/cups/client.conf"), Path.home() / ".cups" / "client.conf")
    if not any(one.exists() for one in named):
        os.environ.setdefault("CUPS_SERVER", "/run/cups/cups.sock")


def catch_errors(show: Callable[[Exception], None]) -> None:
    """Send errors from Qt's slots to ``show`` instead of to a terminal nobody sees."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            show(error)
        else:
            sys.__excepthook__(kind, error, trace)

    sys.excepthook = hook
