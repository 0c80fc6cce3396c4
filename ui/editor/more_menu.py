"""What else can be done in the editor, behind one button."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QMenu, QToolButton

from ui.icons import icon

_PARTS = (
    (("收起或展开原稿", "F7"), ("收起或展开检查", "F9"), ("只留正文", "F11")),
    (("整理文字", "Ctrl+Shift+L"), ("撤销整理", "Ctrl+Shift+U")),
    (("查重", "Ctrl+D"), ("生平", "Ctrl+L")),
)


class MoreMenu(QToolButton):
    """Does what some of the page's keys do; ``keys`` are bound elsewhere.

    ``parts`` are those of the editor's features: words and keys.
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
        menu = QMenu(self)
        for part in (*_PARTS, *parts):
            menu.addSeparator()
            for words, key in part:
                menu.addAction(f"{words}\t{key}").triggered.connect(_plain(keys[key]))
        self.setMenu(menu)


def _plain(slot: Callable[[], object]) -> Callable[[bool], None]:
    """Drop the state that an action hands on."""

    def run(_checked: bool) -> None:  # noqa: FBT001 - a signal's argument
        slot()

    return run
