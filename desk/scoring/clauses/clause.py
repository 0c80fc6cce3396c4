"""What all clauses have."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from desk.scoring.clauses.condition import ANYTHING, Condition
from desk.scoring.clauses.told import told


class Span(StrEnum):
    """A period that a clause looks at; natural ones unless the scheme sets windows."""

    WEEK = "周"
    MONTH = "月"
    TWO_MONTHS = "双月"
    QUARTER = "季"
    HALF = "半年"
    YEAR = "年"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A row of one of the scheme's tables; the order of rows matters only where said."""

    table: ClassVar[str]  # the table's name, in the window and in TOML
    about: ClassVar[str]  # what the table is for, in a sentence

    code: str = told("编号", "条款在本办法里的编号，可不填；填了不得重复", "", '"第三条（一）"')
    source: str = told("依据", "原文件的条款，会写进每一条得分的说明", "", '"2026年办法第三条"')
    when: Condition = told(
        "条件",
        "符合全部各项才适用；一项里写几个值，符合其中一个即可；不写就都适用",
        ANYTHING,
        '{ "刊物" = "每日要情", "方式" = ["单条", "单篇"], "字数" = "≥600" }',
    )
    unless: Condition = told(
        "除外", "同时符合这里全部各项的不适用", ANYTHING, '{ "标记" = "领导讲话" }'
    )
