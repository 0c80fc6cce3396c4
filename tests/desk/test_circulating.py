"""份号: who has each copy of an issue, and what became of it."""

from dataclasses import replace
from datetime import date

import pytest

from desk import circulating, compiling
from desk.circulating import Deed
from desk.copies import CopyState, numbers_text
from desk.errors import FieldError, NotAllowedError
from desk.issues import IssueStatus
from desk.publications import Recipient, Way

DAY = date(2026, 7, 15)
READERS = (
    Recipient(Way.REPORT, "县委书记", 2),
    Recipient(Way.REPORT, "县长"),
    Recipient(Way.ISSUE, "河东镇", 3),
)


@pytest.fixture
def issue(office):
    """A released issue of five numbered copies and two to keep."""
    with office.store.begin() as work:
        work.catalogue.save_publication(replace(office.publication, recipients=READERS, copies=8))
    opened = compiling.new_issue(office.store, office.publication.id, DAY, by=office.by)
    with office.store.begin() as work:
        return work.issues.save(replace(opened, status=IssueStatus.RELEASED))


@pytest.fixture
def allotted(office, issue):
    return circulating.allot(office.store, issue.id, by=office.by)


@pytest.fixture
def do(office, issue):
    def act(state, *numbers, **said):
        deed = Deed(state, DAY, **said)
        return circulating.record(office.store, issue.id, numbers, deed, by=office.by)

    return act


@pytest.fixture
def states(office, issue):
    def read():
        with office.store.read() as work:
            return {one.number: one.state for one in work.copies.of(issue.id)}

    return read


def test_numbers_go_to_the_readers_in_order_and_the_rest_is_kept(allotted):
    names = [one.recipient for one in allotted]
    assert names == ["县委书记"] * 2 + ["县长"] + ["河东镇"] * 3 + ["本单位留存"] * 2
    assert [one.number for one in allotted] == list(range(1, 9))


def test_an_open_issue_has_no_copies_yet(office):
    opened = compiling.new_issue(office.store, office.publication.id, DAY, by=office.by)
    with pytest.raises(NotAllowedError, match="还没有印发"):
        circulating.allot(office.store, opened.id, by=office.by)


def test_without_readers_the_clerk_is_told_where_to_name_them(office, issue):
    with office.store.begin() as work:
        work.catalogue.save_publication(replace(office.publication, recipients=()))
    with pytest.raises(NotAllowedError, match="刊物与栏目"):
        circulating.allot(office.store, issue.id, by=office.by)


def test_a_copy_is_given_out_signed_for_called_back_and_destroyed(allotted, do, states):
    do(CopyState.SENT, 1)
    do(CopyState.SIGNED, 1, person="赵敏")
    do(CopyState.RETURNED, 1)
    do(CopyState.DESTROYED, 1, person="周文清、何立新")
    assert states()[1] is CopyState.DESTROYED
    with pytest.raises(NotAllowedError, match="000001 号现在是“已销毁”"):
        do(CopyState.SENT, 1)


def test_a_signature_needs_a_name_and_a_destruction_two(allotted, do):
    with pytest.raises(FieldError, match="签收人"):
        do(CopyState.SIGNED, 1)
    for names in ("周文清", "周文清、", "周文清、周文清"):
        with pytest.raises(FieldError, match="两人"):
            do(CopyState.DESTROYED, 1, person=names)


def test_what_one_copy_forbids_is_done_to_none(allotted, do, states):
    do(CopyState.SENT, 1)
    with pytest.raises(NotAllowedError):
        do(CopyState.DESTROYED, 1, 2, person="周文清、何立新")
    assert states()[2] is CopyState.KEPT


def test_a_deed_can_be_taken_back(office, allotted, do, states):
    former = do(CopyState.SENT, 1, 2, 3)
    circulating.put_back(office.store, former, by=office.by)
    assert set(states().values()) == {CopyState.KEPT}


def test_numbers_are_not_dealt_again_once_one_is_out(office, issue, allotted, do):
    do(CopyState.SENT, 3)
    with pytest.raises(NotAllowedError, match="已经有份号发出"):
        circulating.allot(office.store, issue.id, by=office.by)


def test_a_copy_at_the_desk_can_go_to_somebody_else(office, issue, allotted, do):
    circulating.readdress(office.store, issue.id, [7], "县档案馆", by=office.by)
    with office.store.read() as work:
        assert work.copies.of(issue.id)[6].recipient == "县档案馆"
    do(CopyState.SENT, 7)
    with pytest.raises(NotAllowedError, match="先收回"):
        circulating.readdress(office.store, issue.id, [7], "县委办", by=office.by)


def test_every_deed_is_in_the_trail(office, issue, allotted, do):
    do(CopyState.SIGNED, 1, 2, 5, person="赵敏")
    with office.store.read() as work:
        told = [(one.action, one.detail) for one in work.audit.records(f"issue:{issue.id}")]
    assert ("份号已签收", "000001—000002、000005 赵敏") in told


def test_numbers_are_told_in_spans():
    assert numbers_text([3, 1, 2, 9]) == "000001—000003、000009"
