"""Fees: proposed by length and place, confirmed by a person, paid by a sheet."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.auditing import By
from desk.errors import FieldError, NotAllowedError
from desk.facts import Fact, FactKind, Particulars
from desk.fee_classes import FIVE
from desk.payments.deciding import confirm, pay, put_back, refuse, save_rules
from desk.payments.fee import Amounts, Fee, FeeState
from desk.payments.proposing import fees, proposed_class, told
from desk.payments.rules import Bound, Factor, FeeRules, Sharing
from desk.payments.sheets import by_person, by_unit, item_by_item, shares
from desk.publications import Publication, Tier

JULY = date(2026, 7, 1), date(2026, 7, 31)


@pytest.fixture
def city(office):
    with office.store.begin() as work:
        work.fees.replace(FIVE)
        return work.catalogue.save_publication(Publication("市政府要情", (), tier=Tier.CITY))


@pytest.fixture
def printed(office):
    """Book that an item was printed."""

    def book(title="水库巡查", day=date(2026, 7, 3), words=600, publication=None, **particulars):
        told_of = Particulars(words=words, people=("李强",), **particulars)
        held = (publication or office.publication).id
        unit = office.units[0].id
        kind, source = FactKind.ADOPTION, f"hand:{title}"
        with office.store.begin() as work:
            work.ledger.add(
                [Fact(kind, day, unit, title, source, publication_id=held, particulars=told_of)]
            )

    return book


@pytest.fixture
def listed(office):
    """The fees of July, or of other days."""

    def read(first=JULY[0], last=JULY[1]):
        with office.store.read() as work:
            return fees(work, first, last)

    return read


@pytest.mark.parametrize(
    ("characters", "bound", "name"),
    [
        (249, Bound.HIGHER, "五类稿"),
        (250, Bound.HIGHER, "四类稿"),
        (250, Bound.LOWER, "五类稿"),
        (251, Bound.LOWER, "四类稿"),
        (500, Bound.LOWER, "四类稿"),
        (2000, Bound.LOWER, "二类稿"),
        (2000, Bound.HIGHER, "一类稿"),
    ],
)
def test_a_length_just_at_a_limit_belongs_where_the_office_has_set(characters, bound, name):
    found, _ = proposed_class(FIVE, characters, None, bound)
    assert found is not None
    assert found.name == name


def test_a_length_just_at_a_limit_is_asked_where_the_office_wants_that(
    office, city, printed, listed
):
    save_rules(office.store, FeeRules(bound=Bound.ASK), by=office.by)
    printed(words=250)
    assert "正好 250 字，请定类别" in listed()[0].doubt


def test_an_item_is_proposed_once_with_the_highest_factor(city, printed, listed):
    printed()
    printed(publication=city, day=date(2026, 7, 9))
    (fee,) = listed()
    assert (fee.state, fee.class_name, fee.total) == (FeeState.PROPOSED, "三类稿", Decimal(90))
    assert told(fee.amounts) == "60 元 × 1.5（市级刊物 1.5 倍）"
    assert fee.places == ("《政务信息》07-03", "《市政府要情》07-09")


def test_pictures_are_paid_beside_the_class(city, printed, listed):
    printed(attachments=("图片",))
    assert listed()[0].total == Decimal(65)


def test_what_was_not_printed_where_it_must_be_says_so(office, city, printed, listed):
    save_rules(office.store, FeeRules(must_in=(office.publication.id,)), by=office.by)
    printed(publication=city)
    assert "没有在《政务信息》刊登，按规则不计" in listed()[0].doubt


def test_an_item_of_unknown_length_is_not_confirmed_unseen(office, city, printed, listed):
    printed(words=None)
    (fee,) = listed()
    assert "台账里没有字数" in fee.doubt
    with pytest.raises(FieldError, match="类别和金额"):
        confirm(office.store, [fee], by=office.by)


def test_a_confirmed_fee_stays_and_can_be_taken_back(office, city, printed, listed):
    printed()
    before = listed()
    kept = confirm(office.store, before, by=office.by)
    assert [one.state for one in listed()] == [FeeState.CONFIRMED]
    put_back(office.store, before, kept, by=office.by)
    assert listed() == before


def test_a_fee_confirmed_before_a_better_printing_says_so(office, city, printed, listed):
    printed()
    confirm(office.store, listed(), by=office.by)
    printed(publication=city, day=date(2026, 7, 9))
    (fee,) = listed()
    assert fee.doubt == "核定后又被采用：市级刊物 1.5 倍"


def test_the_difference_is_proposed_when_a_paid_item_is_printed_above(
    office, city, printed, listed
):
    printed()
    confirm(office.store, listed(), by=office.by)
    pay(office.store, listed(), date(2026, 7, 10), by=office.by)
    printed(publication=city, day=date(2026, 7, 12))
    paid, more = listed()
    assert paid.state is FeeState.PAID
    assert (more.total, more.doubt) == (Decimal(30), "后来又被上级刊物采用，补差")
    confirm(office.store, [more], by=office.by)
    assert sum(one.total for one in listed()) == Decimal(90)


def test_a_refused_item_is_not_proposed_again(office, city, printed, listed):
    printed()
    with pytest.raises(FieldError, match="理由"):
        refuse(office.store, listed(), " ", by=office.by)
    refuse(office.store, listed(), "署名有争议", by=office.by)
    (fee,) = listed()
    assert (fee.state, fee.total, fee.refused) == (FeeState.REFUSED, 0, "署名有争议")


def test_what_was_taken_back_in_the_ledger_is_no_longer_proposed(office, city, printed, listed):
    printed()
    with office.store.begin() as work:
        (fact,) = work.ledger.between(*JULY)
        gone = replace(fact, id=0, kind=FactKind.REVERSAL, reverses=fact.id, source="hand:x")
        work.ledger.add([gone])
    assert listed() == []


def test_a_paid_fee_is_not_changed(office, city, printed, listed):
    printed()
    confirm(office.store, listed(), by=office.by)
    pay(office.store, listed(), date(2026, 7, 10), by=office.by)
    with pytest.raises(NotAllowedError, match="已经发了"):
        refuse(office.store, listed(), "重复", by=office.by)


def test_two_windows_do_not_confirm_the_same_item_twice(office, city, printed, listed):
    printed()
    seen = listed()
    confirm(office.store, seen, by=office.by)
    with pytest.raises(NotAllowedError, match="刚才已经核定"):
        confirm(office.store, seen, by=By("李强", office.by.now))


@given(
    st.decimals(Decimal("0.01"), 5000, places=2),
    st.lists(st.text("甲乙丙丁戊", min_size=2, max_size=3), max_size=5, unique=True),
    st.sampled_from(Sharing),
)
def test_shares_are_cents_that_sum_to_the_fee(amount, people, sharing):
    fee = Fee(
        title="t", day=JULY[0], people=tuple(people), units=(1,), amounts=Amounts(base=amount)
    )
    dealt = shares(fee, sharing)
    assert sum(one.amount for one in dealt) == fee.total
    assert all(one.amount >= 0 for one in dealt)


def test_the_sheets_sum_what_is_to_be_paid(office, city, printed, listed):
    printed()
    printed("春耕备耕", words=1200)
    printed("一周要情", words=300)
    chosen = listed()
    refuse(office.store, [one for one in chosen if one.title == "一周要情"], "简讯", by=office.by)
    confirm(office.store, [one for one in listed() if one.id == 0], by=office.by)
    units = {one.id: one for one in office.units}
    person = by_person(listed(), units, FeeRules(), "稿酬单")
    assert person.rows == ((1, "县教育局", "李强", 2, Decimal(210), "", ""),
                           ("", "合计", "", 2, Decimal(210), "", ""))  # fmt: skip
    assert by_unit(listed(), units, "稿酬单").rows[-1][3] == Decimal(210)
    assert [row[-2] for row in item_by_item(listed(), units, "清单").rows] == [
        Decimal(0), Decimal(150), Decimal(60), Decimal(210),
    ]  # fmt: skip


def test_factors_and_amounts_must_make_sense(office):
    with pytest.raises(FieldError, match="倍数"):
        save_rules(office.store, FeeRules(factors=(Factor("零", Decimal(0)),)), by=office.by)
    with pytest.raises(FieldError, match="金额"):
        save_rules(office.store, FeeRules(picture=Decimal(-1)), by=office.by)
