"""Correct drafts of all eight kinds: the whole catalogue has nothing to say."""

from datetime import date
from pathlib import Path

import pytest

from desk.checks.engine import check
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Severity
from desk.drafts import Kind

FOLDER = Path(__file__).parent / "clean"
DRAFTS = [pytest.param(path, id=path.stem) for path in sorted(FOLDER.glob("*.txt"))]


def above_hints(findings):
    return [one for one in findings if one.severity is not Severity.INFO]


@pytest.mark.parametrize("path", DRAFTS)
def test_a_correct_draft_is_clean(path):
    title, _, body = path.read_text("utf-8").rstrip("\n").partition("\n")
    manuscript = Manuscript(title, body, Kind(path.stem.split("-")[0]), date(2026, 11, 16))
    assert above_hints(check(manuscript)) == []


@pytest.mark.parametrize("path", DRAFTS)
def test_its_paragraphs_are_clean_as_fragments(path):
    for paragraph in path.read_text("utf-8").splitlines()[1:]:
        findings = check(Manuscript(body=paragraph, is_fragment=True))
        assert above_hints(findings) == []


def test_every_kind_has_a_correct_draft():
    assert {path.stem.split("-")[0] for path in FOLDER.glob("*.txt")} == {
        kind.value for kind in Kind
    }
