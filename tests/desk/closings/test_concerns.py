"""Before closing, everything that would make the figures wrong is listed."""

from datetime import UTC, date, datetime

import pytest

from desk import compiling
from desk.closings.concerns import concerns
from desk.closings.periods import find
from desk.jobs import finish
from desk.units import Unit


@pytest.fixture
def told(store):
    def run(key: str = "2026-06") -> list[str]:
        with store.read() as work:
            period = find(work.catalogue.schemes(), key)
        return [one.text for one in finish(concerns(store, period))]

    return run


def test_a_month_in_order_has_nothing_to_look_at(office, told):
    assert told() == []


def test_drafts_issues_quotas_and_differences_are_named(store, office, told):
    june = datetime(2026, 6, 10, 2, tzinfo=UTC)
    office.draft("没有记入的", received=june)
    compiling.new_issue(store, office.publication.id, date(2026, 6, 30), by=office.by)
    with store.begin() as work:
        work.registry.save_unit(Unit("云岭县财政局", "县财政局", office.units[0].group_id))
    assert told() == [
        "对账有 1 处不一致。请先看“对账”。",
        "有 1 期日期在这一段里、还没有印发。",
        "有 1 篇这一段收到的来稿还没有办完（以后采用算在以后）。",
        "2026 年有 1 家没有下达目标任务：县财政局。",
    ]


def test_a_quarter_names_its_months_that_are_open_where_others_are_closed(office, closed, told):
    assert told("2026Q2") == []
    closed("2026-04")
    assert told("2026Q2") == ["其中 2026-05、2026-06 还没有单独结账。"]
