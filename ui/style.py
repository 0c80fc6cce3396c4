"""Fonts, colours and spacing; every widget takes its looks from here."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desk.paths import RESOURCES

PAPER = "#ffffff"
GROUND = "#f5f5f4"
LINE = "#d9d8d6"
MUTED = "#6b6a68"
INK = "#1f1f1e"
ACCENT = "#2459a6"
ACCENT_SOFT = "#e4ecf7"
RED = "#b3261e"
RED_SOFT = "#fbeceb"
AMBER = "#8a5a00"
GREEN = "#2e6b34"
GREEN_SOFT = "#e6f2e7"
SOURCES = (ACCENT, "#8a5a00", "#2e6b34", "#7a3e9d", "#00727a", "#a03a5c")  # of a composite
FOUND = "#ffe8a3"  # behind a word that was searched for

GAP = 8
ROW_HEIGHT = 30
RAIL_WIDTH = 76
ROOMY = 700  # from this height of the window on there is room for explanations
BASE_PIXELS = 14
_SCALE = "scale"  # the property of the application that tells the one in force
_PLAIN = 100

_SCREEN_FACES = (
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "PingFang SC",
)
_READING_FACES = ("仿宋_GB2312", "FangSong", "仿宋", "FandolFang")
_HEI_FACES = ("SimHei", "黑体", "FandolHei")
_KAI_FACES = ("楷体_GB2312", "KaiTi", "楷体", "FandolKai")


@dataclass(frozen=True, slots=True)
class Look:
    """The sizes in force; ``scale`` is in percent."""

    scale: int = _PLAIN

    def px(self, pixels: int) -> int:
        """A length at this scale, in pixels."""
        return round(pixels * self.scale / 100)


def apply(app: QApplication, look: Look) -> None:
    """Dress the application."""
    app.setStyle("Fusion")
    app.setProperty(_SCALE, look.scale)
    app.setPalette(_palette())
    font = QFont(screen_face())
    font.setPixelSize(look.px(BASE_PIXELS))
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    app.setFont(font)
    app.setStyleSheet(_sheet(look))


def in_force() -> Look:
    """The sizes the application was dressed in, where there is no session to ask."""
    app = QApplication.instance()
    return Look(app.property(_SCALE) or _PLAIN) if app else Look()


def screen_face() -> str:
    """A face that draws Chinese on this machine; the bundled one where none is installed."""
    installed = set(QFontDatabase.families())
    found = next((face for face in _SCREEN_FACES if face in installed), "")
    return found or _load(_package_font("NotoSansSC-Regular.otf"))


def reading_face() -> str:
    """The 仿宋 face in which a text is edited, as on the printed page."""
    return _page_face(_READING_FACES, "FandolFang-Regular.otf")


def hei_face() -> str:
    """The 黑体 face of headings 一、."""
    return _page_face(_HEI_FACES, "FandolHei-Regular.otf")


def kai_face() -> str:
    """The 楷体 face of headings （一）."""
    return _page_face(_KAI_FACES, "FandolKai-Regular.otf")


def title_face() -> str:
    """The bold 宋体 in which titles are shown, standing in for 小标宋."""
    return _page_face(("方正小标宋简体", "FZXiaoBiaoSong-B05S"), "FandolSong-Bold.otf")


def _page_face(names: Sequence[str], bundled: str) -> str:
    installed = set(QFontDatabase.families())
    found = next((face for face in names if face in installed), "")
    return found or _load(RESOURCES / "fonts" / bundled)


def _package_font(name: str) -> Path:
    import pylopdf_fonts_zh_cn  # noqa: PLC0415 - only where the system has no Chinese face

    return Path(pylopdf_fonts_zh_cn.__file__).with_name(name)


@cache
def _load(path: Path) -> str:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return families[0] if families else QApplication.font().family()


def documents_folder() -> str:
    """Where file dialogs open first."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _palette() -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: GROUND,
        QPalette.ColorRole.Base: PAPER,
        QPalette.ColorRole.AlternateBase: "#fafaf9",
        QPalette.ColorRole.Text: INK,
        QPalette.ColorRole.WindowText: INK,
        QPalette.ColorRole.Button: PAPER,
        QPalette.ColorRole.ButtonText: INK,
        QPalette.ColorRole.Highlight: ACCENT,
        QPalette.ColorRole.HighlightedText: PAPER,
        QPalette.ColorRole.PlaceholderText: "#8f8e8b",
        QPalette.ColorRole.ToolTipBase: INK,
        QPalette.ColorRole.ToolTipText: PAPER,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(disabled, role, QColor("#a5a4a1"))
    return palette


def _sheet(look: Look) -> str:
    text = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    names = {
        "PAPER": PAPER, "GROUND": GROUND, "LINE": LINE, "MUTED": MUTED, "INK": INK,
        "ACCENT_SOFT": ACCENT_SOFT, "ACCENT": ACCENT, "RED_SOFT": RED_SOFT, "RED": RED,
        "AMBER": AMBER, "GREEN": GREEN,
    }  # fmt: skip
    for name, colour in names.items():
        text = text.replace(f"@{name}@", colour)
    text = text.replace("@ICONS@", (RESOURCES / "icons").as_posix())
    for pixels in range(64, 0, -1):
        text = text.replace(f"@{pixels}@", f"{look.px(pixels)}px")
    return text


def night_sheet() -> str:
    """Large light letters on black, for the duty room and for tired eyes (大字)."""
    return (RESOURCES / "night.qss").read_text(encoding="utf-8")
