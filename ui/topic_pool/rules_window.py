"""选题设置: sources, the weekly consultation, when lists are due, the words around them."""

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from typing_extensions import override

from desk.errors import DeskError
from desk.hand.typed import names
from desk.topic_pool.rules import WEEKDAYS, TopicRules
from desk.topic_pool.ruling import keep_rules
from ui import style
from ui.field import Field, clear_errors, show_error
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (620, 520)
_NEVER = "不提醒"
_SPANS = {"": _NEVER, "月": "每月一期", "季": "每季一期"}


class RulesWindow(FormWindow):
    """Ctrl+Enter keeps, Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "选题设置", "topic-pool")
        self.sources, self.contact = QLineEdit(), QLineEdit(placeholderText="姓名 电话")
        self.weekday, self.span = QComboBox(), QComboBox()
        self.weekday.addItems([_NEVER, *WEEKDAYS])
        self.span.addItems(list(_SPANS.values()))
        self.list_day = QSpinBox(minimum=1, maximum=31, prefix="上月 ", suffix=" 日前")
        self.ask_days = QSpinBox(maximum=30, suffix=" 天")
        self.lead, self.tail = QPlainTextEdit(), QPlainTextEdit()
        for box in (self.lead, self.tail):
            box.setTabChangesFocus(True)
        self.fields = {
            "sources": Field("选题来源（用、隔开）", self.sources),
            "weekday": Field("每周哪天会商", self.weekday),
            "ask_days": Field("选题提前几天提醒约稿", self.ask_days),
            "lists_by": Field("信息要点", self.span),
            "list_day": Field("要点几时印发", self.list_day),
            "list_lead": Field("要点通知的开头（{时段}、{截止}、{单位} 自动填）", self.lead),
            "list_tail": Field("要点通知的结尾", self.tail),
            "contact": Field("联系人及电话", self.contact),
        }
        self._lay_out()

    def begin(self) -> None:
        """Begin with the rules in force."""
        with self.session.store.read() as work:
            held = work.matters.policy(TopicRules())
        self.sources.setText("、".join(held.sources))
        self.weekday.setCurrentIndex(0 if held.weekday is None else held.weekday + 1)
        self.span.setCurrentText(_SPANS.get(held.lists_by, _NEVER))
        self.list_day.setValue(held.list_day)
        self.ask_days.setValue(held.ask_days)
        self.lead.setPlainText(held.list_lead)
        self.tail.setPlainText(held.list_tail)
        self.contact.setText(held.contact)
        clear_errors(self.fields)
        self.come_up(self.sources)

    def keep(self) -> None:
        """Keep the rules."""
        clear_errors(self.fields)
        wanted = self._written()
        store, by, former = self.session.store, self.session.by(), list[TopicRules]()
        self.session.do(
            lambda: former.append(keep_rules(store, wanted, by=by)),
            Topic.TASKS,
            note="已保存选题设置",
            undo=Undo(lambda: keep_rules(store, former[0], by=self.session.by()), "选题设置已恢复"),
            done=self.on_kept,
            failed=self.fail,
        )

    @override
    def fail(self, error: Exception) -> None:
        if not isinstance(error, DeskError) or not show_error(self.fields, error):
            super().fail(error)

    def _written(self) -> TopicRules:
        weekday = self.weekday.currentIndex()
        spans = {words: key for key, words in _SPANS.items()}
        return TopicRules(
            names(self.sources.text()),
            self.ask_days.value(),
            weekday - 1 if weekday else None,
            self.list_day.value(),
            spans[self.span.currentText()],
            self.lead.toPlainText().strip(),
            self.tail.toPlainText().strip(),
            self.contact.text().strip(),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(style.GAP)
        for key, row, column, across in (
            ("sources", 0, 0, 2),
            ("weekday", 1, 0, 1),
            ("ask_days", 1, 1, 1),
            ("lists_by", 2, 0, 1),
            ("list_day", 2, 1, 1),
            ("list_lead", 3, 0, 2),
            ("list_tail", 4, 0, 2),
            ("contact", 5, 0, 2),
        ):
            grid.addWidget(self.fields[key], row, column, 1, across)
        grid.setRowStretch(3, 1)
        grid.setRowStretch(4, 1)
        self.content.addLayout(grid, 1)
        self.content.addLayout(self.foot(self.deed("保存", "保存（Ctrl+Enter）", self.keep)))
