from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from desk.calendar import SpecialDay
from desk.facts import FactKind
from desk.scoring.clauses.items import Deadline, Per, Points, Start, TimeUnit
from desk.scoring.items.deadlines import judge

WORKDAYS = {"unit": TimeUnit.WORKDAYS, "limit": Decimal(2)}


def at(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("rule", "started", "ended", "late"),
    [
        (Deadline(), "2026-03-09T08:00", "2026-03-09T10:00", "0"),
        (Deadline(), "2026-03-09T08:00", "2026-03-09T10:00:01", "0.01"),
        (Deadline(), "2026-03-09T08:00", "2026-03-09T11:30", "1.5"),
        (Deadline(unit=TimeUnit.DAYS), "2026-03-09T08:00", "2026-03-11T23:59", "0"),
        (Deadline(unit=TimeUnit.DAYS), "2026-03-09T08:00", "2026-03-12T01:00", "1"),
        (Deadline(**WORKDAYS), "2026-03-13T08:00", "2026-03-17T23:00", "0"),
        (Deadline(**WORKDAYS, includes_first=True), "2026-03-13T08:00", "2026-03-16T23:00", "0"),
        (Deadline(**WORKDAYS, includes_first=True), "2026-03-13T08:00", "2026-03-17T06:00", "6"),
        (Deadline(**WORKDAYS, includes_first=True), "2026-03-14T08:00", "2026-03-17T23:00", "0"),
        (
            Deadline(start=Start.MONTH, unit=TimeUnit.DAYS, limit=Decimal(15)),
            "2026-12-09T08:00",
            "2027-01-15T23:00",
            "0",
        ),
    ],
)
def test_what_is_late_is_so_by_hours(rule, started, ended, late):
    found = judge(rule, at(started), at(ended), {})
    assert found.late == Decimal(late)
    assert found.outcome == ("迟报" if found.late else "按时")


def test_the_offices_own_days_count():
    days = {date(2026, 3, 10): SpecialDay(date(2026, 3, 10), is_working=False)}
    rule = Deadline(unit=TimeUnit.WORKDAYS, limit=Decimal(1))
    assert judge(rule, at("2026-03-09T08:00"), at("2026-03-11T20:00"), days).outcome == "按时"


def test_moments_with_a_zone_are_told_by_the_clock_of_the_country():
    rule = Deadline(unit=TimeUnit.DAYS, limit=Decimal(0))
    started = datetime(2026, 3, 9, 15, tzinfo=UTC)
    assert judge(rule, started, datetime(2026, 3, 9, 15, 59, tzinfo=UTC), {}).outcome == "按时"
    assert judge(rule, started, datetime(2026, 3, 9, 17, tzinfo=UTC), {}).late == 1


def test_what_is_found_late_is_scored_by_its_hours(reckon, happened, asking):
    rows = [
        Deadline(when=asking(等级="重大")),
        Points(
            points=(Decimal(-3),),
            matter=FactKind.EMERGENCY,
            per=Per.HOUR,
            when=asking(情形="迟报"),
        ),
    ]
    told = {"started": at("2026-03-09T08:00"), "ended": at("2026-03-09T11:30"), "grade": "重大"}
    (event,) = reckon(rows, happened(FactKind.EMERGENCY, **told))
    assert (event.outcome, event.late) == ("迟报", Decimal("1.5"))
    (line,) = event.lines
    assert line.points == -6
    assert line.text == "紧急（重大，迟报，超时 1.5 小时），每小时 -3 分×2=-6 分"


def test_what_somebody_said_is_not_judged_again(reckon, happened):
    told = {"started": at("2026-03-09T08:00"), "ended": at("2026-03-09T11:30")}
    (event,) = reckon([Deadline()], happened(FactKind.EMERGENCY, outcome="按时", **told))
    assert (event.outcome, event.late) == ("按时", None)
