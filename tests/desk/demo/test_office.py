"""The demo office comes in through the real use cases, and only into an empty store."""

from datetime import UTC, date, datetime

import pytest

from db.store import SqlStore
from desk.assessing import assess
from desk.demo.history import zero_units
from desk.demo.office import SETTINGS, fill
from desk.drafts import Channel, DraftQuery, Status
from desk.errors import DeskError
from desk.fee_classes import FIVE
from desk.inquiries import Answer
from desk.issues import IssueStatus
from desk.jobs import finish
from desk.parts import PartRole
from desk.paths import Paths
from desk.scheduling import all_missing
from desk.units import Unit, UnitGroup

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    store = SqlStore.open(Paths(tmp_path_factory.mktemp("demo") / "data"), clock=lambda: NOW)
    result = finish(fill(store, today=TODAY, now=NOW, who=SETTINGS.clerk))
    yield store, result
    store.close()


def test_every_file_is_taken(filled):
    _, result = filled
    assert result.refused == ()
    assert result.drafts >= 60
    assert result.units == 60


def test_drafts_stand_in_every_stage_of_the_day(filled):
    store, _ = filled
    with store.read() as work:
        counts = work.drafts.counts()
    assert all(count for status, count in counts.items() if status is not Status.MERGED)


def test_issues_are_released_and_one_is_being_compiled(filled):
    store, result = filled
    with store.read() as work:
        issues = work.issues.all()
    released = [issue for issue in issues if issue.status is IssueStatus.RELEASED]
    assert len(released) == result.released >= 4
    assert all(issue.pdf and issue.docx for issue in released)
    assert [issue.day for issue in issues if issue.status is IssueStatus.OPEN] == [TODAY]


def test_the_five_publications_come_out_as_their_schedules_say(filled):
    store, _ = filled
    with store.read() as work:
        own = [one for one in work.catalogue.publications() if one.template]
        owed = [one.told(TODAY) for one in all_missing(work, own, TODAY)]
        issued = {issue.publication_id for issue in work.issues.all()}
    assert owed == ["今天应出《一周要情》，还没有新建", "11月13日的《一周要情》没有出刊"]
    assert {one.name for one in own if one.id not in issued} == {"一周要情"}
    assert len(own) == 5


def test_each_recipient_has_copies_and_some_are_left_for_the_files(filled):
    store, _ = filled
    with store.read() as work:
        own = [one for one in work.catalogue.publications() if one.template]
    assert all(one.recipients for one in own)
    assert all(sum(to.copies for to in one.recipients) <= one.copies for one in own)
    assert [one.name for one in own if one.controlled] == ["信息专报"]


def test_issue_numbers_go_on_from_the_old_ledger(filled):
    store, _ = filled
    with store.read() as work:
        daily = next(one for one in work.catalogue.publications() if one.name == "每日要情")
        numbers = [issue.number for issue in work.issues.all(daily.id)]
        facts = work.ledger.between(date(2026, 1, 1), TODAY)
    old = [
        int(fact.issue_number.strip("第期")) for fact in facts if fact.publication_id == daily.id
    ]
    assert numbers == sorted(numbers, reverse=True)
    assert min(numbers) == max(number for number in old if number < min(numbers)) + 1


def test_the_board_has_stars_laggards_and_zero_units(filled):
    store, _ = filled
    table = assess(store, date(2026, 1, 1), TODAY, today=TODAY)
    scores = [unit for group in table.groups for unit in group.units]
    assert len(scores) == 60
    assert {unit.unit.short for unit in scores if not unit.points} == zero_units(2026)
    assert sum(unit.completion > unit.pace for unit in scores) >= 15
    assert sum(0 < unit.completion < unit.pace * 7 / 10 for unit in scores) >= 4


def test_nothing_is_dated_after_now(filled):
    store, _ = filled
    with store.read() as work:
        drafts = [work.drafts.get(number) for number in work.drafts.ids(DraftQuery())]
        records = work.audit.records(limit=5000)
    assert max(draft.received for draft in drafts) <= NOW
    assert max(record.when for record in records) <= NOW


def test_filling_refuses_a_store_in_use(store, now):
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("乡镇"))
        work.registry.save_unit(Unit("云岭县青石镇人民政府", "青石镇", group.id))
    with pytest.raises(DeskError, match="空的数据文件夹"):
        finish(fill(store, today=TODAY, now=now, who="王敏"))


def test_a_composite_shows_who_leads_and_who_is_material(filled):
    store, _ = filled
    query = DraftQuery(channel=Channel.COMPOSITE)
    with store.read() as work:
        (made,) = work.drafts.ids(query)
        parts = work.parts.of(made)
    assert [(one.role, one.share) for one in parts] == [
        (PartRole.MAIN, 60),
        (PartRole.SECOND, 40),
        (PartRole.MATERIAL, None),
    ]


def test_two_items_have_a_version(filled):
    store, _ = filled
    with store.read() as work:
        ids = set(work.drafts.ids(DraftQuery(with_versions=True))) - set(
            work.drafts.ids(DraftQuery())
        )
        made = work.drafts.several(sorted(ids))
    assert [one.status for one in made] == [Status.EDITING, Status.READY]
    assert len({one.carrier_id for one in made}) == 2


def test_units_were_asked_and_some_answers_are_still_to_come(filled):
    store, _result = filled
    with store.read() as work:
        ids = work.drafts.ids(DraftQuery())
        asked = [one for draft_id in ids for one in work.inquiries.of(draft_id)]
        assert {one.answer for one in asked} >= {Answer.RIGHT, Answer.OPEN}
        assert len(work.fees.classes()) == len(FIVE)
