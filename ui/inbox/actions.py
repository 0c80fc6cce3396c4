"""What can be done with the selected drafts: buttons, one menu for the rest, and keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from ui import style
from ui.inbox.draft_list import DraftList


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to do with the selected drafts; ``run`` gets their ids.

    It gets none only where it is about the whole list, and then is offered under 更多 alone.
    """

    text: str
    keys: str
    tip: str
    run: Callable[[list[int]], object]
    button: bool = False  # stands beside the filters; the others stand in 更多
    begins_part: bool = False  # a line above it in the menus
    of_list: bool = False  # about the list, whatever is selected
    in_list: bool = False  # its key works in the list alone: forms beside it have it too


class ActionBar(QWidget):
    """Shows deeds as buttons or under 更多, in the list's own menu, and binds their keys."""

    def __init__(self, page: QWidget, drafts: DraftList) -> None:
        super().__init__()
        self._page = page
        self._list = drafts
        self.buttons: dict[str, QPushButton] = {}
        self._of_selection: list[QAction] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style.GAP)
        self.more = QToolButton()
        self.more.setObjectName("plain")
        self.more.setText("更多")
        self.more.setToolTip("其他操作（Alt+M）")
        self.more.setShortcut(QKeySequence("Alt+M"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.more)
        self.more.setMenu(self._menu)
        self._row.addWidget(self.more)
        self.more.hide()

    def add(self, deed: Deed) -> None:
        """Offer one deed more."""
        action = QAction(deed.text, self._page)
        action.triggered.connect(lambda: self._run(deed))
        action.setShortcuts([QKeySequence(keys) for keys in _both_enters(deed.keys)])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        (self._list if deed.in_list else self._page).addAction(action)
        if not deed.of_list:
            self._of_selection.append(action)
            self._add_to_list(action, begins_part=deed.begins_part)
        if deed.button:
            self._add_button(deed)
        else:
            if deed.begins_part and not self._menu.isEmpty():
                self._menu.addSeparator()
            self._menu.addAction(action)
            self.more.show()

    def enable(self, *, on: bool) -> None:
        """Let the deeds be done, while drafts are selected."""
        for action in self._of_selection:
            action.setEnabled(on)
        for button in self.buttons.values():
            button.setEnabled(on)

    def _add_to_list(self, action: QAction, *, begins_part: bool) -> None:
        """Offer it in the list's own menu."""
        if begins_part:
            line = QAction(self._page)
            line.setSeparator(True)
            self._list.extra_actions.append(line)
        self._list.extra_actions.append(action)

    def _add_button(self, deed: Deed) -> None:
        button = QPushButton(deed.text)
        button.setToolTip(f"{deed.tip}（{deed.keys}）")
        button.clicked.connect(lambda: self._run(deed))
        self._row.insertWidget(self._row.count() - 1, button)
        self.buttons[deed.text] = button

    def _run(self, deed: Deed) -> None:
        chosen = self._list.selected_ids()
        if chosen or deed.of_list:
            deed.run(chosen)


def _both_enters(keys: str) -> list[str]:
    """A key, and its twin where there are two: Enter of the number pad, and Return."""
    return [keys, keys.replace("Enter", "Return")] if "Enter" in keys else [keys]
