"""An upper level's list: which of its items are ours, and what they book."""

from datetime import date
from decimal import Decimal

import pytest

from desk.forwardings.forwarding import Result
from desk.forwardings.results import Finding, enter
from desk.forwardings.sending import Sending, Target, send
from desk.importing.batches import Sort
from desk.importing.ledger import look_through, read_book, take
from desk.importing.past.guide import Guide
from desk.importing.past.report import State
from desk.jobs import finish
from desk.publications import Publication, Tier

GUIDE = Guide(sort=Sort.UPPER, fixed={"刊物": "省府信息", "日期": "2026-7-31"})


@pytest.fixture
def listed(office, tmp_path):
    """The upper level's list, with a draft of ours in it."""
    with office.store.begin() as work:
        work.catalogue.save_publication(Publication("省府信息", (), tier=Tier.PROVINCE))
    ours = office.draft("县教育局开展校园安全检查", unit_ids=[one.id for one in office.units])
    path = tmp_path / "通报.csv"
    path.write_text(
        "报送单位,标题,得分\n云岭县,县教育局开展校园安全检查,3\n邻县,邻县办好夜市,2\n"
        "云岭县,县教育局开展了校园安全大检查,1\n",
        "utf-8",
    )
    return read_book(path), ours


def looked(office, book, guide):
    return finish(look_through(office.store, book, guide, by=office.by))


def test_items_of_ours_are_linked_and_others_are_listed(office, listed):
    book, ours = listed
    found, lines = looked(office, book, GUIDE)
    assert [line.state for line in lines][1] is State.SKIPPED
    assert lines[1].remark == "不是我们的信息，没有记"
    match = found.matches["县教育局开展校园安全检查"]
    assert (match.chosen, match.is_exact) == (ours.id, True)


def test_a_link_can_be_told_and_external_points_are_booked(office, listed):
    book, ours = listed
    guide = Guide(
        sort=Sort.UPPER,
        fixed=GUIDE.fixed,
        columns={"外部分": "得分"},
        matches={"县教育局开展了校园安全大检查": 0},
    )
    finish(take(office.store, book, guide, by=office.by))
    with office.store.read() as work:
        facts = work.ledger.between(date(2026, 7, 1), date(2026, 7, 31))
    assert {fact.item_id for fact in facts} == {ours.item_id}
    assert {fact.unit_id for fact in facts} == {one.id for one in office.units}
    assert {fact.particulars.external for fact in facts} == {Decimal(3)}
    assert {(fact.kind, fact.shares, fact.role) for fact in facts} == {("采用", 2, "联合")}


def test_a_list_must_say_which_publication_it_is_of(office, listed):
    book, _ours = listed
    found, _lines = looked(office, book, Guide(sort=Sort.UPPER, fixed={"日期": "2026-7-31"}))
    assert [page.why for page in found.pages] == ["没有刊物这一列"]


def test_units_of_ours_in_a_list_are_booked_without_a_draft_too(office, tmp_path):
    path = tmp_path / "通报.csv"
    path.write_text(
        "单位,标题,刊物,日期\n县水利局、邻县,没有登记的一条,政务信息,2026-7-1\n", "utf-8"
    )
    found, lines = looked(office, read_book(path), Guide(sort=Sort.UPPER))
    assert [(fact.unit_id, fact.item_id) for fact in found.facts] == [(office.units[1].id, 0)]
    assert lines[0].remark == "没有找到我们的原稿，不与来稿连起来"


def test_what_the_register_of_what_went_up_has_booked_is_not_booked_again(office, listed):
    book, ours = listed
    with office.store.read() as work:
        above = next(one for one in work.catalogue.publications() if one.name == "省府信息")
    how = Sending(office.by.now, unapproved="主任电话同意")
    sent = send(office.store, [ours.id], [Target(above.id)], how, by=office.by).added
    finding = Finding(sent[0].id, Result.ADOPTED, office.by.today)
    enter(office.store, [finding], by=office.by)
    _found, lines = looked(office, book, GUIDE)
    assert "在“上报”里已经登记采用并记分" in lines[0].remark
