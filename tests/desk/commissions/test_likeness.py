"""Drafts are known as answers by the number they name, else by the words they share."""

import tomllib
from pathlib import Path

import pytest

from desk.commissions.commission import Commission
from desk.commissions.likeness import LEAST, LEAST_UNASKED, Seen, Words, names_number, score
from desk.commissions.rules import CommissionRules

CASES = tomllib.loads((Path(__file__).parent / "likeness_cases.toml").read_text(encoding="utf-8"))


def measured(least):
    """Precision and recall in percent over every draft against every topic, and how many."""
    answers = [(one["key"], words) for one in CASES["topic"] for words in one["answers"]]
    others = [("", words) for one in CASES["other"] for words in one["drafts"]]
    right = wrong = missed = 0
    for key, (title, text) in (*answers, *others):
        seen = Seen(Words("来稿.docx", title, text))
        found = {one["key"] for one in CASES["topic"] if score(seen, topic(one)) >= least}
        right += key in found
        wrong += len(found - {key})
        missed += bool(key) and key not in found
    return 100 * right // (right + wrong), 100 * right // (right + missed), len(answers + others)


def topic(one):
    points = tuple(one["points"])
    return Commission(title=one["title"], day=None, due=None, points=points)


def test_most_answers_are_proposed_and_next_to_nothing_else():
    precision, recall, cases = measured(LEAST)
    assert cases > 60
    assert precision >= 95
    assert recall >= 90


def test_of_units_nobody_asked_only_what_is_plainly_about_it_is_proposed():
    precision, _recall, _cases = measured(LEAST_UNASKED)
    assert precision == 100


@pytest.fixture
def twelfth(now):
    return Commission(title="农田水利", day=now.date(), due=now, number="约稿〔2026〕12号")


@pytest.mark.parametrize(
    "written",
    [
        "约稿〔2026〕12号",
        "约稿[2026]12号",
        "约稿（2026）第12号",
        "约稿２０２６年１２号",
        "约稿 〔 2026 〕 012 号",
        "约稿通知单〔2026〕12号",
        "2026年第12号约稿通知",
        "按第12号约稿要求",
        "约稿2026-12 水利",
    ],
)
def test_a_number_is_known_however_it_is_written(twelfth, written):
    for words in (Words(written, "", ""), Words("", written, ""), Words("", "", written)):
        assert names_number(Seen(words), twelfth, CommissionRules(), 2026)


@pytest.mark.parametrize(
    "written",
    [
        "约稿〔2026〕112号",
        "约稿〔2025〕12号",
        "2025年第12号约稿通知",
        "云政办〔2026〕12号",
        "请于约稿2026年12月5日前报",
        "约稿2026-12-05",
    ],
)
def test_other_numbers_are_not_taken_for_it(twelfth, written):
    assert not names_number(Seen(Words("", written, "")), twelfth, CommissionRules(), 2026)


def test_the_offices_own_pattern_is_looked_for(twelfth):
    rules = CommissionRules("信息要情〔{year}〕{number}号")
    assert names_number(Seen(Words("", "信息要情[2026]12号", "")), twelfth, rules, 2026)
