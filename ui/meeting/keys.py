"""What the keys of a keyboard or a remote do in a meeting."""

from enum import Enum, auto

from PySide6.QtCore import Qt


class Act(Enum):
    """What is done."""

    NEXT = auto()
    BACK = auto()
    FIRST = auto()
    LAST = auto()
    BLACK = auto()
    WHITE = auto()
    NOTE = auto()
    FIGURE = auto()
    FIGURE_BACK = auto()
    ENTER = auto()
    LEAVE = auto()
    OUT = auto()


_KEY = Qt.Key
ACTS = {
    _KEY.Key_PageDown: Act.NEXT,
    _KEY.Key_Right: Act.NEXT,
    _KEY.Key_Down: Act.NEXT,
    _KEY.Key_Space: Act.NEXT,
    _KEY.Key_PageUp: Act.BACK,
    _KEY.Key_Left: Act.BACK,
    _KEY.Key_Up: Act.BACK,
    _KEY.Key_Backspace: Act.BACK,
    _KEY.Key_Home: Act.FIRST,
    _KEY.Key_End: Act.LAST,
    _KEY.Key_B: Act.BLACK,
    _KEY.Key_Period: Act.BLACK,
    _KEY.Key_W: Act.WHITE,
    _KEY.Key_Comma: Act.WHITE,
    _KEY.Key_N: Act.NOTE,
    _KEY.Key_Tab: Act.FIGURE,
    _KEY.Key_Backtab: Act.FIGURE_BACK,
    _KEY.Key_Return: Act.ENTER,
    _KEY.Key_Enter: Act.ENTER,
    _KEY.Key_Escape: Act.LEAVE,
    _KEY.Key_F11: Act.OUT,
}


def act_of(key: int) -> Act | None:
    """What a key does; None for nothing."""
    return next((act for known, act in ACTS.items() if known == key), None)


def digit_of(key: int) -> str:
    """The digit of a key, "" where it is none."""
    return chr(key) if int(_KEY.Key_0) <= key <= int(_KEY.Key_9) else ""
