"""One finding explained: what is wrong, why, by which source, how it is right."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.checking import CheckedFinding
from desk.checks.catalogue import catalogue
from desk.checks.rule import Rule, Severity
from ui import style
from ui.editor.finding_rows import Card, Place
from ui.editor.reason_box import ReasonBox
from ui.editor.severity import COLOURS, SHAPES, WORDS

REASONS = ("引文如此", "原文件如此", "专有名称", "固定提法", "已与来稿单位核实", "领导审定")


class WaiveForm(QWidget):
    """Asks why a finding is kept.

    Signals:
        given(str): the reason.
    """

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.reason = ReasonBox()
        accept, refuse = QPushButton("保留"), QPushButton("取消")
        accept.setToolTip("按这条理由保留（Enter）")
        refuse.setToolTip("不保留（Esc）")
        accept.clicked.connect(self.accept)
        refuse.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.reason, 1)
        row.addWidget(accept)
        row.addWidget(refuse)
        self.hide()

    def ask(self) -> None:
        """Show the form with no reason chosen."""
        self.reason.begin(REASONS, "写明保留的理由")
        self.show()
        self.reason.setFocus()

    def accept(self) -> None:
        """Hand the reason on; without one the form stays."""
        reason = self.reason.reason
        self.reason.mark_missing(missing=not reason)
        if reason:
            self.hide()
            self.given.emit(reason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


class FindingCard(QFrame):
    """Explains what is current in the list, and offers what can be done about it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fix = QPushButton("修改")
        self.fix.setToolTip("按建议修改这一处（Ctrl+.）")
        self.fix_all = QPushButton("全部修改")
        self.fix_all.setToolTip("按建议修改这条规则的每一处，一次撤销（Ctrl+Shift+.）")
        self.keep = QPushButton("保留……")
        self.keep.setToolTip("写明理由，保留这一处（Alt+K）")
        self.drop = QPushButton("取消保留")
        self.drop.setToolTip("重新列为问题")
        self.waive_form = WaiveForm()
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(4)
        for button in (self.fix, self.fix_all, self.keep, self.drop):
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(style.GAP)
        layout.addWidget(self.text)
        layout.addLayout(self.buttons)
        layout.addWidget(self.waive_form)
        self.hide()

    def explain(self, value: object, *, editable: bool) -> None:
        """Explain a place, a rule or a kept finding; anything else hides the card."""
        self.waive_form.hide()
        place = value if isinstance(value, Place) else None
        card = value if isinstance(value, Card) else None
        kept = value if isinstance(value, CheckedFinding) else None
        self.setVisible(bool(place or card or kept))
        self.fix.setVisible(bool(place and place.mark.finding.fix is not None))
        self.fix_all.setVisible(bool(card and card.fixable))
        self.keep.setVisible(place is not None)
        self.drop.setVisible(kept is not None)
        for button in (self.fix, self.fix_all, self.keep, self.drop):
            button.setEnabled(editable)
        if place:
            finding = place.mark.finding
            self.text.setText(_text(catalogue()[finding.rule], finding.severity, finding.message))
        elif card:
            self.text.setText(_text(card.rule, card.severity, card.rule.summary))
        elif kept:
            self.text.setText(_kept_text(kept))


def _text(rule: Rule, severity: Severity, message: str) -> str:
    head = (
        f'<span style="color:{COLOURS[severity]}">{SHAPES[severity]} {WORDS[severity]}</span>'
        f"　<b>{escape(rule.name)}</b>　<span style='color:{style.MUTED}'>{rule.code}</span>"
    )
    lines = [
        head,
        escape(message),
        f"<span style='color:{style.MUTED}'>理由　</span>{escape(rule.reason)}",
        f"<span style='color:{style.MUTED}'>依据　</span>{escape(rule.source)}",
        f"<span style='color:{style.RED}'>✕　</span>{_example(rule.bad)}",
        f"<span style='color:{style.GREEN}'>✓　</span>{_example(rule.good)}",
    ]
    return "".join(f'<p style="margin:0 0 4px 0">{line}</p>' for line in lines)


def _example(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _kept_text(one: CheckedFinding) -> str:
    rule = catalogue()[one.finding.rule]
    waiver = one.waiver
    said = f"{waiver.who}：{waiver.reason}" if waiver else ""
    return (
        f'<p style="margin:0 0 4px 0"><b>{escape(rule.name)}</b>　{escape(one.finding.message)}</p>'
        f'<p style="margin:0">已保留　{escape(said)}</p>'
    )
