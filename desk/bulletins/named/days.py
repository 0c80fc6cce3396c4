"""Names for the days of a bulletin and for the office."""

from datetime import timedelta

from desk.bulletins.entries import Topic, said
from desk.bulletins.matter import Matter
from desk.dates import full_date, short_date
from desk.scoring.clauses.clause import Span
from desk.surveys.survey import Survey

_REGIONS = {"县": "全县", "市": "全市", "区": "全区", "州": "全州", "旗": "全旗", "盟": "全盟"}
_QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")
_MONTHS = 12


def short_name(survey: Survey) -> str:
    """A stretch without its year: 第三季度, 10月, 上半年; of a year 全年."""
    stretch = survey.stretch
    if stretch.span is Span.YEAR:
        return "全年"
    return stretch.name.removeprefix(f"{stretch.last.year}年")


def so_far_name(survey: Survey) -> str:
    """The days from the year's first on: 1至9月, 1月1日至11月22日; of a whole year 全年."""
    begin, last = survey.stretch.begin, survey.stretch.last
    whole_months = begin.day == 1 and (last + timedelta(1)).day == 1
    if not whole_months or begin.year != last.year:
        return f"{short_date(begin)}至{short_date(last)}"
    if (begin.month, last.month) == (1, _MONTHS):
        return "全年"
    if begin.month == last.month:
        return f"{last.month}月"
    return f"{begin.month}至{last.month}月"


def apart(survey: Survey) -> bool:
    """Whether the year so far is more than the days themselves."""
    return survey.stretch.begin < survey.stretch.first


def _from_to(matter: Matter) -> str:
    first, last = matter.survey.stretch.first, matter.survey.stretch.last
    year = "" if first.year == last.year else f"{last.year}年"
    return f"{full_date(first)}至{year}{short_date(last)}"


def _region(matter: Matter) -> str:
    if matter.options.region:
        return matter.options.region
    head = matter.survey.office.partition("人民政府")[0].partition("委")[0]
    return _REGIONS.get(head[-1:], "各单位")


def _open_until(matter: Matter) -> str:
    today, last = matter.survey.today, matter.survey.stretch.last
    return short_date(today) if today <= last else ""


def _until(matter: Matter) -> str:
    last = min(matter.survey.today, matter.survey.stretch.last)
    return short_date(last)


def _next(matter: Matter) -> str:
    stretch = matter.survey.stretch
    after = stretch.last + timedelta(1)
    if stretch.span is Span.MONTH:
        return f"{after.month}月"
    if stretch.span is Span.QUARTER:
        return _QUARTERS[(after.month - 1) // 3]
    if stretch.span is Span.HALF:
        return "下半年" if after.year == stretch.last.year else f"{after.year}年"
    return f"{after.year}年" if stretch.span is Span.YEAR else "下一阶段"


def _schemes(matter: Matter) -> str:
    return "、".join(f"《{one.strip('《》')}》" for one in matter.survey.table.schemes)


def _closed(matter: Matter) -> str:
    return "" if matter.survey.closing else "本期尚未结账"


TOPIC = Topic(
    "时段和机关",
    (
        said("时段", "通报的时段", "2026年第三季度", lambda one: one.survey.stretch.name),
        said(
            "时段简称",
            "不带年份的时段；全年写“全年”",
            "第三季度",
            lambda one: short_name(one.survey),
        ),
        said("年度", "时段所在的年", "2026年", lambda one: f"{one.survey.stretch.last.year}年"),
        said("起止日期", "第一天和最后一天", "2026年7月1日至9月30日", _from_to),
        said("累计时段", "年初到时段末", "1至9月", lambda one: so_far_name(one.survey)),
        said(
            "累计另列",
            "时段不是从年初算起的写“是”，用来决定要不要写累计",
            "是",
            lambda one: "是" if apart(one.survey) else "",
        ),
        said("上期", "上一个时段", "2026年第二季度", lambda one: one.survey.stretch_before.name),
        said(
            "去年同期",
            "去年的同一时段",
            "2025年第三季度",
            lambda one: one.survey.stretch_year_ago.name,
        ),
        said("下期", "下一个时段", "第四季度", _next),
        said("截至日", "时段没有过完时，数据截至的日期", "11月22日", _open_until),
        said("期末日", "数据算到的一天", "9月30日", _until),
        said("未结账", "时段没有结账时写“本期尚未结账”", "本期尚未结账", _closed),
        said("机关", "本机关的名称", "云岭县人民政府办公室", lambda one: one.survey.office),
        said("辖区", "全县、全市，由机关名称看出，也可在选项里写", "全县", _region),
        said("今天", "生成的日期", "2026年10月9日", lambda one: full_date(one.survey.today)),
        said("计分办法", "所依据的办法", "《云岭县2026年度政务信息计分办法》", _schemes),
    ),
)
