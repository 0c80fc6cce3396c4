"""What the thresholds keep on the drafts they were not chosen on."""

import pytest

from desk.duplicates.likeness import Nature
from tests.desk.duplicates.generated import collection
from tests.desk.duplicates.scored import score


@pytest.fixture(scope="module")
def measured():
    return score(collection(1))


def test_a_warning_is_hardly_ever_wrong(measured):
    assert measured.precision >= 0.95


@pytest.mark.parametrize(
    ("nature", "least"),
    [
        (Nature.EXACT, 1),
        (Nature.AGAIN, 0.95),
        (Nature.RECYCLED, 0.9),
        (Nature.SAME_EVENT, 0.8),
    ],
)
def test_most_likenesses_are_found(measured, nature, least):
    assert measured.recall(nature) >= least


def test_a_found_likeness_is_called_what_it_is(measured):
    assert sum(measured.named.values()) >= 0.98 * sum(measured.found.values())


def test_no_two_reports_of_a_campaign_are_taken_for_one(measured):
    forms = {one.form for pair in measured.wrong for one in pair[:2]}
    assert "campaign" not in forms
