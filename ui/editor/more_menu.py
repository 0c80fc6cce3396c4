"""What else can be done in the editor, behind one button."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QMenu, QToolButton

from ui.icons import icon

_OWN = (
    ("收起或展开原稿", "F7"),
    ("收起或展开检查", "F9"),
    ("只留正文", "F11"),
    ("整理文字", "Ctrl+Shift+L"),
    ("撤销整理", "Ctrl+Shift+U"),
    ("查重", "Ctrl+D"),
    ("生平", "Ctrl+L"),
)
# Parts between lines; a part with a name is a menu of its own, so that all fits at 768 pixels.
_PARTS = (
    ("", ("Ctrl+H", "Ctrl+Shift+H")),
    ("插入", ("Ctrl+J", "Ctrl+Alt+T", "Ctrl+Alt+P", "Ctrl+Shift+V")),
    ("整理", ("Ctrl+Shift+N", "Ctrl+Alt+R", "Ctrl+Shift+L", "Ctrl+Shift+U")),
    ("对照", ("Ctrl+E", "F4", "Ctrl+Alt+E")),
    ("综合稿", ("Ctrl+Alt+Sp", "Ctrl+Alt+Down", "Ctrl+Shift+J")),
    ("", ("Ctrl+M", "Ctrl+Shift+K", "Ctrl+D", "Ctrl+L")),
    ("审签单、上报、批示", ("Ctrl+Shift+P", "Ctrl+Alt+S", "Ctrl+Alt+I")),
    ("显示", ("F7", "F9", "F11", "Ctrl+=", "Ctrl+-", "Ctrl+0")),
)
_ARROWS = (("Up", "↑"), ("Down", "↓"))


class MoreMenu(QToolButton):
    """Does what some of the page's keys do; ``keys`` are bound elsewhere.

    ``parts`` are those of the editor's features: words and keys. What has no place in the
    menu's order stands at its end.
    """

    def __init__(
        self,
        keys: Mapping[str, Callable[[], object]],
        parts: Sequence[Sequence[tuple[str, str]]],
    ) -> None:
        super().__init__(autoRaise=True)
        self.setIcon(icon("ellipsis"))
        self.setToolTip("更多操作")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._slots = keys
        self._words = {key: words for part in (_OWN, *parts) for words, key in part}
        self._menu = QMenu(self)
        for name, wanted in _PARTS:
            self._add_part(name, [key for key in wanted if key in self._words])
        self._add_part("", [key for key in self._words if not any(key in p for _, p in _PARTS)])
        self.setMenu(self._menu)

    def _add_part(self, name: str, keys: Sequence[str]) -> None:
        menu = self._menu.addMenu(name) if name else self._menu
        if not name and not menu.isEmpty():
            menu.addSeparator()
        for key in keys:
            action = menu.addAction(f"{self._words[key]}\t{_shown(key)}")
            action.triggered.connect(_plain(self._slots[key]))


def _shown(key: str) -> str:
    """A key as the manual writes it."""
    for word, arrow in _ARROWS:
        key = key.replace(word, arrow)
    return key


def _plain(slot: Callable[[], object]) -> Callable[[bool], None]:
    """Drop the state that an action hands on."""

    def run(_checked: bool) -> None:  # noqa: FBT001 - a signal's argument
        slot()

    return run
