"""What holds for every rule of the catalogue."""

from dataclasses import replace

import pytest

from desk.checks.catalogue import by_code, catalogue
from desk.checks.engine import apply_fixes, check
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Need, Severity

RULES = pytest.mark.parametrize("rule", catalogue().values(), ids=list(catalogue()))


def shown(rule, example):
    """The manuscript of an example; the first line is the title where the rule needs one."""
    known = rule.sample or Manuscript()
    if rule.needs in (Need.TITLE, Need.WHOLE):
        title, _, body = example.partition("\n")
        return replace(known, title=title, body=body)
    return replace(known, body=example, is_fragment=True)


def found(rule, manuscript):
    return [finding for finding in check(manuscript) if finding.rule == rule.code]


@RULES
def test_bad_example_is_found(rule):
    assert found(rule, shown(rule, rule.bad))


@RULES
def test_good_example_is_right_in_the_eyes_of_all_rules_that_read_a_text(rule):
    """The examples are no whole drafts: what compares or counts their parts has no say."""
    said = [
        one
        for one in check(shown(rule, rule.good))
        if one.rule == rule.code
        or (catalogue()[one.rule].check and one.severity is not Severity.INFO)
    ]
    assert said == []


@RULES
def test_fixing_the_bad_example_leaves_nothing_to_find(rule):
    manuscript = shown(rule, rule.bad)
    fixes = [finding for finding in found(rule, manuscript) if finding.fix is not None]
    if not fixes:
        assert all(len(finding.message) > 8 for finding in found(rule, manuscript))
        return
    key = "title" if fixes[0].field == "title" else "body"
    fixed = apply_fixes(getattr(manuscript, key), fixes)
    assert found(rule, replace(manuscript, **{key: fixed})) == []


@RULES
def test_card_is_complete(rule):
    texts = (rule.name, rule.summary, rule.reason, rule.source, rule.bad, rule.good)
    assert all(text.strip() for text in texts)
    assert rule.summary.endswith("。")
    assert rule.reason.endswith("。")


def test_a_code_used_twice_is_refused():
    rule = catalogue()["P01"]
    with pytest.raises(ValueError, match="P01 is taken by 半角标点"):
        by_code([rule, replace(rule, name="别的规则")])


def test_a_rule_yields_only_to_rules_that_exist():
    for rule in catalogue().values():
        assert rule.yields_to <= set(catalogue()) - {rule.code}


def test_the_first_rules_of_the_catalogue_are_there():
    first = (
        "T01 T02 T03 T06 T08 T09 P01 P02 P03 P05 P06 P08 P09 P10 P11 N02 N05 N08 D01 D02 "
        "W01 W02 W03 W08 W14 S01 S04 E13 F02"
    )
    assert set(first.split()) <= set(catalogue())


def test_a_rule_that_neither_checks_nor_judges_is_refused():
    with pytest.raises(ValueError, match="either a check or a judge"):
        by_code([replace(catalogue()["P01"], check=None)])
