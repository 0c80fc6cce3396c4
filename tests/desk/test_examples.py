"""Beside a text stand the printed items most like it, and how often the like is adopted."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from desk import compiling
from desk.drafts import Kind, Status
from desk.examples import examples, subject_words
from desk.issues import Entry
from desk.releasing import release
from desk.settings import Settings

TODAY = date(2026, 7, 16)
FLOOD = "7月10日，县水利局组织巡查水库堤防，排查险工险段12处，转移低洼地带群众86人。"


@pytest.fixture
def printed(office):
    """Print drafts in one issue."""

    def printed(*drafts):
        made = compiling.new_issue(office.store, office.publication.id, TODAY, by=office.by)
        section = office.publication.sections[0].id
        entries = [Entry(one.id, section) for one in drafts]
        compiling.arrange(office.store, made.id, entries, by=office.by)
        settings = Settings(office="云岭县人民政府办公室")
        for _progress in release(office.store, made.id, settings, by=office.by):
            pass

    return printed


@pytest.fixture
def history(office, printed):
    """Two printed items on other and on the same subject, and a rejected one."""
    ready = {"status": Status.READY}
    printed(
        office.draft("县教育局检查校园食堂", "县教育局检查校园食堂86所，发现隐患35处。", **ready),
        office.draft("县水利局巡查水库堤防", FLOOD, unit_ids=(office.units[1].id,), **ready),
    )
    office.draft("县水利局巡查水库堤防未用稿", FLOOD + "另一篇。", status=Status.REJECTED)


def test_the_nearest_printed_item_comes_first_with_its_place_and_points(office, history):
    own = office.draft("柳林镇巡查水库堤防", FLOOD.replace("县水利局", "柳林镇"))
    first = examples(office.store, own, TODAY).items[0]
    assert first.draft.title == "县水利局巡查水库堤防"
    assert (first.printed, first.points) == ("《政务信息》2026年第1期", Decimal(5))
    assert (first.units, first.day) == ("县水利局", TODAY)
    assert "水库" in first.shared


def test_what_was_not_printed_is_no_example(office, history):
    own = office.draft("柳林镇巡查水库堤防", FLOOD.replace("县水利局", "柳林镇"))
    titles = [one.draft.title for one in examples(office.store, own, TODAY).items]
    assert "县水利局巡查水库堤防未用稿" not in titles
    assert own.title not in titles


def test_rates_tell_of_the_unit_and_the_kind_this_year(office, history):
    own = office.draft("柳林镇巡查水库堤防", FLOOD.replace("县水利局", "柳林镇"))
    unit, kind = examples(office.store, own, TODAY).rates
    assert (unit.what, unit.adopted, unit.sent) == ("县教育局", 1, 3)
    assert (kind.what, kind.adopted, kind.sent) == (Kind.DYNAMIC, 2, 4)
    later = examples(office.store, own, TODAY + timedelta(365))
    assert {one.sent for one in later.rates} == {0}


def test_an_empty_history_has_no_examples(office):
    found = examples(office.store, office.draft(), TODAY)
    assert found.items == ()
    assert [one.adopted for one in found.rates] == [0, 0]


def test_a_subject_is_told_by_words_that_say_something(office):
    draft = office.draft("云岭县积极推进水库除险加固", FLOOD)
    words = subject_words(draft)
    assert "水库" in words
    assert not {"推进", "积极", "云岭"} & set(words)
