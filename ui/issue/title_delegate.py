"""Edits in place what an entry or a section is called in print."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyledItemDelegate, QWidget
from typing_extensions import override

from ui.lists.list_model import Index

_LONGEST = 300


class TitleDelegate(QStyledItemDelegate):
    """Opens a field with the words in force; the usual ones show through where it is empty."""

    def __init__(
        self,
        view: QAbstractItemView,
        words: Callable[[Index], tuple[str, str]],
        done: Callable[[Index, str], None],
    ) -> None:
        """``words`` gives those in force and the usual ones; ``done`` takes what was typed."""
        super().__init__(view)
        self._view = view
        self._words, self._done = words, done

    @override
    def createEditor(self, parent: QWidget, option: Any, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setMaxLength(_LONGEST)
        field.setPlaceholderText(self._words(index)[1])
        field.setToolTip("印出的标题。清空就印原来的；Enter 确定，Esc 放弃")
        return field

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(self._words(index)[0])
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            words, usual = editor.text().strip(), self._words(index)[1]
            is_here = editor.hasFocus()
            self._done(index, "" if words == usual else words)
            if is_here:  # the tree is filled anew, which takes the field and its focus away
                self._view.setFocus()

    @override
    def updateEditorGeometry(self, editor: QWidget, option: Any, index: Index) -> None:
        super().updateEditorGeometry(editor, option, index)
        editor.resize(self._view.viewport().width() - editor.x(), editor.height())
