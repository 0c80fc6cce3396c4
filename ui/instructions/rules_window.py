"""批示办理规则: limits in working days, words that shorten them, what is filled in for leaders."""

from PySide6.QtWidgets import QPlainTextEdit, QSpinBox, QWidget

from desk.errors import DeskError, FieldError
from desk.instructions.rules import InstructionRules, Leader, UrgentWords, set_rules
from ui import field as fields_of
from ui.registry.field_area import FieldArea
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (620, 600)
_LIMITS = (
    ("hand_over_days", "收到后几个工作日内交办（0 是当天）"),
    ("feedback_days", "交办后几个工作日内反馈"),
    ("awaiting_days", "报请后几个工作日没有批，就催批"),
    ("report_days", "单位反馈后几个工作日内报领导"),
    ("closing_days", "报领导后几个工作日内办结"),
)


class RulesWindow(FormWindow):
    """Ctrl+Enter keeps them; what was handed over keeps its own limits."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "批示办理规则", "instructions")
        self.area = FieldArea()
        self.limits: dict[str, QSpinBox] = {}
        for name, words in _LIMITS:
            box = QSpinBox()
            box.setRange(0, 365)
            box.setSuffix(" 个工作日")
            self.limits[name] = box
            self.area.add(name.removesuffix("_days"), words, box)
        self.urgent, self.leaders = QPlainTextEdit(), QPlainTextEdit()
        self.urgent.setPlaceholderText("1：立即、马上\n3：尽快、抓紧")
        self.leaders.setPlaceholderText("郑国平，主要领导，本级")
        for edit in (self.urgent, self.leaders):
            edit.setTabChangesFocus(True)
        self.area.add(
            "urgent", "批示里有这些词，几个工作日反馈（一行一种，写上头的先看）", self.urgent, 1
        )
        self.area.add(
            "leaders", "领导的职务和级别（一行一位）；不写的按最近一次登记的", self.leaders, 1
        )
        button = self.deed("保存", "保存（Ctrl+Enter）", self.save)
        self.content.addWidget(self.area, 1)
        self.content.addLayout(self.foot(button))

    def open(self) -> None:
        """Show the rules as they are."""
        with self.session.store.read() as work:
            held = work.matters.policy(InstructionRules())
        for name, box in self.limits.items():
            box.setValue(getattr(held, name))
        lines = [f"{one.days}：{'、'.join(one.words)}" for one in held.urgent]
        self.urgent.setPlainText("\n".join(lines))
        told = [f"{one.name}，{one.rank}，{one.level}" for one in held.leaders]
        self.leaders.setPlainText("\n".join(told))
        self.tell("")
        fields_of.clear_errors(self.area.fields)
        self.come_up(self.limits["hand_over_days"])

    def save(self) -> None:
        """Keep them; an error stands at its field."""
        self.tell("")
        fields_of.clear_errors(self.area.fields)
        try:
            wanted = self._rules()
        except DeskError as error:
            self._fail(error)
            return
        store, by = self.session.store, self.session.by()
        former: list[InstructionRules] = []

        def act() -> None:
            former.append(set_rules(store, wanted, by=by))

        def saved(_done: None) -> None:
            self.close()

        self.session.do(
            act,
            Topic.TASKS,
            note="批示办理规则已保存，以后交办的按新规则",
            undo=Undo(
                lambda: set_rules(store, former[0], by=self.session.by()), "已恢复原来的规则"
            ),
            done=saved,
            failed=self._fail,
        )

    def _fail(self, error: Exception) -> None:
        if not fields_of.show_error(self.area.fields, error):
            self.fail(error)

    def _rules(self) -> InstructionRules:
        days = {name: box.value() for name, box in self.limits.items()}
        return InstructionRules(
            hand_over_days=days["hand_over_days"],
            feedback_days=days["feedback_days"],
            awaiting_days=days["awaiting_days"],
            report_days=days["report_days"],
            closing_days=days["closing_days"],
            urgent=tuple(_urgent(line) for line in _lines(self.urgent)),
            leaders=tuple(_leader(line) for line in _lines(self.leaders)),
        )


def _lines(edit: QPlainTextEdit) -> list[str]:
    return [line.strip() for line in edit.toPlainText().splitlines() if line.strip()]


def _urgent(line: str) -> UrgentWords:
    days, mark, words = line.replace(":", "：").partition("：")
    found = tuple(one.strip() for one in words.replace("，", "、").split("、") if one.strip())
    if not mark or not days.strip().isdecimal() or not found:
        raise FieldError("urgent", f"“{line}”看不懂。请写成“3：尽快、抓紧”的样子。")
    return UrgentWords(found, int(days))


def _leader(line: str) -> Leader:
    name, *rest = (one.strip() for one in line.replace(",", "，").split("，"))
    rank, level = (*rest, "", "")[:2]
    if not name:
        raise FieldError("leaders", f"“{line}”没有写姓名。请写成“郑国平，主要领导，本级”的样子。")
    return Leader(name, rank, level)
