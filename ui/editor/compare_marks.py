"""How kept, gone, come and moved text looks: a line, a word and a colour for each."""

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from desk.comparison.model import Fate, Sort
from ui import style

BREAK = "¶"
_WORDS = {Sort.GONE: "删去", Sort.COME: "增加"}
_SIGNS = {
    Fate.ADDED: "＋ ",
    Fate.REMOVED: "－ ",
    Fate.MOVED: "⇅ ",
    Fate.LEFT: "⇅ ",
    Fate.CHANGED: "◇ ",
    Fate.SAME: "",
}
_COLOURS = {
    Fate.ADDED: (style.GREEN, style.GREEN_SOFT),
    Fate.REMOVED: (style.RED, style.RED_SOFT),
    Fate.MOVED: (style.ACCENT, style.ACCENT_SOFT),
    Fate.LEFT: (style.ACCENT, style.ACCENT_SOFT),
    Fate.CHANGED: (style.AMBER, style.GROUND),
    Fate.SAME: (style.MUTED, style.PAPER),
}


def text_format(sort: Sort, *, bold: bool = False) -> QTextCharFormat:
    """What came is green and underlined, what went is red and struck out."""
    shape = QTextCharFormat()
    if bold:
        shape.setFontWeight(QFont.Weight.Bold)
    if sort is Sort.KEPT:
        return shape
    shape.setToolTip(_WORDS[sort])
    if sort is Sort.COME:
        shape.setForeground(QColor(style.GREEN))
        shape.setBackground(QColor(style.GREEN_SOFT))
        shape.setFontUnderline(True)
    else:
        shape.setForeground(QColor(style.RED))
        shape.setBackground(QColor(style.RED_SOFT))
        shape.setFontStrikeOut(True)
    return shape


def tag_format(fate: Fate, pixels: int) -> QTextCharFormat:
    """The words before a part, smaller than the text and in the face of the window."""
    shape = note_format(pixels)
    colour, ground = _COLOURS[fate]
    shape.setForeground(QColor(colour))
    shape.setBackground(QColor(ground))
    return shape


def note_format(pixels: int) -> QTextCharFormat:
    """Words that are not of the text."""
    shape = QTextCharFormat()
    shape.setFontFamilies([style.screen_face()])
    shape.setProperty(QTextCharFormat.Property.FontPixelSize.value, max(12, pixels * 7 // 10))
    shape.setForeground(QColor(style.MUTED))
    return shape


def tag_text(fate: Fate, words: str) -> str:
    """A tag with its sign."""
    return f"{_SIGNS[fate]}{words}"


def ground_of(fate: Fate) -> QColor:
    """What lies behind the cells of a row or column."""
    return QColor(_COLOURS[fate][1])
