"""Asks why a finding is kept, and how far that reaches."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.drafts import WaiverScope
from ui.asking import Asking
from ui.editor.reason_box import ReasonBox
from ui.flow_layout import FlowLayout

_WORD = 20  # characters; what is longer is a sentence, and not met again
REASONS = ("引文如此", "原文件如此", "专有名称", "固定提法", "已与来稿单位核实", "领导审定")
_SCOPES = (
    (WaiverScope.ONCE, "保留一次", "只保留这一处，同样的词再出现还会提出（Alt+Q）", "Alt+Q"),
    (WaiverScope.ITEM, "本文保留", "本文里这条规则不再提出同样的词（Alt+W）", "Alt+W"),
    (
        WaiverScope.ALWAYS,
        "以后都保留这个词",
        "所有稿件里这条规则都不再提出这个词，随时可以取消（Alt+E）",
        "Alt+E",
    ),
)


class WaiveForm(Asking):
    """Shown only while it asks.

    Signals:
        given(str, WaiverScope): the reason, and how far it reaches.
    """

    given = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.reason = ReasonBox()
        self._group = QButtonGroup(self)
        self.scopes: dict[WaiverScope, QRadioButton] = {}
        self._row = QWidget()
        self._line = FlowLayout(8, self._row)
        for scope, words, tip, keys in _SCOPES:
            button = QRadioButton(words)
            button.setToolTip(tip)
            button.setShortcut(keys)
            self._group.addButton(button)
            self.scopes[scope] = button
            self._line.addWidget(button)
        accept, refuse = QPushButton("保留"), QPushButton("取消")
        accept.setToolTip("按这条理由保留（Enter）")
        refuse.setToolTip("不保留（Esc）")
        accept.clicked.connect(self.accept)
        refuse.clicked.connect(self.refuse)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.reason, 1)
        row.addWidget(accept)
        row.addWidget(refuse)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._row)
        column.addLayout(row)
        self.hide()

    def fit(self, width: int) -> None:
        """Break the scopes into as many lines as a width needs."""
        self._row.setFixedHeight(self._line.heightForWidth(width))
        self._column.activate()  # its height is asked for at once

    @property
    def scope(self) -> WaiverScope:
        """How far it reaches as chosen."""
        return next(scope for scope, button in self.scopes.items() if button.isChecked())

    def ask(self, words: str) -> None:
        """Show the form with no reason chosen, for this text; only a word is kept for ever."""
        self.scopes[WaiverScope.ITEM].setChecked(True)
        self.scopes[WaiverScope.ALWAYS].setEnabled(len(words) <= _WORD)
        self.reason.begin(REASONS, "写明保留的理由")
        self.show()
        self.reason.setFocus()

    @override
    def accept(self) -> None:
        """Hand the answer on; without a reason the form stays."""
        reason = self.reason.reason
        self.reason.mark_missing(missing=not reason)
        if reason:
            scope = self.scope
            self.hide()
            self.given.emit(reason, scope)
            self.closed.emit()
