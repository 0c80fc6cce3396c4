"""What the office knows of a draft reaches its checks."""

from datetime import UTC, date, datetime

import pytest

from desk import compiling
from desk.auditing import By
from desk.checking import check_draft
from desk.drafts import Status
from desk.duplicates.likeness import Likeness, Nature, Verdict
from desk.jobs import finish
from desk.knowing import known
from desk.releasing import release
from desk.settings import Settings

BY = By("李文秘", datetime(2026, 11, 22, 2, 0, tzinfo=UTC))


@pytest.fixture
def told(office):
    """What is known of a draft."""

    def of(draft):
        with office.store.read() as work:
            return known(work, draft)

    return of


@pytest.fixture
def pair(office):
    """A draft that looks like an earlier one."""
    earlier = office.draft("校园安全检查", "全县检查学校12所。", status=Status.READY)
    later = office.draft("校园安全检查", "全县检查学校15所。")
    with office.store.begin() as work:
        work.likenesses.put(later.id, [Likeness(later.id, earlier.id, Nature.AGAIN, 91)])
    return earlier, later


def test_a_draft_is_checked_with_the_full_names_of_its_units(office, told):
    assert told(office.draft()).units == ("云岭县教育局",)


def test_an_earlier_draft_is_told_with_its_day(pair, told):
    (found,) = told(pair[1]).earlier
    assert (found.title, found.likeness, found.is_printed) == ("校园安全检查", 91, False)
    assert found.where.endswith("来稿")


def test_a_printed_one_is_told_with_its_issue(office, pair, told):
    issue = compiling.new_issue(office.store, office.publication.id, date(2026, 11, 23), by=BY)
    entries = [compiling.entry_of(pair[0], office.publication.sections[0].id)]
    compiling.arrange(office.store, issue.id, entries, by=BY)
    finish(release(office.store, issue.id, Settings(office="云岭县人民政府办公室"), by=BY))
    (found,) = told(pair[1]).earlier
    assert found.is_printed
    assert "政务信息" in found.where


def test_a_figure_that_was_printed_otherwise_is_told_with_its_issue(office):
    printed = office.draft("工业", "1至9月，全县规模以上工业增加值12.6亿元。", status=Status.READY)
    issue = compiling.new_issue(office.store, office.publication.id, date(2026, 11, 23), by=BY)
    entries = [compiling.entry_of(printed, office.publication.sections[0].id)]
    compiling.arrange(office.store, issue.id, entries, by=BY)
    finish(release(office.store, issue.id, Settings(office="云岭县人民政府办公室"), by=BY))
    later = office.draft("工业", "1至9月，全县规模以上工业增加值16.2亿元。")
    with office.store.read() as work:
        checked = check_draft(later, known(work, later))
    (found,) = [one.finding for one in checked if one.finding.rule == "X04"]
    assert "12.6亿元" in found.message
    assert "第1期" in found.message


def test_a_pair_found_to_differ_is_not_told(office, pair, told):
    earlier, later = pair
    with office.store.begin() as work:
        work.likenesses.decide(later.id, earlier.id, Verdict.DISTINCT)
    assert told(later).earlier == ()
