"""Name a person: choose from the office's people, type the name, or its initials."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QLineEdit

from desk.initials import place_of

_WIDTH = 120


class NameBox(QComboBox):
    """Any name can be typed: papers are signed by people who are in no list."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._line = line = QLineEdit()
        self.setLineEdit(line)  # makes it editable
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(label)
        self.setToolTip(f"{label}：打姓名或者拼音首字母，↑↓ 换人")
        self.setFixedWidth(_WIDTH)
        self._found = QStringListModel(self)
        self._popup = QCompleter(self._found, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.activated.connect(self.setEditText)
        self.setCompleter(None)  # type: ignore[arg-type]  # the stub does not know of None
        self._popup.setWidget(line)
        line.textEdited.connect(self._suggest)

    @property
    def name(self) -> str:
        """The name meant; initials mean the first who has them."""
        typed = " ".join(self.currentText().split())
        found = self._meant(typed) if typed.isascii() else []
        return found[0] if found else typed

    def offer(self, names: Sequence[str]) -> None:
        """Offer names, the first of them chosen."""
        self.clear()
        self.addItems(list(dict.fromkeys(names)))
        self.setCurrentIndex(0 if names else -1)

    def begin(self) -> None:
        """Take the keyboard; what is typed replaces the name offered."""
        self.setFocus()
        self._line.selectAll()

    def _meant(self, typed: str) -> list[str]:
        if not typed:
            return []
        spelt = typed.isascii() and typed.isalpha()
        return [
            one for one in self._names() if typed in one or (spelt and place_of(typed, one) == 0)
        ]

    def _suggest(self, typed: str) -> None:
        self._found.setStringList([] if typed in self._names() else self._meant(typed))
        if self._found.rowCount():
            self._popup.complete()
            self._list.setCurrentIndex(self._popup.completionModel().index(0, 0))
        else:
            self._list.hide()

    def _names(self) -> list[str]:
        return [self.itemText(at) for at in range(self.count())]

    @property
    def _list(self) -> QAbstractItemView:
        return self._popup.popup()
