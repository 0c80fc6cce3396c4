"""What titles and notes of statistics tables may name, and what is always said below a table."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from desk.facts import FactKind
from desk.reports.statistics.catalogue import Catalogue
from desk.reports.statistics.layout import TableLayout
from desk.reports.statistics.portions import UnitFigures
from desk.reports.statistics.remark_columns import LEGEND, MARKS
from desk.stat_table import text_of
from desk.surveys.changed import changed_since
from desk.surveys.items import counted_items
from desk.surveys.survey import Survey

_Fill = Callable[[Catalogue], str]


def title_of(layout: TableLayout, survey: Survey, group: str) -> str:
    """A table's title; brackets around no group fall away."""
    text = layout.title if "{分组}" in layout.title else f"{layout.title}（{{分组}}）"
    for name, value in (
        ("办公室", survey.office),
        ("时段", survey.stretch.name),
        ("名称", layout.name),
        ("分组", group),
    ):
        text = text.replace(f"{{{name}}}", value)
    if "（" in group:
        text = text.replace(f"（{group}）", f"〔{group}〕")
    return text.replace("（）", "")


def note_of(layout: TableLayout, found: Catalogue) -> str:
    """The layout's own note, and how items of several units are counted."""
    text = layout.note
    for name, (_about, fill) in FIELDS.items():
        if f"{{{name}}}" in text:
            text = text.replace(f"{{{name}}}", fill(found))
    return "　".join(filter(None, (text, _joint(found), changed_since(found.survey))))


def legend_of(keys: Iterable[str]) -> str:
    """The legend where there are marks."""
    return LEGEND if MARKS in keys else ""


def _joint(found: Catalogue) -> str:
    """How many items there are, where some stand with several units."""
    items = counted_items(found.survey)
    shared = sum(len(one.units) > 1 for one in items)
    if not shared:
        return ""
    whole = sum(one.score.adopted for one in found.units)
    return (
        f"联合、综合采用的由各单位分别计数：各单位采用合计 {whole} 条次，"
        f"同一条信息在一期刊物里只计一次为 {len(items)} 条，其中 {shared} 条有几个单位。"
    )


def _names(units: Iterable[UnitFigures]) -> str:
    names = [one.unit.unit.short or one.unit.unit.name for one in units]
    return "、".join(names) or "无"


def _of(units: Sequence[UnitFigures], kind: FactKind) -> list[UnitFigures]:
    return [one for one in units if one.items(lambda sort: sort.matter is kind) > 0]


def _exempt(found: Catalogue) -> str:
    told = [
        f"{one.unit.unit.short or one.unit.unit.name}（{one.unit.exempt}）"
        for one in found.units
        if one.unit.exempt
    ]
    return "、".join(told) or "无"


def _total(key: str) -> _Fill:
    def fill(found: Catalogue) -> str:
        column = found.columns[key]
        value = column.total(found.units) if column.total else None
        return text_of(value, column.head)

    return fill


def _with(key: str) -> _Fill:
    """How many units have something in a column."""

    def fill(found: Catalogue) -> str:
        values = (found.columns[key].value(one) for one in found.units)
        return str(sum(bool(value) for value in values))

    return fill


FIELDS: Mapping[str, tuple[str, _Fill]] = {
    "办公室": ("办公室名称", lambda found: found.survey.office),
    "时段": ("时段的名称", lambda found: found.survey.stretch.name),
    "单位数": ("单位个数", lambda found: str(len(found.units))),
    "报送条数": ("本期报送合计", _total("submitted")),
    "采用条数": ("本期采用合计", _total("adopted")),
    "采用率": ("本期采用合计占报送合计", _total("rate")),
    "采用单位数": ("本期有采用的单位个数", _with("adopted")),
    "约稿完成件数": ("本期完成的约稿", _total("commissions_done")),
    "约稿完成单位数": ("本期完成过约稿的单位个数", _with("commissions_done")),
    "零报送单位": (
        "本期没有报送也没有采用的单位，不含免考核单位",
        lambda found: _names(one for one in found.units if one.unit.sent_nothing),
    ),
    "零采用单位": (
        "本期有报送而没有采用的单位，不含免考核单位",
        lambda found: _names(one for one in found.units if one.unit.unused),
    ),
    "挂零单位": (
        "本期没有得分的单位，不含免考核单位",
        lambda found: _names(one for one in found.units if one.unit.zero),
    ),
    "免考核单位": ("今年免考核的单位和理由", _exempt),
    "批示单位": (
        "本期有领导批示的单位",
        lambda found: _names(_of(found.units, FactKind.INSTRUCTION)),
    ),
}
