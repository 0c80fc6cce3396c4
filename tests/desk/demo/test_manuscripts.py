"""The drafts of the current weeks read like a county's own."""

import re
from datetime import date

import pytest

from desk.demo.faults import FAULTS
from desk.demo.manuscripts import current_manuscripts, tell
from desk.demo.registry import demo_office
from desk.demo.stories import extra_titles, stories
from desk.drafts import Kind

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_sixty_distinct_drafts_in_season(month):
    drafts = current_manuscripts(2026, date(2026, month, 18))
    assert len(drafts) >= 60
    assert len({draft.paragraphs for draft in drafts}) == len(drafts)
    assert len({draft.title for draft in drafts}) == len(drafts)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_story_fills_all_its_blanks_for_every_teller(month, random):
    for story in stories():
        for unit in story.tellers:
            draft = tell(story, unit, date(2026, month, 10), random)
            text = "".join((draft.title, *draft.paragraphs, draft.caption))
            assert not re.search(r"[{}]", text), draft.title
            assert 150 <= sum(map(len, draft.paragraphs)) <= 900, draft.title


def test_all_eight_kinds_are_told():
    assert {draft.kind for draft in current_manuscripts(2026, TODAY)} == set(Kind)


def test_a_third_of_the_drafts_has_faults_of_nearly_all_sorts():
    drafts = current_manuscripts(2026, TODAY)
    faulty = [draft for draft in drafts if draft.faults]
    assert len(drafts) // 4 < len(faulty) < len(drafts) // 2
    assert len({code for draft in faulty for code in draft.faults}) >= len(FAULTS) - 2


def test_some_drafts_have_tables_pictures_and_several_units():
    drafts = current_manuscripts(2026, TODAY)
    assert any(draft.table for draft in drafts)
    assert {"photo", "chart"} <= {draft.picture for draft in drafts}
    assert any(len(draft.units) > 1 for draft in drafts)


def test_no_draft_is_about_a_day_after_it_was_reported():
    assert all(draft.event <= draft.report <= TODAY for draft in current_manuscripts(2026, TODAY))


def test_a_township_is_not_called_a_town(random):
    drafts = [
        tell(story, "松坪乡", TODAY, random) for story in stories() if "松坪乡" in story.tellers
    ]
    text = "".join(paragraph for draft in drafts for paragraph in draft.paragraphs)
    assert drafts
    assert "该镇" not in text
    assert "全镇" not in text


def test_every_teller_and_partner_is_in_the_registry():
    known = {unit.short for unit in demo_office().units}
    named = {unit for story in stories() for unit in (*story.tellers, *story.partners)}
    assert named <= known
    assert set(extra_titles()) - {"综合"} <= known


def test_every_unit_has_something_to_tell():
    told = {unit for story in stories() for unit in story.tellers} | set(extra_titles())
    assert {unit.short for unit in demo_office().units} <= told


def test_no_two_units_answer_to_one_name():
    names = [
        name for unit in demo_office().units for name in {unit.name, unit.short, *unit.aliases}
    ]
    assert len(names) == len(set(names))
