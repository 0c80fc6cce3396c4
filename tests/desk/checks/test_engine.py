"""How findings are placed, settled, applied and gathered."""

from desk.checks.checklist import BY_KIND, COMMON, checklist_for
from desk.checks.engine import apply_fixes, check, check_paragraph, group
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Finding, Severity
from desk.drafts import Kind


def fragment(text):
    return check(Manuscript(body=text, is_fragment=True))


def test_places_count_from_the_beginning_of_the_body():
    findings = check(Manuscript(body="全县增收。\n😀其它乡镇跟进。"))
    assert [(one.rule, one.field, one.start, one.end) for one in findings] == [
        ("W02", "body", 7, 9)
    ]


def test_the_title_comes_before_the_body():
    body = "9月12日，云岭县秋粮收购进度过半。其它乡镇跟进。"
    findings = check(Manuscript("云岭县秋粮收购进度过半！", body))
    assert [(one.rule, one.field) for one in findings] == [("T01", "title"), ("W02", "body")]


def test_a_wrong_ellipsis_is_one_finding():
    assert [(one.rule, one.fix) for one in fragment("谈种植、谈销路。。。")] == [("P06", "……")]


def test_a_mark_after_a_bracketed_number_is_one_finding():
    assert [one.rule for one in fragment("（1）,强化领导")] == ["P08"]


def test_a_half_width_mark_that_closes_a_title_is_deleted_not_widened():
    findings = check(Manuscript("云岭县秋粮收购进度过半,"))
    assert [(one.rule, one.fix) for one in findings] == [("T02", "")]


def test_a_fragment_has_no_title_to_measure():
    assert fragment("防汛工作") == ()


def test_a_paragraph_alone_gives_what_it_gives_in_its_body():
    text = "其它乡镇共排查隐患35处,已整改。"
    whole = check(Manuscript(body=text))
    assert check_paragraph(text) == tuple(sorted(whole, key=lambda one: one.rule))


def finding(start, end, fix):
    return Finding("P01", "body", start, end, Severity.ERROR, "半角", fix)


def test_fixes_are_applied_from_the_left_and_overlapping_ones_skipped():
    findings = [finding(4, 5, ""), finding(0, 2, "甲"), finding(1, 3, "乙"), finding(3, 4, None)]
    assert apply_fixes("一二三四五", findings) == "甲三四"


def test_cards_count_findings_and_fixes_errors_first():
    cards = group(fragment("其它乡镇,全县约300余人。\n其它地方XX个。"))
    assert [(card.rule.code, card.count, card.fixable) for card in cards] == [
        ("P01", 1, 1),
        ("N05", 1, 0),
        ("E13", 1, 0),
        ("W02", 2, 2),
    ]


def test_the_common_checklist_has_nine_items_and_every_kind_its_own():
    assert len(COMMON) == 9
    assert set(BY_KIND) == set(Kind)
    assert checklist_for(None) == COMMON
    assert checklist_for(Kind.INCIDENT)[:9] == COMMON


def test_checklist_ids_are_used_once():
    ids = [item.id for items in (COMMON, *BY_KIND.values()) for item in items]
    assert len(ids) == len(set(ids))
