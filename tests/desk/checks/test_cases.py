"""The cases of every rule, as data: what it finds, what it leaves alone, what its fix makes."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from desk.checks.catalogue import catalogue
from desk.checks.engine import apply_fixes, check
from desk.checks.manuscript import Manuscript

FOLDER = Path(__file__).parent / "cases"
CASES = {
    path.stem: tomllib.loads(path.read_text("utf-8"))["case"] for path in FOLDER.glob("*.toml")
}
EACH = [
    pytest.param(code, case, id=f"{code}: {case['name']}") for code in CASES for case in CASES[code]
]


def manuscript_of(case):
    reported = case.get("report_date")
    return Manuscript(
        title=case.get("title", ""),
        body=case.get("text", case.get("body", "")),
        report_date=date.fromisoformat(reported) if reported else None,
        units=(case["unit"],) if "unit" in case else (),
        is_fragment="text" in case,
    )


@pytest.mark.parametrize(("code", "case"), EACH)
def test_rule_finds_exactly_what_its_case_says(code, case):
    manuscript = manuscript_of(case)
    texts = {field.value: text for field, text in manuscript.fields}
    found = [finding for finding in check(manuscript) if finding.rule == code]
    assert [texts[one.field][one.start : one.end] for one in found] == case.get("finds", [])
    if "fixed" in case:
        assert apply_fixes(texts[found[0].field], found) == case["fixed"]


def test_every_rule_has_six_cases_and_half_of_them_stay_silent():
    assert set(CASES) == set(catalogue())
    for code, cases in CASES.items():
        silent = [case for case in cases if not case.get("finds")]
        assert len(cases) >= 6, code
        assert len(silent) * 2 >= len(cases), code
