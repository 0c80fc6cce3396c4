"""Wiping by retention: nothing a draft said can be found any more; that it was, stays."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desk.approvals import Lane, Stage, Verdict
from desk.approving import submit
from desk.drafts import Status
from desk.errors import FieldError, NotAllowedError, NotFoundError
from desk.jobs import finish
from desk.secrecy.retention import DraftRetention, due
from desk.secrecy.wiping import GONE_TITLE, Order, certificate, certificates, keep_retention, wipe

SAID = "鱇鱇鱇鱇鱇"  # words no other text has
OLD = datetime(2020, 5, 6, 1, 0, tzinfo=UTC)
ORDER = Order("王敏", "李强", "郑国平", "云政办〔2026〕8号", 1)


@pytest.fixture
def draft(office):
    keep_retention(office.store, DraftRetention(rejected=3, keeps_titles=True), by=office.by)
    return office.draft(
        "县水利局部署防汛", f"{SAID}在水库值班。", received=OLD, status=Status.REJECTED,
        phone="13900001234",
    )  # fmt: skip


def wiped(office, draft, **changes):
    order = replace(ORDER, **changes)
    return finish(wipe(office.store, [draft.id], order, "云岭县", "备份说明", by=office.by))


def everything(store):
    """All that stands in any table, the search index's own blocks too, as bytes."""
    held = bytearray()
    with store.read() as work:
        connection = work.drafts._session.connection()
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (name,) in names.fetchall():
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"'):  # noqa: S608
                for value in row:
                    held += value if isinstance(value, bytes) else str(value).encode()
    return bytes(held)


def test_nothing_a_wiped_draft_said_is_left_anywhere(office, draft):
    assert SAID.encode() in everything(office.store)
    with office.store.read() as work:
        assert work.files.get(draft.original.digest)
    wiped(office, draft)
    left = everything(office.store)
    assert SAID.encode() not in left
    assert SAID[:2].encode() not in left  # nor a pair of its characters in the index
    assert b"13900001234" not in left
    with office.store.read() as work, pytest.raises(NotFoundError):
        work.files.get(draft.original.digest)


def test_that_it_was_stays_with_its_title_unit_and_date(office, draft):
    wiped(office, draft)
    with office.store.read() as work:
        left = work.drafts.get(draft.id)
        assert (left.title, left.unit_ids, left.received) == (
            draft.title, draft.unit_ids, draft.received,
        )  # fmt: skip
        assert left.status is Status.REJECTED
        assert "已按保管期限销毁" in left.body.text
        assert due(work, office.by.today) == []


def test_titles_go_where_the_office_wants_it(office, draft):
    keep_retention(office.store, DraftRetention(rejected=3, keeps_titles=False), by=office.by)
    wiped(office, draft)
    with office.store.read() as work:
        assert work.drafts.get(draft.id).title == GONE_TITLE


@pytest.mark.parametrize("title", [GONE_TITLE, "防汛"])
def test_the_certificate_says_where_a_wiped_title_stands_still(office, title):
    row = ("1", title, "县水利局", "2020-01-01", "公开", "不采用", "ab")
    told = certificate([row], ORDER, "云岭县", "备份说明", office.by).paragraphs
    assert any("操作记录、得分台账" in one for one in told) == (title == GONE_TITLE)


def test_the_certificate_is_kept_and_recorded(office, draft):
    made = wiped(office, draft)
    with office.store.read() as work:
        ((day, words, digest),) = certificates(work)
        assert work.files.get(digest) == made.pdf
    assert (day, words) == (office.by.today, "1 件，销毁人 王敏，监销人 李强")


def test_two_files_alike_go_only_with_the_last_draft_that_has_them(office, draft):
    twin = office.draft("县水利局部署防汛", "另一篇", received=OLD)
    assert twin.original.digest == draft.original.digest
    wiped(office, draft)
    with office.store.read() as work:
        assert work.files.get(twin.original.digest)


@pytest.mark.parametrize(
    "changes",
    [{"watcher": "王敏"}, {"watcher": ""}, {"approver": " "}, {"basis": ""}, {"count": 2}],
)
def test_an_order_that_is_not_whole_wipes_nothing(office, draft, changes):
    with pytest.raises(FieldError):
        wiped(office, draft, **changes)
    assert SAID.encode() in everything(office.store)


def test_only_drafts_whose_time_is_over_are_wiped(office, draft):
    young = office.draft("新稿", status=Status.REJECTED)
    with pytest.raises(NotAllowedError, match="没有到期"):
        wiped(office, young)
    with office.store.read() as work:
        assert [one.id for one in due(work, office.by.today)] == [draft.id]


def test_without_rules_everything_is_kept_for_ever(office):
    office.draft(received=OLD, status=Status.REJECTED)
    with office.store.read() as work:
        assert due(work, office.by.today) == []


def test_a_job_stopped_half_way_wipes_nothing(office, draft):
    job = wipe(office.store, [draft.id], ORDER, "云岭县", "", by=office.by)
    next(job)
    next(job)
    job.close()
    assert SAID.encode() in everything(office.store)


def test_what_was_said_and_signed_at_approval_goes_but_who_decided_stays(office):
    keep_retention(office.store, DraftRetention(rejected=3), by=office.by)
    draft = office.draft(received=OLD, status=Status.EDITING)
    with office.store.begin() as work:
        lane = work.approvals.save_lane(Lane("下发", (Stage("主任审签", "郑国平", 4),)))
        scan = work.files.put(b"%PDF slip", "签字单.pdf")
    submit(office.store, [draft.id], lane.id, by=office.by)
    with office.store.begin() as work:
        (way,) = work.approvals.of(draft.id)
        signed = replace(
            way.steps[0], opinion=SAID, scan=scan, signer="郑国平", verdict=Verdict.RETURNED
        )
        work.approvals.save(replace(way, steps=(signed,)))
        work.drafts.save(replace(work.drafts.get(draft.id), status=Status.REJECTED))
    wiped(office, draft)
    assert SAID.encode() not in everything(office.store)
    with office.store.read() as work:
        (step,) = work.approvals.of(draft.id)[0].steps
        assert (step.signer, step.verdict, step.scan) == ("郑国平", Verdict.RETURNED, "")
        with pytest.raises(NotFoundError):
            work.files.get(scan)


def test_the_log_of_former_pages_is_empty_after_wiping(office, draft, paths):
    log = paths.store.with_name(f"{paths.store.name}-wal")
    assert log.stat().st_size
    wiped(office, draft)
    assert not log.exists() or not log.stat().st_size
