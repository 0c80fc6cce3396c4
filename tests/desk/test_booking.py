"""Facts are booked by hand, taken back with a reason, corrected in one, and each is undone."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from desk import booking
from desk.closings.books import close
from desk.closings.periods import find
from desk.errors import FieldError, NotAllowedError
from desk.facts import Fact, FactKind, Particulars
from desk.hand.entry import Entry, entry_of
from desk.hand.listing import fact_rows
from desk.issues import Role
from desk.parts import PartRole

DAY, TODAY = date(2026, 7, 6), date(2026, 7, 15)
JUNE = date(2026, 6, 10)
NOTED = Particulars(level="市级", rank="主要领导", tone="肯定")


@pytest.fixture
def entry(office) -> Entry:
    return Entry(
        FactKind.INSTRUCTION, DAY, (office.units[0].id,), "校园安全检查", particulars=NOTED
    )


@pytest.fixture
def june_closed(store, office):
    def act() -> None:
        with store.read() as work:
            period = find(work.catalogue.schemes(), "2026-06")
        close(store, period, by=office.by)

    return act


def ledger(store) -> list[Fact]:
    with store.read() as work:
        return work.ledger.between(date(2026, 1, 1), date(2026, 12, 31))


def test_a_fact_says_what_it_was_when_and_by_whom(store, office, entry):
    booked = booking.book(store, entry, by=office.by)
    (fact,) = ledger(store)
    assert booked.facts == (fact,)
    assert (fact.kind, fact.day, fact.particulars) == (FactKind.INSTRUCTION, DAY, NOTED)
    assert (fact.by, fact.source.partition(":")[0], booked.told) == ("王敏", "hand", "")
    with store.read() as work:
        assert work.audit.records(fact.source)[0].action == "登记得分"


def test_a_draft_gives_its_title_and_units(store, office, entry):
    draft = office.draft("关于防汛的报告")
    wanted = replace(entry, item_id=draft.id, title="", unit_ids=())
    (fact,) = booking.book(store, wanted, by=office.by).facts
    assert (fact.title, fact.unit_id, fact.item_id) == (
        "关于防汛的报告",
        office.units[0].id,
        draft.id,
    )
    assert booking.draft_of(store, fact) == draft


def test_several_units_share_an_item_and_the_first_may_lead(store, office, entry):
    units = tuple(unit.id for unit in office.units)
    facts = booking.book(store, replace(entry, unit_ids=units, leads=True), by=office.by).facts
    assert [(one.shares, one.role, one.part) for one in facts] == [
        (2, Role.JOINT, PartRole.MAIN),
        (2, Role.JOINT, PartRole.SECOND),
    ]
    assert entry_of(facts) == replace(entry, unit_ids=units, leads=True, role=Role.JOINT)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"day": date(2026, 7, 16)}, "day"),
        ({"unit_ids": ()}, "unit_ids"),
        ({"unit_ids": (999,)}, "unit_ids"),
        ({"title": " "}, "title"),
        ({"title": "长" * 301}, "title"),
        ({"publication_id": 999}, "publication"),
        ({"kind": FactKind.REVERSAL}, "kind"),
        ({"kind": FactKind.ADOPTION}, "publication"),
        ({"kind": FactKind.FORWARDING, "particulars": Particulars()}, "publication"),
        ({"particulars": Particulars()}, "level"),
        ({"kind": FactKind.COMMISSION}, "outcome"),
        ({"kind": FactKind.EMERGENCY}, "outcome"),
        ({"kind": FactKind.INCIDENT}, "outcome"),
        ({"kind": FactKind.ADJUSTMENT}, "value"),
        ({"kind": FactKind.ADJUSTMENT, "particulars": Particulars(value=Decimal(5))}, "note"),
        (
            {
                "kind": FactKind.ADJUSTMENT,
                "note": "协助",
                "particulars": Particulars(value=Decimal(5)),
            },
            "approver",
        ),
        ({"particulars": replace(NOTED, value=Decimal(5))}, "note"),
        ({"particulars": replace(NOTED, late=Decimal(-1))}, "late"),
        (
            {
                "particulars": replace(
                    NOTED,
                    started=datetime(2026, 7, 6, 9, tzinfo=UTC),
                    ended=datetime(2026, 7, 6, 8, tzinfo=UTC),
                )
            },
            "ended",
        ),
    ],
)
def test_what_must_be_said_is_asked_at_its_field(store, office, entry, change, field):
    with pytest.raises(FieldError) as caught:
        booking.book(store, replace(entry, **change), by=office.by)
    assert caught.value.field == field
    assert ledger(store) == []


def test_a_section_must_be_of_the_publication(store, office, entry):
    wanted = replace(entry, publication_id=office.publication.id, section_id=999)
    with pytest.raises(FieldError, match="《政务信息》没有这个栏目"):
        booking.book(store, wanted, by=office.by)


def test_a_draft_that_was_sent_counts_as_submitted_already(store, office, entry):
    wanted = replace(entry, kind=FactKind.SUBMISSION, item_id=office.draft().id)
    with pytest.raises(FieldError, match="已经计入报送"):
        booking.book(store, wanted, by=office.by)


def test_taking_back_needs_a_reason_and_lands_on_the_same_open_day(store, office, entry):
    (fact,) = booking.book(store, entry, by=office.by).facts
    with pytest.raises(FieldError, match="要写明理由"):
        booking.take_back(store, fact.id, " ", by=office.by)
    (back,) = booking.take_back(store, fact.id, "单位登错", by=office.by).back
    assert (back.kind, back.reverses, back.day, back.note) == (
        FactKind.REVERSAL,
        fact.id,
        DAY,
        "单位登错",
    )
    with pytest.raises(NotAllowedError, match="已经收回"):
        booking.take_back(store, fact.id, "再收", by=office.by)
    with pytest.raises(NotAllowedError, match="冲销不能再收回"):
        booking.take_back(store, back.id, "再收", by=office.by)


def test_all_units_behind_an_item_are_taken_back_together(store, office, entry):
    units = tuple(unit.id for unit in office.units)
    first, _second = booking.book(store, replace(entry, unit_ids=units), by=office.by).facts
    assert len(booking.take_back(store, first.id, "登错", by=office.by).back) == 2


def test_undo_brings_back_the_books_as_they_were(store, office, entry):
    before = ledger(store)
    booked = booking.book(store, entry, by=office.by)
    after = ledger(store)
    back = booking.take_back(store, booked.facts[0].id, "登错", by=office.by)
    booking.unbook(store, back, by=office.by)
    assert ledger(store) == after
    other = replace(entry, title="改过的标题")
    corrected = booking.correct(store, booked.facts[0].id, other, "标题写错", by=office.by)
    booking.unbook(store, corrected, by=office.by)
    assert ledger(store) == after
    booking.unbook(store, booked, by=office.by)
    assert ledger(store) == before
    with pytest.raises(NotAllowedError, match="已经撤销过"):
        booking.unbook(store, booked, by=office.by)


def test_correcting_takes_back_and_books_anew_or_neither(store, office, entry):
    (fact,) = booking.book(store, entry, by=office.by).facts
    with pytest.raises(FieldError):
        booking.correct(store, fact.id, replace(entry, title=""), "写错", by=office.by)
    assert ledger(store) == [fact]
    other = replace(entry, unit_ids=(office.units[1].id,))
    done = booking.correct(store, fact.id, other, "单位登错", by=office.by)
    assert [one.kind for one in ledger(store)] == ["批示", "冲销", "批示"]
    assert done.facts[0].unit_id == office.units[1].id


def test_of_a_closed_month_everything_is_booked_today_and_said(store, office, entry, june_closed):
    (old,) = booking.book(store, replace(entry, day=JUNE), by=office.by).facts
    june_closed()
    late = booking.book(store, replace(entry, day=JUNE, title="漏登"), by=office.by)
    assert (late.facts[0].day, late.facts[0].counted) == (TODAY, JUNE)
    assert "2026年6月已经结账，相应的得分记在今天（2026-07-15）" in late.told
    back = booking.take_back(store, old.id, "登错", by=office.by)
    assert (back.back[0].day, back.back[0].counted) == (TODAY, JUNE)
    assert "已经结账" in back.told
    (kept,) = [one for one in ledger(store) if one.day == JUNE]
    assert kept == old


def test_what_was_booked_cannot_be_undone_once_its_month_is_closed(
    store, office, entry, june_closed
):
    booked = booking.book(store, replace(entry, day=JUNE), by=office.by)
    june_closed()
    with pytest.raises(NotAllowedError, match="2026年6月已经结账，不能撤销。请改用“收回”"):
        booking.unbook(store, booked, by=office.by)


@pytest.mark.parametrize(
    ("source", "words"), [("draft:1", "改它的登记"), ("issue:1", "更正或撤销")]
)
def test_what_the_desk_books_itself_is_changed_where_it_comes_from(store, office, source, words):
    with store.begin() as work:
        work.ledger.add([Fact(FactKind.SUBMISSION, DAY, office.units[0].id, "稿", source)])
    (fact,) = ledger(store)
    with pytest.raises(NotAllowedError, match=words):
        booking.take_back(store, fact.id, "不要", by=office.by)


def test_the_list_says_whose_it_is_where_from_and_whether_it_stands(store, office, entry):
    (fact,) = booking.book(store, entry, by=office.by).facts
    booking.take_back(store, fact.id, "单位登错", by=office.by)
    back, first = fact_rows(store, date(2026, 7, 1), TODAY)
    assert (first.unit_name, first.origin, first.state) == (
        "县教育局",
        "手工登记",
        "已收回（07-06）",
    )
    assert (back.state, back.is_ours, first.is_ours) == ("冲销（批示）", False, False)
    assert first.told == "市级　主要领导　肯定"
