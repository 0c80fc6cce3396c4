"""What the office makes of the rules, and the figures it has printed, come back as they went in."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desk.checks.earlier import Figure
from desk.checks.lexicon import Entry
from desk.checks.office import Level
from desk.drafts import Scope, Waiver, WaiverScope
from desk.issues import Issue
from desk.outcomes import Outcome
from desk.publications import Limits

ENTRY = Entry("S03", "搞定", ("办妥",), ("搞定制",), "口语", "本单位", date(2026, 7, 1))


def figure(key="固定资产投资|元", period="2026-01/2026-06", value="1230000000"):
    return Figure(key, period, Fraction(value), Fraction(1, 3), "12.3亿元", "body", 4, 9)


@pytest.fixture
def printed(work, publication, draft_of, now):
    """A draft whose figures stand in an issue."""
    draft = work.drafts.add(draft_of(), "王敏")
    issue = work.issues.save(Issue(publication.id, 12, 12, date(2026, 7, 15)))
    work.rulebook.put_figures(issue.id, draft.id, [figure()])
    return draft


def test_a_word_comes_back_and_goes(work):
    work.rulebook.save_word(ENTRY)
    work.rulebook.save_word(replace(ENTRY, is_active=False))
    assert work.rulebook.words() == [replace(ENTRY, is_active=False)]
    work.rulebook.delete_word("S03", "搞定")
    assert work.rulebook.words() == []


def test_levels_are_kept_apart_by_publication(work):
    work.rulebook.set_level(0, "W02", Level.ERROR)
    work.rulebook.set_level(3, "W02", Level.OFF)
    work.rulebook.set_level(0, "W02", None)
    assert (work.rulebook.levels(), work.rulebook.levels(3)) == ({}, {"W02": Level.OFF})


def test_outcomes_add_up_and_never_fall_below_nothing(work):
    work.rulebook.count("W02", accepted=2)
    work.rulebook.count("W02", accepted=1, waived=1)
    work.rulebook.count("W02", waived=-4)
    assert work.rulebook.outcomes() == {"W02": Outcome(3, 0)}


def test_words_kept_for_ever_come_back_with_who_and_why(work, now):
    waiver = Waiver("W02", "其它", "本地习惯", "王敏", now, WaiverScope.ALWAYS)
    work.rulebook.keep(waiver)
    assert work.rulebook.kept() == [waiver]
    work.rulebook.unkeep("W02", "其它")
    assert work.rulebook.kept() == []


def test_printed_figures_come_back_exactly_with_their_issue(work, printed):
    (found,) = work.rulebook.printed(["固定资产投资|元", "别的|元"])
    assert replace(found.figure, field="body", start=4, end=9) == figure()
    assert (found.where, found.day) == ("《政务信息》2026年第12期", date(2026, 7, 15))


def test_a_drafts_own_figures_are_left_out(work, printed):
    assert work.rulebook.printed(["固定资产投资|元"], but=printed.id) == []


def test_a_thousand_indicators_are_asked_for_at_once(work, printed):
    keys = [f"指标{number}|元" for number in range(1200)]
    assert len(work.rulebook.printed([*keys, "固定资产投资|元"])) == 1


def test_waivers_of_one_place_and_of_the_item_stand_side_by_side(work, draft_of, now):
    draft = work.drafts.add(draft_of(), "王敏")
    item = Waiver("W02", "其它", "引文", "王敏", now)
    once = replace(item, scope=WaiverScope.ONCE, around="其它学校")
    for waiver in (item, once, replace(once, reason="再想想")):
        work.drafts.waive(draft.id, waiver)
    assert work.drafts.waivers(draft.id) == [item, replace(once, reason="再想想")]
    work.drafts.unwaive(draft.id, "W02", "其它", "其它学校")
    assert work.drafts.waivers(draft.id) == [item]


def test_scope_and_limits_are_kept(work, publication, draft_of):
    draft = work.drafts.add(draft_of(scope=Scope.PUBLIC), "王敏")
    assert work.drafts.get(draft.id).scope is Scope.PUBLIC
    sections = tuple(replace(one, limits=Limits(0, 80, 1)) for one in publication.sections)
    changed = replace(publication, limits=Limits(100, 300, 2), results_only=True, sections=sections)
    work.catalogue.save_publication(changed)
    assert work.catalogue.publications() == [changed]
