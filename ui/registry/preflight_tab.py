"""印发前检查: what is looked at before release, and whether it stops it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLabel
from typing_extensions import override

from desk.checks.office import Level
from desk.preflight.ruled import LEVELS, RuledConcern, concerns_with
from ui.lists.column import Column
from ui.registry.levels_tab import LevelsTab
from ui.registry.side_form import SideForm
from ui.registry.snapshot import Snapshot
from ui.session import Session, Topic

_CHOICES: tuple[Level | None, ...] = (None, *LEVELS)
_SIGNS = {Level.ERROR: "●", Level.WARNING: "▲", Level.INFO: "○", Level.OFF: "—"}
_FIXED = "这一项不能放宽：放过它，分数或者密级就会出错。"


def _level_text(level: Level) -> str:
    return f"{_SIGNS[level]} {LEVELS[level]}"


class ConcernForm(SideForm[RuledConcern]):
    """The level and why it is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._ruled: RuledConcern | None = None
        self.level = QComboBox()
        self.level.setToolTip("有这个问题时不能印发、提醒、提示，还是不检查")
        self.why = QLabel(wordWrap=True)
        self.fixed = QLabel(_FIXED, wordWrap=True)
        self.fixed.setObjectName("muted")
        self.add("level", "级别", self.level)
        for label in (self.why, self.fixed):
            self.inputs.addWidget(label)
        self.inputs.addStretch(1)

    @override
    def fill(self, record: RuledConcern) -> None:
        self._ruled = record
        concern = record.concern
        self.level.clear()
        self.level.addItem(f"默认（{_level_text(concern.level)}）")
        self.level.addItems([_level_text(level) for level in LEVELS])
        self.level.setCurrentIndex(_CHOICES.index(record.level))
        self.level.setEnabled(not concern.is_fixed)
        self.why.setText(concern.why)
        self.fixed.setVisible(concern.is_fixed)

    @override
    def value(self) -> RuledConcern:
        assert self._ruled is not None  # noqa: S101 - a concern is always shown
        return replace(self._ruled, level=_CHOICES[self.level.currentIndex()])


class PreflightTab(LevelsTab[RuledConcern]):
    """All concerns, for the office or for one publication."""

    noun = "检查项"
    topics = (Topic.REGISTRY, Topic.ISSUES)

    def __init__(self, session: Session) -> None:
        columns: tuple[Column[RuledConcern], ...] = (
            Column("code", "编号", lambda row: row.code, 64),
            Column("name", "检查什么", lambda row: row.name, 200, stretch=True),
            Column("place", "到哪里改", lambda row: row.concern.place.value, 104),
            Column("level", "级别", lambda row: _level_text(row.effective), 112),
            Column("set", "设置", _set_by, 88),
        )
        super().__init__(session, ConcernForm(), columns, "没有符合的检查项")

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[RuledConcern]:
        number = self.carrier.publication_id
        return concerns_with(snapshot.levels.get(number, {}), number)

    @override
    def blank(self) -> RuledConcern:
        return concerns_with({})[0]


def _set_by(row: RuledConcern) -> str:
    if row.concern.is_fixed:
        return "固定"
    return "◆ 本单位" if row.level else "默认"
