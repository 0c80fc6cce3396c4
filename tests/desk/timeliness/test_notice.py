"""Reading the State Council's notices."""

from datetime import date

import pytest

from desk.calendar import SpecialDay, by_day, is_known, is_working, known_until, national
from desk.errors import DeskError, FieldError
from desk.office_hours import OfficeHours, Shift
from desk.timeliness.days_off import days_table, keep_days, keep_hours, put_back
from desk.timeliness.notice import read_plan
from desk.timing import calendar_of

NOTICES = {
    2024: """国务院办公厅关于2024年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2024年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。\
鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。""",
    2025: """国务院办公厅关于2025年部分节假日安排的通知
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。\
1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。""",
    2026: """国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。\
2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。""",
}
NEXT = known_until().year + 1


@pytest.mark.parametrize("year", NOTICES)
def test_a_notice_says_what_the_shipped_calendar_knows(year):
    plan = read_plan(NOTICES[year], 1999)
    held = by_day(plan.days)
    assert (plan.year, plan.doubts) == (year, ())
    for ordinal in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1):
        day = date.fromordinal(ordinal)
        assert is_working(day, held) is national(day).is_working, day
        assert day in held or not national(day).name


def test_a_notice_in_one_line_reads_as_well():
    text = NOTICES[2026].replace("\n", "")
    assert read_plan(text, 2026) == read_plan(NOTICES[2026], 2026)


def test_a_holiday_over_new_year_takes_days_of_both_years():
    plan = read_plan("一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。", 2023)
    assert [one.day for one in plan.days] == [
        date(2022, 12, 31),
        date(2023, 1, 1),
        date(2023, 1, 2),
    ]


def test_lines_pasted_from_a_table_are_a_plan_too():
    plan = read_plan("日期\t安排\t名称\n2027-01-01\t休息\t元旦\n2027/1/3,上班,元旦", 2026)
    assert plan.days == (
        SpecialDay(date(2027, 1, 1), is_working=False, name="元旦"),
        SpecialDay(date(2027, 1, 3), is_working=True, name="元旦"),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("大家好", "没有读出放假安排"),
        ("一、元旦：1月1日（周四）至3日（周六）放假，共3天。", "2027年的这一天是周五"),
        ("一、春节：2月30日放假。", "没有2027年2月30日"),
        ("一、国庆节：10月1日至9月7日放假。", "前后不对"),
    ],
)
def test_a_text_that_cannot_be_right_says_why(text, says):
    with pytest.raises(DeskError, match=says):
        read_plan(text, 2027)


def test_a_count_or_a_feast_that_does_not_agree_is_told():
    plan = read_plan("一、元旦：1月1日至3日放假调休，共4天。1月4日上班。", 2027)
    assert [words.partition("。")[0] for words in plan.doubts] == [
        "元旦：通知写共4天，读出的是3天",
        "元旦：2027-01-04 本来就是工作日",
        "没有读到：春节、清明、劳动、端午、中秋、国庆",
    ]


def test_an_entered_year_is_known_and_can_be_taken_back(office, store):
    feasts = (("春节", date(NEXT, 2, 5)), ("国庆节", date(NEXT, 10, 1)))
    days = [SpecialDay(day, is_working=False, name=name) for name, day in feasts]
    former = keep_days(store, days, by=office.by)
    with store.read() as work:
        assert is_known(NEXT, calendar_of(work))
        assert [row[2] for row in days_table(work, NEXT).rows] == ["春节", "国庆节"]
    put_back(store, former, by=office.by)
    with store.read() as work:
        assert not is_known(NEXT, calendar_of(work))


def test_days_that_the_shipped_calendar_knows_are_left_to_it(office, store):
    assert not keep_days(store, read_plan(NOTICES[2026], 2026).days, by=office.by)


def test_hours_that_are_out_of_order_are_refused(office, store):
    shift = Shift()
    with pytest.raises(FieldError, match="前后不对"):
        keep_hours(store, OfficeHours(Shift(opens=shift.closes)), by=office.by)


def test_the_offices_hours_come_with_its_calendar(office, store):
    hours = OfficeHours(Shift(returns=Shift().noon), Shift())
    assert keep_hours(store, hours, by=office.by) == OfficeHours()
    with store.read() as work:
        assert calendar_of(work).hours == hours
