"""Faults put into correct drafts, one at a time: each is found, alone, and mended exactly."""

from pathlib import Path

import pytest

from desk.checks.engine import apply_fixes, check
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Severity

HALF = dict(zip("，。；：？！（）", ",.;:?!()", strict=True))
PARAGRAPHS = [
    line
    for path in sorted((Path(__file__).parent / "clean").glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()[1:]
]


def faults(paragraph, signs, spoil):
    """Yield the paragraph with one of the signs spoilt, each in turn."""
    for place, sign in enumerate(paragraph):
        if sign in signs:
            yield paragraph[:place] + spoil(sign) + paragraph[place + 1 :]


def above_hints(text):
    findings = check(Manuscript(body=text, is_fragment=True))
    return [one for one in findings if one.severity is not Severity.INFO]


def assert_mended(paragraph, spoilt, rule):
    findings = above_hints(spoilt)
    assert {finding.rule for finding in findings} == {rule}, spoilt
    assert apply_fixes(spoilt, findings) == paragraph


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_every_half_width_mark_is_widened(paragraph):
    for spoilt in faults(paragraph, HALF, HALF.get):
        assert_mended(paragraph, spoilt, "P01")


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_every_doubled_point_is_reduced(paragraph):
    for spoilt in faults(paragraph, "，。；：、", lambda sign: sign * 2):
        assert_mended(paragraph, spoilt, "P03")


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_every_lost_quotation_or_title_mark_is_missed(paragraph):
    for spoilt in faults(paragraph, "“”《》", lambda _sign: ""):
        assert {finding.rule for finding in above_hints(spoilt)} == {"P02"}, spoilt


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_every_account_written_as_a_tent_is_corrected(paragraph):
    for spoilt in faults(paragraph, "账", lambda _sign: "帐"):
        assert_mended(paragraph, spoilt, "W03")
