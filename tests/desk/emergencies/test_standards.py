"""The grade follows from the numbers (令第493号 第三条); the list is at hand."""

import pytest

from desk.emergencies.categories import EmergencyForms
from desk.emergencies.emergency import Grade
from desk.emergencies.standards import proposed_grade, standards_text

ACCIDENT = EmergencyForms().category("安全事故")


@pytest.mark.parametrize(
    ("slots", "grade"),
    [
        ({"dead": "0", "injured": "2"}, Grade.COMMON),
        ({"dead": "2"}, Grade.COMMON),
        ({"dead": "3"}, Grade.LARGER),
        ({"injured": "10"}, Grade.LARGER),
        ({"loss": "1000"}, Grade.LARGER),
        ({"dead": "9人"}, Grade.LARGER),
        ({"dead": "10"}, Grade.GRAVE),
        ({"injured": "50"}, Grade.GRAVE),
        ({"loss": "5000"}, Grade.GRAVE),
        ({"dead": "30"}, Grade.GRAVEST),
        ({"injured": "100"}, Grade.GRAVEST),
        ({"loss": "10000"}, Grade.GRAVEST),
    ],
)
def test_a_grade_begins_with_its_number(slots, grade):
    assert proposed_grade(ACCIDENT, tuple(slots.items())).grade is grade


def test_nothing_counted_and_what_has_no_rule_get_no_grade(category):
    assert proposed_grade(ACCIDENT, (("firm", "某厂"),)) is None
    assert proposed_grade(category, (("dead", "30"),)) is None


def test_the_offices_own_text_goes_before_and_words_narrow_it():
    text = standards_text("燃气泄漏一律报。", category="疫情")
    assert text.startswith("本办公室的范围和标准\n· 燃气泄漏一律报。\n\n疫情")
    assert "疫情" not in standards_text("", "围堵")
    assert "堵门" in standards_text("", "堵门")
