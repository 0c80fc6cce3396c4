"""The card of a unit: every number on it stands in the books."""

from datetime import date, time
from decimal import Decimal

import pytest

from desk.assessing import assess
from desk.drafts import Status
from desk.facts import Fact, FactKind, Particulars
from desk.foreseeing import offers_of
from desk.office_clock import moment_at
from desk.surveys.calling import aside_of
from desk.surveys.card import card
from desk.surveys.surveying import survey

DAYS = date(2026, 1, 1), date(2026, 7, 15)


def part(made, heading):
    return next(one for one in made.parts if one.heading == heading)


@pytest.fixture
def booked(store, office):
    news, brief = office.publication.sections
    education, water = office.units
    told, late = Particulars(kind="动态型"), Particulars(outcome="逾期")
    rows = [
        (FactKind.ADOPTION, date(2026, 3, 9), education, "校园安全", news.id, told),
        (FactKind.ADOPTION, date(2026, 7, 6), education, "招生", brief.id, told),
        (FactKind.SUBMISSION, date(2026, 7, 6), education, "招生", None, told),
        (FactKind.COMMISSION, date(2026, 5, 6), education, "约稿一", None, late),
        (FactKind.ADOPTION, date(2025, 5, 6), water, "水库", news.id, told),
    ]  # fmt: skip
    with store.begin() as work:
        work.ledger.add(
            Fact(
                kind, day, unit.id, title, "import:旧台账.xlsx",
                publication_id=office.publication.id if section else None,
                section_id=section, particulars=particulars,
            )
            for kind, day, unit, title, section, particulars in rows
        )  # fmt: skip


@pytest.fixture
def made(store, booked):
    """The card of the first or the second unit."""

    def make(at=0):
        found = survey(store, *DAYS, office="本办", today=DAYS[1])
        one = list(found.table.units)[at]
        aside = aside_of(store, one, DAYS[1], moment_at(DAYS[1], time(9)))
        return card(one, found.table, found.stretch.name, aside, found)

    return make


def test_the_words_come_from_the_ledger(made, store):
    score = next(iter(assess(store, *DAYS).units))
    assert f"得 {score.points} 分，报送 {score.submitted} 条，采用 2 条" in made().words
    assert score.points == Decimal("6.5")


def test_the_unit_behind_hears_how_many_items_lead_past_the_one_above(made):
    assert "差 6.5 分，再采用 5 条简讯就能超过。" in made(1).words


def test_items_stand_with_the_points_of_their_lines(made):
    assert part(made(), "采用篇目").lines == (
        "07-06　招生　政务信息·简讯　1.5 分",
        "03-09　校园安全　政务信息·信息　5 分",
    )
    assert part(made(), "采用构成").lines == ("级别：本级 2", "刊物：政务信息 2", "类型：动态型 2")


def test_months_add_up_to_the_points(made):
    rows = part(made(), "逐月").table
    assert rows[0] == ("", "1月", "2月", "3月", "4月", "5月", "6月")
    assert rows[3] == ("得分", "0", "0", "5", "0", "0", "0")
    assert rows[7] == ("得分", "1.5", "", "", "", "", "")


def test_commissions_are_told_with_their_outcome(made):
    assert part(made(), "约稿").lines[0] == "共 1 件：逾期 1"


def test_whom_to_ring_is_read_from_the_latest_drafts(made, office):
    office.draft("甲", status=Status.RETURNED, reason="T01")
    office.draft("乙")
    found = made()
    assert part(found, "联系人").lines == ("陈立新　0875-5122119　（来稿 2026-07-15）",)
    assert [line.split("　")[1:] for line in part(found, "最近来稿").lines] == [
        ["乙", "新到"],
        ["甲", "退稿：T01"],
    ]
    assert "退稿 1" in part(found, "来稿质量").lines[0]


def test_a_card_without_a_survey_has_its_words_already(made, store):
    found = assess(store, *DAYS)
    score = next(iter(found.units))
    words = card(score, found, "2026年1月1日至7月15日").words
    assert words.split("。")[:2] == made().words.split("。")[:2]


def test_the_card_can_be_pasted_as_text(made):
    text = made().text
    assert text.startswith("云岭县教育局，")
    assert "【逐月】\n　1月　2月" in text


def test_offers_tell_what_one_more_item_earns(store, booked):
    score = next(iter(assess(store, *DAYS).units))
    found = {one.name: one.points for one in offers_of(store, score, DAYS[1])}
    assert found == {"信息": Decimal(5), "简讯": Decimal("1.5")}


@pytest.mark.parametrize("shape", ["5", "zeros", "giant", "negative"])
def test_every_unit_of_an_odd_office_has_a_card(surveyed, shape):
    found = surveyed(shape)
    for one in found.units:
        made = card(one.score, found.table, found.stretch.name, None, found)
        assert f"得 {one.score.points.normalize():f} 分" in made.words
        assert part(made, "逐月")
