"""What became of it above, and what that books."""

from datetime import date
from decimal import Decimal

import pytest

from desk.errors import FieldError
from desk.facts import Fact, FactKind
from desk.forwardings import changing, results
from desk.forwardings.forwarding import Count, MediaUse, Result
from desk.forwardings.results import Finding
from desk.forwardings.rules import ForwardingRules, Twice, keep_rules


def test_an_adoption_is_booked_with_its_place_and_the_points_published_above(above):
    [sent] = above.send(above.draft(), above.city)
    above.enter(sent, issue_number="36", section_id=above.city.sections[0].id, external=Decimal(8))
    [fact] = above.facts()
    assert (fact.issue_number, fact.section_id) == ("第36期", above.city.sections[0].id)
    assert fact.particulars.external == Decimal(8)
    assert above.get(sent).booked == fact.source


def test_a_result_is_undone_with_its_points(above):
    [sent] = above.send(above.draft(), above.city)
    change = above.enter(sent)
    changing.take_back(above.store, [change], by=above.by(2))
    assert above.facts() == []
    assert above.get(sent).awaits


def test_many_results_are_entered_at_once_or_none(above):
    first, second = (above.send(above.draft(title), above.city)[0] for title in ("甲事", "乙事"))
    day = above.by(1).today
    wrong = Finding(second.id, Result.ADOPTED, date(2026, 1, 1))
    with pytest.raises(FieldError, match="早于上报日期"):
        results.enter(above.store, [Finding(first.id, Result.ADOPTED, day), wrong], by=above.by(1))
    assert above.facts() == []
    some = [Finding(one.id, Result.NOT_ADOPTED, day) for one in (first, second)]
    results.enter(above.store, some, by=above.by(1))
    assert [above.get(one).state for one in (first, second)] == ["未采用", "未采用"]


def test_a_corrected_result_is_booked_anew(above):
    [sent] = above.send(above.draft(), above.city)
    above.enter(sent, issue_number="3")
    above.enter(sent, issue_number="4")
    assert [one.issue_number for one in above.facts()] == ["第4期"]
    above.enter(sent, Result.NOT_ADOPTED)
    assert above.facts() == []


def test_joint_and_composite_items_share_as_in_the_ledger(above):
    draft = above.draft(unit_ids=[one.id for one in above.office.units])
    [sent] = above.send(draft, above.city)
    above.enter(sent, Result.COMPOSITE)
    assert {(one.shares, one.role) for one in above.facts()} == {(2, "综合")}


def test_the_scheme_proposes_before_anything_is_booked(above):
    [sent] = above.send(above.draft(), above.government)
    by = above.by(1)
    with above.store.read() as work:
        finding = Finding(sent.id, Result.ADOPTED, by.today)
        [one] = results.proposed(work, sent, finding, by=by)
    assert one.points == Decimal(12)
    assert above.facts() == []


def test_points_can_be_put_off_and_booked_later(above):
    [sent] = above.send(above.draft(), above.city)
    above.enter(sent, count=Count.LATER)
    assert above.get(sent).is_unbooked
    results.book_waiting(above.store, [sent.id], by=above.by(2))
    assert len(above.facts()) == 1
    results.decline(above.store, [sent.id], by=above.by(2))
    assert above.facts() == []


def test_both_channels_of_one_level_count_once(above):
    party, government = above.send(above.draft(), above.party, above.government)
    above.enter(party)
    above.enter(government, days=2)
    assert [one.publication_id for one in above.facts()] == [above.party.id]
    told = above.get(government).uncounted
    assert told == "同一级党委、政府渠道只计一次，已按《省委信息》7月16日采用计"


def test_another_level_counts_beside_it(above):
    sent = above.send(above.draft(), above.party, above.government, above.city)
    for one in sent:
        above.enter(one)
    assert {one.publication_id for one in above.facts()} == {above.party.id, above.city.id}


def test_the_second_channel_counts_when_the_first_one_falls_away(above):
    party, government = above.send(above.draft(), above.party, above.government)
    above.enter(party)
    above.enter(government)
    above.enter(party, Result.NOT_ADOPTED)
    assert [one.publication_id for one in above.facts()] == [above.government.id]
    assert above.get(government).uncounted == ""


def test_the_higher_of_both_channels_counts_where_the_office_says_so(above):
    keep_rules(above.store, ForwardingRules(twice=Twice.HIGHER), by=above.by())
    party, government = above.send(above.draft(), above.party, above.government)
    above.enter(party)
    change = above.enter(government)
    assert [one.publication_id for one in above.facts()] == [above.government.id]
    changing.take_back(above.store, [change], by=above.by(2))
    assert [one.publication_id for one in above.facts()] == [above.party.id]


def test_each_channel_counts_where_the_office_says_so(above):
    keep_rules(above.store, ForwardingRules(twice=Twice.EACH), by=above.by())
    for one in above.send(above.draft(), above.party, above.government):
        above.enter(one)
    assert len(above.facts()) == 2


def test_what_an_import_has_booked_is_not_booked_again(above):
    draft = above.draft()
    [sent] = above.send(draft, above.city)
    unit = above.office.units[0].id
    imported = Fact(
        FactKind.ADOPTION, date(2026, 7, 16), unit, draft.title, "import:7",
        publication_id=above.city.id, issue_number="第36期", item_id=draft.id,
    )  # fmt: skip
    with above.store.begin() as work:
        work.ledger.add([imported])
    above.enter(sent, issue_number="36")
    assert [one.source for one in above.facts()] == ["import:7"]
    assert above.get(sent).is_foreign
    above.enter(sent, Result.NOT_ADOPTED)
    assert [one.source for one in above.facts()] == ["import:7"]


def test_media_are_noted_beside(above):
    [sent] = above.send(above.draft(), above.city)
    use = MediaUse("新华社网站", "国家级", above.by(1).today, "第2版")
    change = results.note_media(above.store, sent.id, [use], by=above.by(1))
    assert above.get(sent).media == (use,)
    changing.take_back(above.store, [change], by=above.by(1))
    assert above.get(sent).media == ()


def test_asking_above_begins_the_waiting_anew(above):
    [sent] = above.send(above.draft(), above.city)
    rules = ForwardingRules(wait_days=20)
    due = rules.result_due(sent)
    results.ask_above(above.store, [sent.id], above.by(25).today, "", by=above.by(25))
    assert rules.result_due(above.get(sent)) > due
