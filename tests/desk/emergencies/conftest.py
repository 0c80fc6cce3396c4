"""An office at 9:30 on 15 July with a landslide on its hands."""

from datetime import date, timedelta

import pytest

from desk.auditing import By
from desk.emergencies.categories import EmergencyForms
from desk.emergencies.emergency import Emergency
from desk.emergencies.raising import raise_emergency
from desk.emergencies.times import read_moment
from desk.emergencies.wording import first_report


@pytest.fixture
def at(now):
    """A moment as the clerk types it."""
    return lambda text: read_moment("when", "时间", text, now)


@pytest.fixture
def landslide(office, at):
    """It happened at 8:40, was known at 9:10."""
    return Emergency(
        title="",
        day=date(2026, 7, 15),
        category="自然灾害",
        place="青石镇大湾村",
        event="山体滑坡",
        reporter_id=office.units[1].id,
        informant="刘志强",
        phone="0875-5122119",
        happened=at("8:40"),
        known=at("9:10"),
        slots=(("dead", "0"), ("injured", "2"), ("measures", "县水利局已派20人赶赴现场")),
    )


@pytest.fixture
def category():
    return EmergencyForms().category("自然灾害")


@pytest.fixture
def raised(store, landslide, category, office):
    """It as it was written down, with its first report."""
    return raise_emergency(store, landslide, first_report(landslide, category), by=office.by).now


@pytest.fixture
def by(office):
    """The clerk acting some minutes or days later."""
    return lambda minutes=0: By("王敏", office.by.now + timedelta(minutes=minutes))
