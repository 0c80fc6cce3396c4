"""What a draft is compared with: what the office already has, and has printed."""

from datetime import date
from fractions import Fraction

from desk.checks.earlier import Earlier, PrintedFigure
from desk.checks.engine import check
from desk.checks.indicators import figures_in
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Severity

TITLE = "云岭县旅游持续升温"
BODY = "1—8月，云岭县接待游客96万人次，同比增长12%。"
REPORTED = date(2026, 9, 9)


def draft(body=BODY, **known):
    return Manuscript(title=TITLE, body=body, report_date=REPORTED, **known)


def found(rule, manuscript):
    return [one for one in check(manuscript) if one.rule == rule]


def earlier(**known):
    return Earlier(TITLE, "《政务信息》2025年第60期", date(2025, 9, 4), **known)


def test_a_title_that_was_printed_weighs_more_than_one_that_was_sent():
    (printed,) = found("X03", draft(earlier=(earlier(), earlier(is_printed=True))))
    (sent,) = found("X03", draft(earlier=(earlier(),)))
    assert (printed.severity, sent.severity) == (Severity.WARNING, Severity.INFO)
    assert "《政务信息》2025年第60期（2025年9月4日）" in printed.message


def test_the_most_alike_of_several_items_is_named():
    near, far = earlier(likeness=93), Earlier("秋游", "青龙镇来稿", REPORTED, likeness=70)
    (hint,) = found("X02", draft(earlier=(far, near)))
    assert "相似93%；另有1条也相似" in hint.message
    assert hint.severity is Severity.INFO


def test_a_figure_is_known_by_indicator_place_unit_and_period():
    (figure,) = figures_in(draft().whole)
    assert (figure.key, figure.period) == ("接待游客|云岭县|人次", "2026-01/2026-08")
    assert (figure.value, figure.margin) == (Fraction(960000), Fraction(5000))
    assert BODY[figure.start : figure.end] == figure.text == "96万人次"


def test_a_figure_keeps_its_key_in_other_words():
    other = draft("今年1至8月，全县共接待游客95.8万人次，较上年同期增长12%。")
    assert [one.key for one in figures_in(other.whole)] == ["接待游客|云岭县|人次"]


def test_both_places_are_shown_where_an_issue_printed_another_value():
    (figure,) = figures_in(draft("1—8月，云岭县接待游客69万人次。").whole)
    printed = PrintedFigure(figure, "《政务信息》2026年第58期", date(2026, 9, 4))
    (warning,) = found("X04", draft(printed=(printed,)))
    assert warning.severity is Severity.WARNING
    assert warning.choices == ("69万人次",)
    assert "《政务信息》2026年第58期（2026年9月4日）" in warning.message


def test_the_issue_that_printed_the_same_value_silences_an_older_one():
    (wrong,) = figures_in(draft("1—8月，云岭县接待游客69万人次。").whole)
    (right,) = figures_in(draft().whole)
    issues = (
        PrintedFigure(wrong, "《政务信息》2026年第58期", date(2026, 9, 4)),
        PrintedFigure(right, "《政务信息》2026年第59期", date(2026, 9, 7)),
    )
    assert found("X04", draft(printed=issues)) == []


def test_a_figure_without_a_year_is_not_remembered():
    assert figures_in(Manuscript(title=TITLE, body="接待游客96万人次。").whole) == ()
