"""A withdrawn issue keeps its number and files; its points and drafts come back."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from desk import compiling
from desk.assessing import assess
from desk.auditing import By
from desk.correcting_issues import correct
from desk.drafts import Status
from desk.errors import FieldError, NotAllowedError
from desk.issues import IssueStatus
from desk.jobs import finish
from desk.releasing import release, reprint
from desk.settings import Settings
from desk.withdrawing import withdraw

TODAY = date(2026, 7, 15)
SETTINGS = Settings(office="云岭县人民政府办公室")
WHY = "内容失实，县领导要求撤回"


@pytest.fixture
def later(office):
    return By("王敏", office.by.now + timedelta(days=31))


@pytest.fixture
def draft(office):
    both = tuple(unit.id for unit in office.units)
    return office.draft("联合信息标题", status=Status.READY, unit_ids=both)


@pytest.fixture
def printed(office, draft):
    """Release another issue that holds the draft."""

    def make():
        opened = compiling.new_issue(office.store, office.publication.id, TODAY, by=office.by)
        entry = compiling.entry_of(draft, office.publication.sections[0].id)
        compiling.arrange(office.store, opened.id, [entry], by=office.by)
        return finish(release(office.store, opened.id, SETTINGS, by=office.by))

    return make


def points(office, first=date(2026, 1, 1), last=date(2026, 12, 31)):
    table = assess(office.store, first, last)
    return [(one.points, one.adopted) for one in table.units]


def test_its_points_go_on_the_day_it_is_withdrawn(office, printed, later):
    issue = printed()
    withdraw(office.store, issue.id, WHY, by=later)
    assert points(office) == [(0, 0), (0, 0)]
    assert points(office, last=date(2026, 7, 31)) == [(Decimal("2.5"), 1)] * 2
    assert points(office, date(2026, 8, 15), date(2026, 8, 15)) == [(Decimal("-2.5"), -1)] * 2
    (line, *_) = next(iter(assess(office.store, date(2026, 8, 1), date(2026, 8, 31)).units)).lines
    assert line.text.startswith("冲销：《政务信息》第1期")
    assert line.text.endswith("（撤销第1期）")


def test_it_keeps_its_number_and_files_and_says_why(office, printed, later):
    issue = printed()
    files = reprint(office.store, issue.id)
    done = withdraw(office.store, issue.id, f" {WHY}\n", by=later)
    assert (done.issue.status, done.issue.reason, done.reversed) == (IssueStatus.WITHDRAWN, WHY, 2)
    assert reprint(office.store, issue.id) == files
    following = compiling.new_issue(office.store, office.publication.id, TODAY, by=later)
    assert following.number == 2
    with office.store.read() as work:
        record = work.audit.records(f"issue:{issue.id}")[0]
    assert (record.action, record.detail) == ("撤销印发", f"《政务信息》2026年第1期：{WHY}")


def test_its_draft_is_usable_again_and_may_be_printed_anew(office, printed, draft, later):
    withdraw(office.store, printed().id, WHY, by=later)
    with office.store.read() as work:
        assert work.drafts.get(draft.id).status is Status.READY
    assert printed().number == 2


def test_a_draft_that_stands_in_another_issue_stays_printed(office, printed, draft, later):
    first = printed()
    printed()
    assert withdraw(office.store, first.id, WHY, by=later).freed == ()
    with office.store.read() as work:
        assert work.drafts.get(draft.id).status is Status.RELEASED
        assert work.audit.records(f"draft:{draft.id}")[0].action == "撤销印发"


def test_a_reason_is_asked_and_twice_is_refused(office, printed, later):
    issue = printed()
    with pytest.raises(FieldError, match="要写明理由"):
        withdraw(office.store, issue.id, "　", by=later)
    with pytest.raises(FieldError, match="最多 200 个字"):
        withdraw(office.store, issue.id, "长" * 201, by=later)
    withdraw(office.store, issue.id, WHY, by=later)
    with pytest.raises(NotAllowedError, match="现在是“已撤销”，不能撤销"):
        withdraw(office.store, issue.id, WHY, by=later)
    with pytest.raises(NotAllowedError, match="已经撤销，不能更正"):
        correct(office.store, issue.id, by=later)


def test_what_was_corrected_is_withdrawn_by_its_correction(office, printed, draft, later):
    issue = printed()
    correction = correct(office.store, issue.id, by=later)
    with pytest.raises(NotAllowedError, match="有一份更正在编"):
        withdraw(office.store, issue.id, WHY, by=later)
    finish(release(office.store, correction.id, SETTINGS, by=later))
    with pytest.raises(NotAllowedError, match="要撤销请撤销第1期（更正）"):
        withdraw(office.store, issue.id, WHY, by=later)
    withdraw(office.store, correction.id, WHY, by=later)
    assert points(office) == [(0, 0), (0, 0)]
    with office.store.read() as work:
        assert work.drafts.get(draft.id).status is Status.READY
        assert not work.issues.get(issue.id).stands
