"""Sending up: one item to several carriers, doubles, approval, undo."""

from datetime import timedelta

import pytest

from desk.approvals import Lane, Stage
from desk.errors import FieldError, NotAllowedError, NotFoundError
from desk.facts import FactKind
from desk.forwardings import changing, sending
from desk.forwardings.forwarding import Forwarding
from desk.forwardings.sending import Sending, Target
from desk.versions import make


def test_one_item_goes_to_several_carriers_in_one_step(above):
    sent = above.send(above.draft(), above.government, above.city)
    assert [one.carrier for one in sent] == ["省政府政务专报", "市政府要情快报"]
    assert [one.number for one in sent] == ["上报〔2026〕1号", "上报〔2026〕2号"]
    assert all(one.awaits and one.sender == "王敏" for one in sent)
    assert {one.publication_id for one in above.facts(FactKind.FORWARDING)} == {
        above.government.id,
        above.city.id,
    }


def test_undoing_takes_the_register_and_the_ledger_back(above):
    draft = above.draft()
    by = above.by()
    change = sending.send(above.store, [draft.id], [Target(above.city.id)], Sending(by.now), by=by)
    changing.take_back(above.store, [change], by=by)
    assert above.facts(FactKind.FORWARDING) == []
    with above.store.read() as work, pytest.raises(NotFoundError):
        work.matters.get(Forwarding, change.added[0].id)


def test_a_carrier_gets_the_text_that_was_made_for_it(above):
    draft = above.draft()
    version = make(above.store, draft.id, above.city.id, by=above.by())
    city, province = above.send(draft, above.city, above.government, unapproved="主任电话同意")
    assert (city.text_id, province.text_id) == (version.id, 0)
    assert city.draft_ids == (draft.id, version.id)


def test_what_was_sent_there_is_not_sent_twice_unawares(above):
    draft = above.draft()
    above.send(draft, above.city)
    with pytest.raises(FieldError, match="已经报过《市政府要情快报》") as told:
        above.send(draft, above.city, days=1)
    assert told.value.field == "again"
    assert len(above.send(draft, above.city, days=1, again=True)) == 1


def test_sending_before_approval_has_ended_asks_and_notes_why(above):
    lane = Lane("上报", (Stage("信息科审核"), Stage("办公室主任审签")))
    with above.store.begin() as work:
        work.approvals.save_lane(lane)
    draft = above.draft()
    with pytest.raises(FieldError, match="要写明理由") as told:
        above.send(draft, above.city)
    assert told.value.field == "unapproved"
    [sent] = above.send(draft, above.city, unapproved="主任电话同意，后补手续")
    assert (sent.approval, sent.unapproved) == ("没有审签记录", "主任电话同意，后补手续")


def test_what_is_marked_to_go_up_is_sent_under_the_same_entry(above):
    draft, by = above.draft(), above.by()
    day = by.today + timedelta(1)
    [marked] = sending.mark(above.store, [draft.id], [Target(above.city.id)], day, by=by).added
    assert (marked.state, marked.day) == ("待上报", day)
    change = sending.send_marked(above.store, [marked.id], Sending(by.now), by=by)
    assert [one.id for one in change.latter] == [marked.id]
    assert above.get(marked).state == "等结果"
    changing.take_back(above.store, [change], by=by)
    assert above.get(marked).state == "待上报"


def test_several_marked_are_sent_under_numbers_of_their_own(above):
    by = above.by()
    drafts = [above.draft(title).id for title in ("甲镇春耕", "乙镇夜市")]
    marked = sending.mark(above.store, drafts, [Target(above.city.id)], by.today, by=by).added
    ids = [one.id for one in marked]
    sent = sending.send_marked(above.store, ids, Sending(by.now), by=by).latter
    assert sorted(one.number for one in sent) == ["上报〔2026〕1号", "上报〔2026〕2号"]


def test_a_medium_needs_no_publication_and_books_nothing(above):
    draft, by = above.draft(), above.by()
    target = Target(medium="新华社网站")
    [sent] = sending.send(above.store, [draft.id], [target], Sending(by.now), by=by).added
    assert (sent.carrier, sent.sent_booked) == ("新华社网站", "")


def test_own_publications_are_no_carriers_above(above):
    with pytest.raises(FieldError, match="不是上级的"):
        above.send(above.draft(), above.office.publication)


def test_both_channels_of_a_level_are_one_way_up(above):
    above.send(above.draft(), above.party, above.government)
    assert len(above.facts(FactKind.FORWARDING)) == 1


def test_an_entry_made_by_mistake_is_called_back_with_its_reason(above):
    [sent] = above.send(above.draft(), above.city)
    with pytest.raises(FieldError, match="理由"):
        sending.withdraw(above.store, [sent.id], " ", by=above.by())
    change = sending.withdraw(above.store, [sent.id], "登错了刊物", by=above.by())
    assert above.get(sent).state == "已撤回"
    assert above.facts(FactKind.FORWARDING) == []
    changing.take_back(above.store, [change], by=above.by())
    assert len(above.facts(FactKind.FORWARDING)) == 1


def test_a_booked_result_hinders_undoing_the_sending(above):
    draft, by = above.draft(), above.by()
    change = sending.send(above.store, [draft.id], [Target(above.city.id)], Sending(by.now), by=by)
    above.enter(change.added[0])
    with pytest.raises(NotAllowedError, match="撤回"):
        changing.take_back(above.store, [change], by=by)
    assert len(above.facts(FactKind.FORWARDING)) == 1
