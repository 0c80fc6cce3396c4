"""The calendar of the year: what falls when, from when it is asked for, and what became of it."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from desk.errors import FieldError
from desk.topic_pool.foreseeable import Foreseeable, calendar, shipped, to_ask
from desk.topic_pool.foreseeing import (
    keep_occasion,
    new_key,
    reset_occasion,
    restore_calendar,
    switch,
    take_up,
    wave_off,
)
from desk.topic_pool.lunar import feasts, first_year, last_year, lunar_day, terms
from desk.topic_pool.noting import forget_topics
from desk.topic_pool.occasion import Occasion, happenings, must_be_readable, unreached

KNOWN = [  # from the State Council's notices on holidays and the Purple Mountain almanac
    ("春节", date(2024, 2, 10)),
    ("春节", date(2025, 1, 29)),
    ("春节", date(2026, 2, 17)),
    ("春节", date(2027, 2, 6)),
    ("春节", date(2030, 2, 3)),
    ("除夕", date(2026, 2, 16)),
    ("元宵", date(2026, 3, 3)),
    ("清明", date(2024, 4, 4)),
    ("清明", date(2026, 4, 5)),
    ("端午", date(2024, 6, 10)),
    ("端午", date(2025, 5, 31)),
    ("端午", date(2026, 6, 19)),
    ("中秋", date(2024, 9, 17)),
    ("中秋", date(2025, 10, 6)),
    ("中秋", date(2026, 9, 25)),
    ("冬至", date(2024, 12, 21)),
    ("冬至", date(2026, 12, 22)),
    ("立春", date(2025, 2, 3)),
    ("秋分", date(2026, 9, 23)),
]


def _days(when, year=2026):
    occasion = Occasion("x", "x", when)
    found = happenings(occasion, date(year, 1, 1), date(year, 12, 31))
    return [(one.first, one.last) for one in found if one.first.year == year]


def _ahead(store, key, first=date(2026, 1, 1), last=date(2026, 12, 31)):
    with store.read() as work:
        held = calendar(work, first, last)
    return next(one for one in held if one.happening.occasion.key == key)


def _asked(store, today):
    with store.read() as work:
        return {one.happening.occasion.key for one in to_ask(work, today)}


@pytest.mark.parametrize(("name", "day"), KNOWN)
def test_terms_and_feasts_fall_on_their_known_days(name, day):
    assert lunar_day(name, day.year) == day


def test_terms_follow_one_another_through_every_year_of_the_table():
    assert len(terms()) == 24
    for year in range(first_year(), last_year() + 1):
        days = [lunar_day(name, year) for name in terms()]
        gaps = [(later - day).days for day, later in pairwise(days)]
        assert set(gaps) <= {13, 14, 15, 16, 17}


def test_every_feast_has_a_day_in_every_year_of_the_table():
    years = range(first_year(), last_year() + 1)
    assert all(lunar_day(name, year) for name in feasts() for year in years)


def test_new_year_comes_a_day_after_its_eve_and_a_fortnight_before_lanterns():
    for year in range(first_year(), last_year() + 1):
        eve, feast, lanterns = (lunar_day(one, year) for one in ("除夕", "春节", "元宵"))
        assert ((feast - eve).days, (lanterns - feast).days) == (1, 14)


def test_rules_name_days_spans_terms_feasts_and_months():
    assert _days("11-09") == [(date(2026, 11, 9), date(2026, 11, 9))]
    assert _days("清明-3~清明+2") == [(date(2026, 4, 2), date(2026, 4, 7))]
    assert _days("11-15~03-15") == [(date(2026, 11, 15), date(2027, 3, 15))]
    assert [one[0].month for one in _days("每季20")] == [1, 4, 7, 10]
    assert len(_days("每月25")) == 12


@pytest.mark.parametrize("when", ["", "13-01", "02-30", "每月31", "惊喜", "01-01~02-01~03-01"])
def test_a_rule_that_names_no_day_is_refused_with_examples(when):
    with pytest.raises(FieldError, match="可以写"):
        must_be_readable(when)


def test_a_year_the_table_does_not_reach_is_told():
    assert unreached(2026) == ""
    assert "2036" in unreached(2036)
    assert _days("春节", 2036) == []


def test_what_is_shipped_can_be_read_and_is_called_once():
    keys = [one.key for one in shipped()]
    assert len(keys) == len(set(keys))
    for one in shipped():
        must_be_readable(one.when)


def test_an_occasion_is_asked_for_from_its_lead_days_on(store, office):
    assert "fire-day" not in _asked(store, date(2026, 10, 29))
    assert "fire-day" in _asked(store, date(2026, 10, 30))
    assert "fire-day" not in _asked(store, date(2026, 11, 10))


def test_solar_terms_stand_in_the_calendar_but_remind_of_nothing(store, office):
    assert _ahead(store, "term-小雪").happening.first == date(2026, 11, 22)
    assert not any(one.startswith("term-") for one in _asked(store, date(2026, 11, 20)))


def test_an_occasion_taken_up_is_asked_for_no_more_until_that_is_undone(store, office):
    ahead = _ahead(store, "autumn-term")
    (topic,) = take_up(store, [ahead.happening], by=office.by)
    assert topic.units == (office.units[0].id,)
    assert topic.wanted == date(2026, 9, 1)
    assert "autumn-term" not in _asked(store, date(2026, 8, 25))
    assert take_up(store, [ahead.happening], by=office.by) == []
    forget_topics(store, [topic.id], by=office.by)
    assert "autumn-term" in _asked(store, date(2026, 8, 25))


def test_an_occasion_waved_off_this_year_comes_again_the_next(store, office):
    former = wave_off(store, [_ahead(store, "fire-day").happening], "消防队自报", by=office.by)
    assert _ahead(store, "fire-day").waved == "消防队自报"
    assert "fire-day" not in _asked(store, date(2026, 11, 1))
    assert "fire-day" in _asked(store, date(2027, 11, 1))
    restore_calendar(store, former, by=office.by)
    assert "fire-day" in _asked(store, date(2026, 11, 1))


def test_the_office_adds_changes_and_switches_off_occasions(store, office):
    own = Occasion(new_key(Foreseeable()), "荔枝上市和销售", "06-10~07-05", "农事")
    keep_occasion(store, own, by=office.by)
    former = switch(store, "fire-day", on=False, by=office.by)
    fair = next(one for one in shipped() if one.key == "harvest-festival")
    keep_occasion(store, replace(fair, lead=30), by=office.by)
    assert _ahead(store, own.key).happening.first == date(2026, 6, 10)
    assert "fire-day" not in _asked(store, date(2026, 11, 1))
    assert "harvest-festival" in _asked(store, date(2026, 8, 25))
    reset_occasion(store, "harvest-festival", by=office.by)
    assert "harvest-festival" not in _asked(store, date(2026, 8, 25))
    restore_calendar(store, former, by=office.by)
    assert "fire-day" in _asked(store, date(2026, 11, 1))


def test_an_own_occasion_needs_a_name_and_days(store, office):
    with pytest.raises(FieldError, match="还没有名称"):
        keep_occasion(store, Occasion("own-1", " ", "06-10"), by=office.by)
    with pytest.raises(FieldError, match="看不出是哪一天"):
        keep_occasion(store, Occasion("own-1", "荔枝上市", "夏天"), by=office.by)
