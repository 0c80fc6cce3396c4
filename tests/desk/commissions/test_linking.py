"""Drafts are linked to what they answer: at once by number, else when the clerk says so."""

import pytest

from desk.commissions import linking
from desk.commissions.linking import Linker, link, proposals, refuse, unlink
from desk.drafts import Channel, Status
from desk.errors import NotAllowedError
from desk.facts import FactKind

TEXT = "入冬以来，县水利局抢抓枯水期开展农田水利建设，清淤沟渠86公里。"


@pytest.fixture
def sent(desk):
    """A commission to both units, sent at half past nine."""
    return desk.sent("今冬明春农田水利建设")


@pytest.fixture
def arrive(desk, office):
    """A draft of a unit that comes an hour later."""

    def make(title="县水利局扎实推进今冬明春农田水利建设", unit=1, text=TEXT, **fields):
        units = (office.units[unit].id,) if isinstance(unit, int) else tuple(unit)
        received = desk.later(hours=1).now
        return office.draft(title, text, unit_ids=units, received=received, **fields)

    return make


def come_in(desk, draft):
    with desk.store.begin() as work:
        return Linker(work).link(work, draft, desk.by)


def offered(desk, draft):
    with desk.store.read() as work:
        return [(one.commission.title, one.is_offered) for one in proposals(work, draft)]


def test_a_draft_that_names_the_number_is_linked_as_it_comes(desk, sent, arrive):
    draft = arrive("关于农田水利的情况（2026年第1号约稿）")
    assert come_in(desk, draft).channel is Channel.COMMISSION
    task = desk.now(sent).task_of(draft.unit_ids[0])
    assert (task.drafts, task.answered) == ((draft.id,), draft.received)


def test_without_a_number_nothing_is_linked_by_itself(desk, sent, arrive):
    draft = arrive()
    assert come_in(desk, draft).channel is Channel.FILE
    assert not desk.now(sent).draft_ids


def test_a_draft_about_the_topic_is_proposed_and_linked_by_the_clerk(desk, sent, arrive):
    draft = arrive()
    assert offered(desk, draft) == [(sent.title, False)]
    link(desk.store, draft.id, [sent.id], by=desk.by)
    assert desk.now(sent).draft_ids == (draft.id,)
    assert offered(desk, draft) == []


def test_a_draft_about_something_else_is_not_proposed(desk, sent, arrive):
    assert offered(desk, arrive("县水利局召开党员大会", text="会议学习了有关文件。")) == []


def test_a_draft_may_answer_several_commissions(desk, sent, arrive):
    other = desk.sent("抗旱保苗")
    draft = arrive()
    link(desk.store, draft.id, [sent.id, other.id], by=desk.by)
    assert desk.now(sent).draft_ids == desk.now(other).draft_ids == (draft.id,)


def test_a_joint_draft_answers_for_all_its_units(desk, sent, arrive):
    draft = arrive(unit=[one.id for one in desk.units])
    link(desk.store, draft.id, [sent.id], by=desk.by)
    assert all(task.drafts == (draft.id,) for task in desk.now(sent).tasks)


def test_a_unit_that_was_not_asked_stands_apart(desk, office, arrive):
    first, second = desk.units
    asked = desk.sent("今冬明春农田水利建设", tasks=desk.notice().tasks[:1])
    draft = arrive(unit=1)
    assert offered(desk, draft) == [(asked.title, True)]
    link(desk.store, draft.id, [asked.id], by=desk.by)
    assert desk.now(asked).offered == (draft.id,)
    assert desk.now(asked).unit_ids == (first.id,)
    assert second.id in draft.unit_ids


def test_a_wrong_link_is_taken_off_and_put_back(desk, sent, arrive):
    draft = arrive(channel=Channel.MAIL)
    link(desk.store, draft.id, [sent.id], by=desk.by)
    linked = desk.now(sent)
    step = unlink(desk.store, draft.id, [sent.id], by=desk.by)
    assert desk.now(sent).tasks == sent.tasks
    with desk.store.read() as work:
        assert work.drafts.get(draft.id).channel is Channel.MAIL
    linking.take_back(desk.store, step, by=desk.by)
    assert desk.now(sent) == linked


def test_linking_is_undone(desk, sent, arrive):
    draft = arrive()
    step = link(desk.store, draft.id, [sent.id], by=desk.by)
    linking.take_back(desk.store, step, by=desk.by)
    assert desk.now(sent) == sent
    with desk.store.read() as work:
        assert work.drafts.get(draft.id).channel is Channel.FILE


def test_undoing_leaves_what_was_linked_since(desk, sent, arrive):
    first, second = arrive(), arrive("县水利局农田水利建设再提速")
    step = link(desk.store, first.id, [sent.id], by=desk.by)
    link(desk.store, second.id, [sent.id], by=desk.by)
    linking.take_back(desk.store, step, by=desk.by)
    assert desk.now(sent).draft_ids == (second.id,)


def test_what_is_no_answer_is_not_proposed_again(desk, sent, arrive):
    draft = arrive()
    step = refuse(desk.store, draft.id, sent.id, by=desk.by)
    assert offered(desk, draft) == []
    linking.take_back(desk.store, step, by=desk.by)
    assert offered(desk, draft) == [(sent.title, False)]


def test_a_linked_draft_counts_as_commissioned(desk, sent, arrive):
    draft = arrive()
    link(desk.store, draft.id, [sent.id], by=desk.by)
    with desk.store.read() as work:
        (fact,) = work.ledger.booked(f"draft:{draft.id}")
    assert fact.kind is FactKind.SUBMISSION
    assert fact.particulars.commissioned


def test_a_printed_draft_keeps_what_was_booked_of_it(desk, sent, arrive):
    draft = arrive(status=Status.RELEASED)
    link(desk.store, draft.id, [sent.id], by=desk.by)
    with desk.store.read() as work:
        assert work.drafts.get(draft.id).channel is Channel.FILE


def test_what_was_made_at_the_desk_answers_nothing(desk, sent, arrive):
    draft = arrive(channel=Channel.COMPOSITE)
    with pytest.raises(NotAllowedError, match="来源稿件"):
        link(desk.store, draft.id, [sent.id], by=desk.by)


def test_what_came_before_the_notice_is_not_proposed(desk, office, sent):
    early = desk.later(days=-1).now
    draft = office.draft("今冬明春农田水利建设", unit_ids=sent.unit_ids, received=early)
    assert offered(desk, draft) == []


def test_linking_is_told_on_the_life_of_the_draft(desk, sent, arrive):
    draft = arrive()
    link(desk.store, draft.id, [sent.id], by=desk.by)
    with desk.store.read() as work:
        told = [one.detail for one in work.audit.records(f"draft:{draft.id}")]
    assert any("约稿〔2026〕1号" in one for one in told)
