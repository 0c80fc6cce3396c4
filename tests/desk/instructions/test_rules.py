"""By when feedback is due: what the leader wrote comes before the office's rule."""

from datetime import UTC, date, datetime

import pytest

from desk.errors import FieldError
from desk.instructions.rules import InstructionRules, UrgentWords, limit_of, said_limit, set_rules
from desk.office_clock import day_of

NOW = datetime(2026, 7, 15, 1, 30, tzinfo=UTC)  # Wednesday, 9:30 at the office


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("请水利局阅处。", date(2026, 7, 22)),
        ("请立即处置。", date(2026, 7, 16)),
        ("请尽快研究。", date(2026, 7, 20)),
        ("请三日内报结果。", date(2026, 7, 18)),
        ("请在5个工作日内整改到位。", date(2026, 7, 22)),
        ("一周内见效，立即办。", date(2026, 7, 22)),
        ("十五天内办结", date(2026, 7, 30)),
        ("两个月之内完成", date(2026, 9, 13)),
    ],
)
def test_the_limit_follows_the_words(text, day):
    assert day_of(limit_of(InstructionRules(), text, NOW, {}).due) == day


@pytest.mark.parametrize("text", ["内部整改", "0日内", "全县范围内", "五千元内", ""])
def test_words_that_name_no_limit_set_none(text):
    assert said_limit(text, NOW, {}) is None


def test_the_reason_names_the_word(desk):
    assert limit_of(InstructionRules(), "火速查办", NOW, {}).why == "批示有“火速”，1 个工作日"


def test_the_offices_own_rules_hold_and_can_be_put_back(desk):
    own = InstructionRules(feedback_days=10, urgent=(UrgentWords(("急",), 0),))
    former = set_rules(desk.store, own, by=desk.by)
    with desk.store.read() as work:
        assert work.matters.policy(InstructionRules()) == own
    assert former == InstructionRules()


def test_a_limit_of_no_days_for_feedback_is_refused(desk):
    with pytest.raises(FieldError):
        set_rules(desk.store, InstructionRules(feedback_days=0), by=desk.by)
