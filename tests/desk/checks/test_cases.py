"""The cases of every rule, as data: what it finds, what it leaves alone, what its fix makes."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from desk.body import Table
from desk.checks.catalogue import catalogue
from desk.checks.earlier import Earlier, PrintedFigure
from desk.checks.engine import apply_fixes, check
from desk.checks.indicators import figures_in
from desk.checks.manuscript import Manuscript
from desk.checks.office import Profile
from desk.checks.whole import Record
from desk.drafts import Kind, Scope, Secrecy

FOLDER = Path(__file__).parent / "cases"
CASES = {
    path.stem: tomllib.loads(path.read_text("utf-8"))["case"] for path in FOLDER.glob("*.toml")
}
EACH = [
    pytest.param(code, case, id=f"{code}: {case['name']}") for code in CASES for case in CASES[code]
]


def day_of(value):
    return date.fromisoformat(value) if isinstance(value, str) else value


def table_of(given):
    return Table(
        tuple(map(tuple, given["rows"])), given.get("header_rows", 1), given.get("caption", "")
    )


def earlier_of(given):
    return Earlier(**{**given, "day": day_of(given["day"])})


def printed_of(given):
    """Every figure of a text that stands in a released issue."""
    day = day_of(given["day"])
    told = Manuscript(body=given["body"], title=given.get("title", ""), report_date=day)
    return [PrintedFigure(one, given["where"], day) for one in figures_in(told.whole)]


def record_of(given):
    given = dict(given)
    if "secrecy" in given:
        given["secrecy"] = Secrecy(given["secrecy"])
    if "scope" in given:
        given["scope"] = Scope(given["scope"])
    return Record(**given)


def manuscript_of(case):
    return Manuscript(
        title=case.get("title", ""),
        body=case.get("text", case.get("body", "")),
        kind=Kind(case["kind"]) if "kind" in case else None,
        report_date=day_of(case.get("report_date")),
        event_date=day_of(case.get("event_date")),
        units=(case["unit"],) if "unit" in case else (),
        is_fragment="text" in case,
        tables=tuple(map(table_of, case.get("tables", ()))),
        record=record_of(case["record"]) if "record" in case else None,
        earlier=tuple(map(earlier_of, case.get("earlier", ()))),
        printed=tuple(one for given in case.get("printed", ()) for one in printed_of(given)),
        profile=Profile(**case["profile"]) if "profile" in case else None,
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
