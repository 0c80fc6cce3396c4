"""What the upper level asks is split, merged to one reply, and owed until it is given."""

from datetime import date, timedelta

import pytest

from desk.agenda.duty import Ground
from desk.calendar import by_day
from desk.commissions import merging, results
from desk.commissions.commission import Commission, Outcome
from desk.commissions.duties import duties
from desk.commissions.linking import link
from desk.commissions.results import Verdict
from desk.commissions.splitting import Request, Share, enter, inner_due, split, unsplit
from desk.drafts import Channel, Status
from desk.errors import FieldError, NotAllowedError
from desk.office_clock import day_of, moment_at
from desk.repositories.matters import OPEN


@pytest.fixture
def asked(desk):
    """市委办 wants something in five days."""
    due = desk.later(days=5).now
    return Request("市委办信息科", "夏粮收购情况", due, "市委办约稿第7号", "进度、价格、问题")


@pytest.fixture
def done(desk, asked):
    """It went to two units in two notices, due in two days."""
    first, second = desk.units
    due = desk.later(days=2).now
    shares = (
        Share("夏粮收购进度和价格", due, ((first.id, "进度、价格"),)),
        Share("夏粮收购中的问题", due, ((second.id, "存在问题"),)),
    )
    return split(desk.store, asked, shares, by=desk.by)


@pytest.fixture
def sent_in(desk, office, done):
    """Both units have answered."""
    drafts = []
    for one, unit, title in zip(done.sent, desk.units, ("收购进度", "收购问题"), strict=True):
        received = desk.later(days=1).now
        draft = office.draft(
            f"夏粮{title}", f"夏粮{title}。", unit_ids=(unit.id,), received=received
        )
        link(desk.store, draft.id, [one.id], by=desk.by)
        drafts.append(draft)
    return drafts


def upwards(desk, **span):
    moment = desk.later(**span).now
    with desk.store.read() as work:
        ground = Ground(work, moment, {one.id: one for one in desk.units}, by_day(()))
        found = [one for one in duties(ground) if ":upper:" in one.key]
    return [one for one in found if one.is_shown(moment)]


def test_the_split_and_merge_commission(desk, done, sent_in):
    lead = done.lead.id
    merged = merging.merge(desk.store, lead, [one.id for one in sent_in], by=desk.later(days=3))
    assert merged.reply.channel is Channel.COMPOSITE
    assert merged.reply.unit_ids == tuple(one.id for one in desk.units)
    for one, unit in zip(done.sent, desk.units, strict=True):
        verdicts = [Verdict(unit.id, Outcome.ON_TIME)]
        results.confirm(desk.store, one.id, verdicts, books=True, by=desk.later(days=3))
    assert len(upwards(desk, days=5)) == 1
    merging.reply(desk.store, lead, "内网系统", by=desk.later(days=4))
    assert upwards(desk, days=5) == []
    with desk.store.read() as work:
        assert work.matters.all(Commission, OPEN) == []
        assert work.matters.get(Commission, lead).upper.reply_id == merged.reply.id


def test_time_is_kept_for_merging():
    due = moment_at(date(2026, 7, 22))
    found = inner_due(due, moment_at(date(2026, 7, 15)), 17, by_day(()))
    assert day_of(found) == date(2026, 7, 20)


def test_with_no_days_left_half_of_the_time_is_kept():
    now = moment_at(date(2026, 7, 15))
    assert inner_due(now + timedelta(hours=8), now, 17, by_day(())) == now + timedelta(hours=4)


def test_what_is_entered_is_owed_before_it_is_split(desk, asked):
    enter(desk.store, asked, by=desk.by)
    assert len(upwards(desk, days=5)) == 1


def test_what_was_entered_is_split_under_the_same_record(desk, asked):
    entered = enter(desk.store, asked, by=desk.by)
    share = Share(asked.title, desk.later(days=2).now, ((desk.units[0].id, ""),))
    done = split(desk.store, asked, [share], by=desk.by, entered_id=entered.id)
    assert done.lead.id == entered.id
    unsplit(desk.store, done, by=desk.by)
    assert desk.now(entered) == entered


def test_splitting_is_undone_whole(desk, done):
    unsplit(desk.store, done, by=desk.by)
    with desk.store.read() as work:
        assert work.matters.all(Commission) == []


def test_splitting_is_not_undone_once_a_unit_has_answered(desk, done, sent_in):
    with pytest.raises(NotAllowedError, match="撤回"):
        unsplit(desk.store, done, by=desk.by)


def test_units_must_answer_before_the_upper_level_waits(desk, asked):
    share = Share(asked.title, asked.due, ((desk.units[0].id, ""),))
    with pytest.raises(FieldError, match="早于上级"):
        split(desk.store, asked, [share], by=desk.by)


def test_two_notices_owe_one_reply(desk, done):
    assert [one.target for one in upwards(desk, days=5)] == [done.lead.subject]


def test_the_board_tells_who_has_sent_which_part(desk, done, sent_in):
    with desk.store.read() as work:
        board = merging.board(work, done.sent[1].id, desk.later(days=1).now)
    assert [(one.part, one.drafts[0].title) for one in board.rows] == [
        ("进度、价格", "夏粮收购进度"),
        ("存在问题", "夏粮收购问题"),
    ]
    assert board.words == "2 家单位，已报 2 家"


def test_merging_is_undone(desk, done, sent_in):
    merged = merging.merge(desk.store, done.lead.id, [one.id for one in sent_in], by=desk.by)
    merging.unmerge(desk.store, merged, by=desk.by)
    assert desk.now(done.lead).upper.reply_id == 0
    with desk.store.read() as work:
        assert {one.status for one in work.drafts.several([d.id for d in sent_in])} == {Status.NEW}


def test_a_single_answer_is_the_reply_itself(desk, done, sent_in):
    merged = merging.merge(desk.store, done.lead.id, [sent_in[0].id], by=desk.by)
    assert merged.reply.id == sent_in[0].id
    merging.unmerge(desk.store, merged, by=desk.by)
    assert desk.now(done.lead).upper.reply_id == 0


def test_the_reply_is_taken_back(desk, done, sent_in):
    before = [desk.now(one) for one in done.sent]
    steps = merging.reply(desk.store, done.lead.id, "机要", by=desk.later(days=4))
    merging.unreply(desk.store, steps, by=desk.by)
    assert [desk.now(one) for one in done.sent] == before
    assert len(upwards(desk, days=5)) == 1


def test_a_reply_has_a_way_and_a_moment_that_has_come(desk, done):
    with pytest.raises(FieldError, match="怎么报"):
        merging.reply(desk.store, done.lead.id, " ", by=desk.by)
    later = desk.later(days=1).now
    with pytest.raises(FieldError, match="还没有到"):
        merging.reply(desk.store, done.lead.id, "机要", by=desk.by, when=later)
