"""What comes: the next 30 days by day, and what comes round each week, month, quarter, year."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from desk.agenda.found.scores import CLOSE_BY
from desk.agenda.reading import duties, ground_of
from desk.body import Paragraph, Run
from desk.calendar import Specials, add_working_days, is_known, is_working, national
from desk.dates import short_date
from desk.layout.document_parts import Part
from desk.office_clock import day_of
from desk.publications import Publication, Rhythm
from desk.scheduling import due_days
from desk.stat_table import Head, StatTable
from desk.store import Work
from desk.timing import calendar_of
from desk.topic_pool.foreseeable import calendar
from desk.topic_pool.rules import WEEKDAYS, TopicRules

DAYS = 30
_FEW = 6  # issues of a publication that are told by their days
_MONTH = 31
_AHEAD = (
    Head("日期", width=18, left=True),
    Head("事项", width=56, left=True),
    Head("找谁", width=22, left=True),
)
_ROUND = (
    Head("周期", width=10),
    Head("事项", width=44, left=True),
    Head("时间", width=42, left=True),
)
_NEW_YEAR = (
    ("每季", "通报、进度图、讲评会材料", "季度结账以后，“考核”里出通报和材料包"),
    ("每年", "下达目标任务、核对计分办法", "年初，“资料”里改目标和办法"),
    ("每年", "录入下一年放假和调休", "国务院办公厅通知发布后，十月至十二月"),
    ("每年", "年度结账、评先、年度目录和归档", "次年一月"),
)


def next_days(work: Work, now: datetime) -> Sequence[Part]:
    """What is due in the next 30 days and not yet on 今日."""
    rows = sorted(_next(work, now), key=lambda one: one[0])
    told = tuple((words, text, who) for _, words, text, who in rows)
    if not told:
        return [Paragraph((Run("今后30天没有已知的时限。"),))]
    return [StatTable("", _AHEAD, told)]


def year_round(work: Work) -> Sequence[Part]:
    """What comes round."""
    rows = (*_issues_round(work), *_topics_round(work), *_months_round(work), *_NEW_YEAR)
    return [StatTable("", _ROUND, rows)]


def rhythm(publication: Publication) -> str:
    """When a publication comes out: 每周一、周四."""
    schedule = publication.schedule
    if schedule.rhythm is Rhythm.WEEKLY and schedule.days:
        return "每" + "、".join(WEEKDAYS[day] for day in schedule.days)
    if schedule.rhythm is Rhythm.MONTHLY and schedule.days:
        return "每月" + "、".join(f"{day}日" for day in schedule.days)
    return schedule.rhythm.value


def _next(work: Work, now: datetime) -> Iterator[tuple[date, str, str, str]]:
    today, specials = day_of(now), calendar_of(work)
    until = today + timedelta(DAYS)
    for duty in duties(ground_of(work, now)):
        if duty.due and not duty.is_shown(now) and day_of(duty.due) <= until:
            day = day_of(duty.due)
            yield day, short_date(day), duty.text, duty.who
    for publication in _own(work):
        days = due_days(publication.schedule, today + timedelta(1), until, specials)
        if days:
            yield days[0], short_date(days[0]), f"《{publication.name}》{_days(days)}", ""
    for ahead in calendar(work, today, until):
        one = ahead.happening
        if one.first >= today and not ahead.is_settled and one.occasion.remind:
            yield (
                one.first,
                short_date(one.first),
                f"可预见的选题：{one.occasion.title}（{one.days}）",
                "",
            )
    yield from _closing(today, until, specials)
    yield from _rests(today, until, specials)


def _closing(today: date, until: date, specials: Specials) -> Iterator[tuple[date, str, str, str]]:
    last = (today.replace(day=1) + timedelta(_MONTH)).replace(day=1) - timedelta(1)
    due = add_working_days(last, CLOSE_BY, specials)
    if due <= until:
        yield due, short_date(due), f"{last.month}月结账，最迟这一天", ""


def _rests(today: date, until: date, specials: Specials) -> Iterator[tuple[date, str, str, str]]:
    """Holidays and make-up days, and a year whose holidays nobody has entered."""
    for ahead in range(DAYS + 1):
        day = today + timedelta(ahead)
        special = specials.get(day) or national(day)
        if special.name and (special.is_working or day.weekday() < len(WEEKDAYS) - 2):
            what = "上班" if is_working(day, specials) else "放假"
            yield day, short_date(day), f"{special.name}（{what}）", ""
    if not is_known(until.year, specials):
        yield until, "年底前", f"录入 {until.year} 年放假和调休", ""


def _issues_round(work: Work) -> Iterator[tuple[str, str, str]]:
    for one in _own(work):
        if one.schedule.rhythm is not Rhythm.NONE:
            yield one.schedule.rhythm.value, f"出《{one.name}》", rhythm(one)


def _topics_round(work: Work) -> Iterator[tuple[str, str, str]]:
    rules = work.matters.policy(TopicRules())
    if rules.weekday is not None:
        yield "每周", "信息工作会商，议定选题", WEEKDAYS[rules.weekday]
    if rules.lists_by:
        when = f"上{'个月' if rules.lists_by == '月' else '季末月'}{rules.list_day}日前"
        yield f"每{rules.lists_by}", "印发信息报送要点", when


def _months_round(work: Work) -> Iterator[tuple[str, str, str]]:
    if work.closings.all():
        yield "每月", "上月结账", f"次月第 {CLOSE_BY} 个工作日前"
    yield "每月", "恢复演练，看备份能不能用", "“设置”的“备份与恢复”里做，今日会提醒"


def _own(work: Work) -> list[Publication]:
    return [one for one in work.catalogue.publications() if one.active and one.template]


def _days(days: Sequence[date]) -> str:
    """应出 4 期，以后是12月4日、12月11日、12月18日."""
    if len(days) > _FEW:
        return f"至{short_date(days[-1])}应出 {len(days)} 期"
    later = "、".join(short_date(day) for day in days[1:])
    return f"应出 {len(days)} 期" + (f"，以后是{later}" if later else "")
