"""Laws of the engine over any text."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.checks.catalogue import catalogue
from desk.checks.engine import apply_fixes, check, group
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Severity

_PIECES = st.sampled_from(
    [
        "一、",
        "（一）",
        "(1)",
        "1.",
        "1、",
        "①",
        "一是",
        "二是",
        "四是",
        "第一，",
        "第三、",
        "首先、",
        "“",
        "”",
        "‘",
        "’",
        "《",
        "》",
        "（",
        "）",
        "(",
        ")",
        "，",
        "。",
        "；",
        "：",
        "、",
        "…",
        "...",
        "。。。",
        "!",
        "？",
        "我局",
        "我们",
        "截止",
        "其它",
        "台帐",
        "的的",
        "了了",
        "开展开展",
        "约300余人",
        "超过50人以上",
        "增长-5%",
        ".8%",
        "2月30日",
        "3月5日（星期三）",
        "2026年",
        "XX",
        "××",
        "*",
        "\ufffd",
        "\u200b",
        "\n",
        "\u3000",
        " ",
        "县",
        "全县",
        "工作",
        "等",
        "3.5",
        "http://a.cn",
        "😀",
        "三举措",
        "到位",
    ]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=40).map("".join))


def _manuscripts():
    return st.builds(
        Manuscript,
        title=TEXTS,
        body=TEXTS,
        report_date=st.none() | st.dates(date(1999, 1, 1), date(2099, 12, 31)),
        units=st.sampled_from([(), ("云岭县应急管理局",), ("甲局", "乙局")]),
        is_fragment=st.booleans(),
    )


@settings(max_examples=300, deadline=None)
@given(_manuscripts())
def test_findings_lie_within_their_field_in_order(manuscript):
    texts = {field.value: text for field, text in manuscript.fields}
    fields = list(texts)
    findings = check(manuscript)
    for finding in findings:
        assert 0 <= finding.start < finding.end <= len(texts[finding.field])
        assert finding.message
        assert finding.fix != texts[finding.field][finding.start : finding.end]
    places = [(fields.index(one.field), one.start, one.end, one.rule) for one in findings]
    assert places == sorted(set(places))


@settings(max_examples=150, deadline=None)
@given(_manuscripts())
def test_checking_again_finds_the_same(manuscript):
    assert check(manuscript) == check(manuscript)


@settings(max_examples=200, deadline=None)
@given(_manuscripts())
def test_fixes_of_one_rule_never_overlap(manuscript):
    by_place = {}
    for finding in check(manuscript):
        if finding.fix is not None:
            by_place.setdefault((finding.rule, finding.field), []).append(finding)
    for findings in by_place.values():
        for one, following in pairwise(findings):
            assert one.end <= following.start


@settings(max_examples=150, deadline=None)
@given(_manuscripts())
def test_groups_hold_every_finding_once_errors_first(manuscript):
    findings = check(manuscript)
    groups = group(findings)
    assert sorted(map(repr, findings)) == sorted(
        repr(one) for card in groups for one in card.findings
    )
    assert all(card.rule is catalogue()[card.findings[0].rule] for card in groups)
    weights = [list(Severity).index(card.severity) for card in groups]
    assert weights == sorted(weights)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_fragment_is_never_judged_as_a_whole_draft(text):
    rules = {finding.rule for finding in check(Manuscript(body=text, is_fragment=True))}
    assert not any(code.startswith(("T", "E0", "E10", "E11", "E12", "M")) for code in rules)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_nothing_is_applied_where_no_fix_is_offered(text):
    findings = [one for one in check(Manuscript(body=text)) if one.fix is None]
    assert apply_fixes(text, findings) == text
