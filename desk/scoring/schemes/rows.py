"""The tables of a scheme's file that are no clauses: its head, carriers, periods, grid."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from desk.publications import Tier
from desk.scoring.clauses.clause import Clause, Span
from desk.scoring.clauses.told import told
from desk.scoring.progress.pace import PaceWay
from desk.scoring.scheme import JointShare, Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands before the tables."""

    table: ClassVar[str] = "开头"
    about: ClassVar[str] = "办法本身。写在文件最前面，不用表名。"

    name: str = told("名称", "办法的名称", example='"2026年计分办法"')
    valid_from: date = told("执行日期", "从哪一天起执行", example="2026-01-01")
    source: str = told("依据", "办法的文号", "", '"云政办发〔2026〕1号"')
    purpose: Purpose = told("用途", "计分，还是算稿酬", Purpose.POINTS, '"稿酬"')
    joint: JointShare = told(
        "联合报送", "联合报送的一条，每家得全分还是平均分配", JointShare.FULL, '"平均分配"'
    )
    start_month: int = told("年度起始月", "年度从几月 1 日起，1 到 12", 1, "8")
    pace: PaceWay = told(
        "序时进度", "看板上的序时进度按什么算，不影响得分", PaceWay.CALENDAR, '"按工作日"'
    )
    progress: tuple[Decimal, ...] = told(
        "各月进度",
        "按月定的：各月底应完成全年的百分之几，从年度起始月算起，共 12 个数",
        (),
        "[5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100]",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierRow:
    """A publication the scheme speaks of; one not registered is registered on import."""

    table: ClassVar[str] = "刊物"
    about: ClassVar[str] = (
        "办法里提到的刊物。没有登记的刊物和栏目，导入时登记；刊物另有的栏目不动。可以不写。"
    )

    name: str = told("名称", "刊物的名称", example='"每日要情"')
    tier: Tier | None = told("层级", "谁的刊物；不写按登记的，没登记的算本级", None, '"省级"')
    sections: tuple[str, ...] = told("栏目", "它的栏目", (), '["要情", "简讯"]')
    category: str = told("类别", "在本办法里的类别，“同类”和条件里的“类别”用", "", '"要情类"')


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowRow:
    """A period with borders of its own."""

    table: ClassVar[str] = "周期"
    about: ClassVar[str] = (
        "不按自然周期的，一期一行。某种周期写了，就全用写的；“从”比“到”晚的，到第二年为止。"
        "可以不写。"
    )

    span: Span = told("周期", "哪一种周期", example='"季"')
    name: str = told("名称", "这一期的名称", example='"三季度"')
    first: tuple[int, int] = told("从", "第一天，月-日", example='"07-01"')
    last: tuple[int, int] = told("到", "最后一天，月-日", example='"10-09"')


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """Points of an adoption by publication and section, by name."""

    table: ClassVar[str] = "采用分值"
    about: ClassVar[str] = (
        "最常用的表：某刊物（某栏目）采用一条几分。“分值”表的“采用分”里没有符合的行才看，"
        "先看栏目，再看刊物。"
    )

    publication: str = told("刊物", "哪个刊物", example='"每日要情"')
    section: str = told("栏目", "哪个栏目；不写是整个刊物", "", '"简讯"')
    points: Decimal = told("分值", "一条几分，0 到 9999，最多两位小数", example='"1"')
    composite: Decimal | None = told("综合", "综合采用时每家几分；不写与单条相同", None, '"0.5"')


@dataclass(frozen=True, slots=True)
class SchemeFile:
    """A scheme as its file has it: everything by name."""

    head: Head
    carriers: tuple[CarrierRow, ...] = ()
    windows: tuple[WindowRow, ...] = ()
    grid: tuple[GridRow, ...] = ()
    clauses: tuple[Clause, ...] = ()
