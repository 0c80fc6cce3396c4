"""The checks on labelled texts that were written apart from the rules, against their targets."""

import pytest

from tests.bench import quality

STRICT = {"T": 0.95, "P": 0.95, "N": 0.95, "D": 0.95}


@pytest.fixture(scope="module")
def score():
    return quality.measure()


def test_the_corpus_is_large_enough_to_tell(score):
    assert score.drafts >= 150
    assert score.errors.total() >= 500
    assert score.traps >= 250
    assert {code[0] for code in score.errors} == set("TPNDAWSEFOCX")


def test_correct_drafts_stay_silent(score):
    assert score.silent / score.drafts >= 0.97
    assert 1000 * score.false / score.characters <= 0.1


def test_traps_are_left_alone(score):
    assert score.touched / score.traps <= 0.03


@pytest.mark.parametrize("family", list("TPNDAWSEFOCX"))
def test_most_errors_of_a_family_are_found(score, family):
    errors = sum(count for code, count in score.errors.items() if code[0] == family)
    found = sum(count for code, count in score.found.items() if code[0] == family)
    assert found / errors >= STRICT.get(family, 0.85)


def test_offered_fixes_are_exactly_right(score):
    assert score.exact / score.fixes >= 0.95
