"""检查规则: every rule explained, and how grave the office or a publication takes it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QTextBrowser
from typing_extensions import override

from desk import rule_pages, ruling
from desk.checks.office import Level
from desk.ruling import LEVELS, RuledRule
from ui.lists.column import Column
from ui.manual.window import space_out
from ui.registry.levels_tab import LevelsTab
from ui.registry.side_form import SideForm
from ui.registry.snapshot import Snapshot
from ui.session import Session, Topic, Undo

_EMPTY = "没有符合的规则"
_ALL = "全部类别"
_CHOICES: tuple[Level | None, ...] = (None, *LEVELS)
_SIGNS = {Level.ERROR: "●", Level.WARNING: "▲", Level.INFO: "○", Level.OFF: "—"}


def level_text(level: Level) -> str:
    """A level as it is shown: a sign and a word."""
    return f"{_SIGNS[level]} {LEVELS[level]}"


class RuleForm(SideForm[RuledRule]):
    """The level, and below it the rule's page of the manual."""

    def __init__(self) -> None:
        super().__init__()
        self._ruled: RuledRule | None = None
        self.level = QComboBox()
        self.level.setToolTip("这条规则算错误、提醒、提示，还是不检查")
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.add("level", "级别", self.level)
        self.inputs.addWidget(self.page, 1)

    @override
    def fill(self, record: RuledRule) -> None:
        self._ruled = record
        self.level.clear()
        own = level_text(Level(record.rule.severity.value))
        self.level.addItem(f"默认（{own}）")
        self.level.addItems([level_text(level) for level in LEVELS])
        self.level.setCurrentIndex(_CHOICES.index(record.level))
        self.page.setMarkdown(rule_pages.page(record.rule, record.outcome))
        space_out(self.page.document())

    @override
    def value(self) -> RuledRule:
        assert self._ruled is not None  # noqa: S101 - a rule is always shown
        return replace(self._ruled, level=_CHOICES[self.level.currentIndex()])


class RulesTab(LevelsTab[RuledRule]):
    """All rules, for the office or for one publication."""

    noun = "规则"
    topics = (Topic.REGISTRY,)

    def __init__(self, session: Session) -> None:
        columns: tuple[Column[RuledRule], ...] = (
            Column("code", "编号", lambda row: row.rule.code, 64),
            Column(
                "name", "规则", lambda row: row.rule.name, 200, stretch=True,
                tip=lambda row: row.rule.summary,
            ),
            Column("family", "类别", _family, 104),
            Column("level", "级别", lambda row: level_text(row.effective), 88),
            Column("set", "设置", lambda row: "◆ 本单位" if row.level else "默认", 88),
            Column(
                "accepted", "已修改", lambda row: f"{row.outcome.accepted or ''}", 76, right=True,
                sort=lambda row: row.outcome.accepted,
            ),
            Column(
                "waived", "已保留", lambda row: f"{row.outcome.waived or ''}", 76, right=True,
                sort=lambda row: row.outcome.waived,
            ),
        )  # fmt: skip
        super().__init__(session, RuleForm(), columns, _EMPTY)
        self.family = QComboBox()
        self.family.setToolTip("只看一类规则")
        self.family.addItem(_ALL, "")
        for letter, name in rule_pages.FAMILIES.items():
            self.family.addItem(f"{letter}　{name}", letter)
        self.family.currentIndexChanged.connect(self._on_switched)
        self.tools.insertWidget(1, self.family)
        self.many = QPushButton("所选设为")
        self.many.setToolTip("把列表里选中的规则一起设为同一级别（可以撤销）")
        self.many.setMenu(self._menu())
        self.tools.addWidget(self.many)

    @property
    def publication_id(self) -> int:
        """Whose levels are shown; 0 for the office's."""
        return self.carrier.publication_id

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[RuledRule]:
        levels = snapshot.levels.get(self.publication_id, {})
        letter = str(self.family.currentData() or "")
        found = ruling.rules_with(levels, snapshot.outcomes, self.publication_id)
        return [one for one in found if one.rule.code.startswith(letter)]

    @override
    def blank(self) -> RuledRule:
        return ruling.rules_with({}, {})[0]

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for level in _CHOICES:
            text = level_text(level) if level else "默认"
            menu.addAction(text).triggered.connect(partial(self._set_many, level))
        return menu

    def _set_many(self, level: Level | None) -> None:
        codes = [self.model.row(number).rule.code for number in self.view.selected()]
        if not codes:
            return
        store, by, number = self.session.store, self.session.by, self.publication_id
        before = self.snapshot.levels.get(number, {})

        def undo() -> None:
            for code in codes:
                ruling.set_levels(store, number, [code], before.get(code), by=by())

        self.session.do(
            lambda: ruling.set_levels(store, number, codes, level, by=by()),
            *self.topics,
            note=f"已设置 {len(codes)} 条规则的级别",
            undo=Undo(undo, "已恢复原来的级别"),
            failed=self.fail,
        )


def _family(row: RuledRule) -> str:
    return rule_pages.FAMILIES.get(row.rule.code[0], "")
