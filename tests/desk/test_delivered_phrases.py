"""Skeletons leave gaps that the checks report, and say nothing the checks forbid."""

import pytest

from desk.body import plain
from desk.checking import Knowledge, check_draft
from desk.drafts import Draft, Original
from desk.phrases import Category, delivered

SKELETONS = [one for one in delivered() if one.category is Category.SKELETON]


@pytest.mark.parametrize("skeleton", SKELETONS, ids=lambda one: one.name)
def test_the_gaps_of_a_skeleton_are_reported(skeleton, now):
    body = plain(skeleton.text)
    draft = Draft("云岭县推进农田建设", body, Original("", "", body), now, kind=skeleton.kind)
    rules = {one.finding.rule for one in check_draft(draft, Knowledge())}
    assert "E13" in rules
