"""The people of the desk: named, away with a deputy, protected by a PIN."""

from datetime import timedelta

import pytest

from desk import approving, pins
from desk.approvals import Lane, Stage
from desk.errors import FieldError
from desk.laning import save_lane
from desk.people import Person
from desk.staffing import clear_pin, order_people, save_person, set_pin

SALT = b"0123456789abcdef"


@pytest.fixture
def save(office):
    return lambda *fields, **named: save_person(
        office.store, Person(*fields, **named), by=office.by
    )


@pytest.fixture
def people(office):
    def read():
        with office.store.read() as work:
            return {one.name: one for one in work.people.all()}

    return read


def test_people_stand_in_the_order_they_were_added_until_it_is_changed(office, save, people):
    ids = [save(name).id for name in ("周静怡", "林志远")]
    assert list(people()) == ["周静怡", "林志远"]
    order_people(office.store, ids[::-1], by=office.by)
    assert list(people()) == ["林志远", "周静怡"]


def test_a_name_stands_once_in_the_list(save):
    save("周静怡")
    with pytest.raises(FieldError, match="已经在名单里"):
        save(" 周静怡 ")
    with pytest.raises(FieldError, match="姓名不能为空"):
        save(" ")


def test_who_is_away_needs_a_deputy_who_is_there(save):
    save("李副主任")
    with pytest.raises(FieldError, match="代签人"):
        save("何文斌", is_away=True)
    with pytest.raises(FieldError, match="不能是本人"):
        save("何文斌", deputy="何文斌")
    with pytest.raises(FieldError, match="没有在用的“王某”"):
        save("何文斌", deputy="王某")
    assert save("何文斌", deputy="李副主任", is_away=True).is_away


def test_two_who_stand_in_for_each_other_are_not_both_away(office, save):
    other = save("李副主任")
    head = save("何文斌", deputy="李副主任", is_away=True)
    with pytest.raises(FieldError, match="又由本人代签"):
        save("李副主任", deputy=head.name, is_away=True, id=other.id)


def test_who_is_asked_on_a_lane_or_for_a_draft_stays_in_the_list(office, save):
    head = save("何文斌")
    with office.store.begin() as work:
        lane = work.approvals.save_lane(Lane("上报", (Stage("主任审签", "何文斌"),)))
    with pytest.raises(FieldError, match="还在审签流程“上报”里"):
        save("何文斌", id=head.id, is_active=False)
    approving.submit(office.store, [office.draft().id], lane.id, by=office.by)
    with office.store.begin() as work:
        work.approvals.save_lane(Lane("上报", (Stage("主任审签"),), id=lane.id))
    with pytest.raises(FieldError, match="还有 1 篇稿件等“何文斌”"):
        save("何文斌", id=head.id, is_active=False)


def test_who_is_asked_at_a_later_stage_stays_in_the_list(office, save):
    head = save("何文斌")
    stages = (Stage("科长审核"), Stage("主任审签", "何文斌"))
    with office.store.begin() as work:
        lane = work.approvals.save_lane(Lane("上报", stages))
    approving.submit(office.store, [office.draft().id], lane.id, by=office.by)
    with office.store.begin() as work:
        work.approvals.save_lane(Lane("上报", (Stage("科长审核"),), id=lane.id))
    with pytest.raises(FieldError, match="还有 1 篇稿件等“何文斌”"):
        save("何文斌", id=head.id, is_active=False)


def test_a_deputy_of_who_is_away_stays_in_the_list(save):
    deputy = save("李副主任")
    save("何文斌", deputy="李副主任", is_away=True)
    with pytest.raises(FieldError, match="“何文斌”外出，由“李副主任”代签"):
        save("李副主任", id=deputy.id, is_active=False)


def test_a_lane_in_use_asks_nobody_who_has_left(office, save):
    save("何文斌", is_active=False)
    lane = Lane("上报", (Stage("主任审签", "何文斌"),))
    with pytest.raises(FieldError, match="“何文斌”已经停用"):
        save_lane(office.store, lane, by=office.by)


def test_a_new_name_goes_with_the_drafts_in_hand_and_the_pin(office, save, people):
    person = save("王敏")
    set_pin(office.store, person.id, "2468", SALT, by=office.by)
    draft = office.draft(holder="王敏")
    save("王慧敏", id=person.id)
    with office.store.read() as work:
        assert work.drafts.get(draft.id).holder == "王慧敏"
    assert pins.is_right("2468", people()["王慧敏"].pin)


def test_a_new_name_goes_to_lanes_deputies_and_waiting_drafts(office, save, people):
    head = save("何文斌")
    save("林志远", deputy="何文斌")
    with office.store.begin() as work:
        lane = work.approvals.save_lane(Lane("上报", (Stage("主任审签", "何文斌"),)))
    draft = office.draft()
    approving.submit(office.store, [draft.id], lane.id, by=office.by)
    save("何文彬", id=head.id)
    assert people()["林志远"].deputy == "何文彬"
    with office.store.read() as work:
        assert work.approvals.lanes()[0].stages[0].signer == "何文彬"
        assert work.approvals.last([draft.id])[draft.id].current.asked == "何文彬"


def test_a_pin_is_kept_as_a_hash_and_changed_only_by_its_owner(office, save, people):
    person = save("林志远")
    set_pin(office.store, person.id, "2468", SALT, by=office.by)
    kept = people()["林志远"].pin
    assert "2468" not in kept
    assert pins.is_right("2468", kept)
    assert not pins.is_right("2469", kept)
    with pytest.raises(FieldError, match="切换到本人"):
        set_pin(office.store, person.id, "1111", SALT, by=office.by)
    clear_pin(office.store, person.id, by=office.by)
    assert people()["林志远"].pin == ""
    with office.store.read() as work:
        assert work.audit.records(f"person:{person.id}")[0].action == "清除口令"


@pytest.mark.parametrize("pin", ["123", "123456789", "12a4", "１２３４"])
def test_a_pin_is_four_to_eight_digits(pin):
    with pytest.raises(FieldError, match="4 到 8 位数字"):
        pins.hashed(pin, SALT)


def test_from_the_fifth_wrong_pin_on_each_pause_is_longer(now):
    tried = pins.Attempts()
    for _ in range(4):
        tried = tried.failed(now)
        assert not tried.refusal(now)
    tried = tried.failed(now)
    assert tried.refusal(now) == "口令已经连续错了 5 次，请过 31 秒再试。"
    assert not tried.refusal(now + timedelta(seconds=30))
    assert "1 分" in tried.failed(now).refusal(now)
