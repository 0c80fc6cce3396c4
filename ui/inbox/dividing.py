"""分组: divide the list by day or unit, and fold its parts."""

from functools import partial

from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from desk.views import Grouping
from ui.inbox.draft_list import DraftList

_WORDS = {Grouping.NONE: "不分组", Grouping.DAY: "按收到日期", Grouping.UNIT: "按单位"}


class DivideButton(QToolButton):
    """Says by what the list is divided."""

    def __init__(self, drafts: DraftList) -> None:
        super().__init__()
        self._list = drafts
        self.setObjectName("plain")
        self.setToolTip("把列表分组（Alt+G）；← 收起一组，→ 展开")
        self.setShortcut(QKeySequence("Alt+G"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        group = QActionGroup(menu)
        self.choices = {}
        for grouping, word in _WORDS.items():
            action = menu.addAction(word)
            action.setCheckable(True)
            action.triggered.connect(partial(self.choose, grouping))
            group.addAction(action)
            self.choices[grouping] = action
        menu.addSeparator()
        self._folds = (menu.addAction("全部收起"), menu.addAction("全部展开"))
        self._folds[0].triggered.connect(lambda: drafts.fold_all(on=True))
        self._folds[1].triggered.connect(lambda: drafts.fold_all(on=False))
        self.setMenu(menu)
        self.show_state()

    def choose(self, grouping: Grouping) -> None:
        """Divide the list."""
        self._list.divide(grouping)
        self.show_state()

    def show_state(self) -> None:
        """Say what is in force."""
        grouping = self._list.grouping
        self.choices[grouping].setChecked(True)
        self.setText("分组" if grouping is Grouping.NONE else _WORDS[grouping])
        for action in self._folds:
            action.setEnabled(grouping is not Grouping.NONE)
