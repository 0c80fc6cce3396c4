from datetime import date
from decimal import Decimal

import pytest

from desk.facts import Fact, FactKind, Particulars
from desk.issues import Role
from desk.parts import PartRole
from desk.publications import Publication, Tier
from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.condition import Ask, Condition, Trait
from desk.scoring.matching import Seen, asker
from desk.units import Unit

TOLD = Particulars(
    form="调研",
    placement="头版",
    words=800,
    attachments=("图片",),
    tags=("转载",),
    channel="网站",
    kind="经验型",
    commissioned=True,
    level="省级",
    rank="主要领导",
    tone="肯定",
    grade="重大",
)
SEEN = Seen(
    Fact(
        FactKind.ADOPTION,
        date(2026, 3, 9),
        1,
        "春耕",
        "hand:1",
        role=Role.COMPOSITE,
        shares=3,
        part=PartRole.MAIN,
        issue_number="14",
        note="领导讲话一篇",
        particulars=TOLD,
    ),
    Publication("省每日要情", (), tier=Tier.PROVINCE),
    "简讯",
    "要情类",
    Unit("云岭县财政局", "财政局", 1),
    "县直部门",
    "迟报",
    Decimal("1.5"),
)
NOTHING = Seen(Fact(FactKind.ADOPTION, date(2026, 3, 9), 1, "春耕", "hand:1"))
HELD = {
    "刊物": "省每日要情",
    "栏目": "简讯",
    "层级": "省级",
    "类别": "要情类",
    "方式": "综合",
    "主协": "主",
    "家数": "3",
    "体裁": "调研",
    "版位": "头版",
    "字数": "≥600",
    "附件": "图片",
    "标记": "转载",
    "渠道": "网站",
    "信息类型": "经验型",
    "约稿": "是",
    "级别": "省级",
    "职务": "主要领导",
    "性质": "肯定",
    "情形": "迟报",
    "等级": "重大",
    "超时": "<2",
    "单位": "云岭县财政局",
    "分组": "县直部门",
    "期号": "14",
    "备注": "讲话",
}


def holds(seen, trait, *values, unless=()):
    exception = Condition((Ask(Trait(trait), unless),)) if unless else Condition()
    test = asker(Clause(when=Condition((Ask(Trait(trait), values),)), unless=exception))
    return test is None or test(seen)


def test_every_trait_can_be_asked_for():
    assert set(HELD) == {trait.value for trait in Trait}


@pytest.mark.parametrize(("trait", "value"), HELD.items())
def test_a_trait_holds_of_what_has_it_only(trait, value):
    assert holds(SEEN, trait, value)
    assert holds(SEEN, trait, "*")
    assert not holds(NOTHING, trait, value)


def test_any_of_the_names_will_do():
    assert holds(SEEN, "版位", "头条", "头版")
    assert not holds(SEEN, "版位", "头条", "二版")


@pytest.mark.parametrize(
    ("limits", "is_held"),
    [
        (("≥600", "<1000"), True),
        (("≥600", "<800"), False),
        (("800",), True),
        (("=800.0",), True),
        ((">800",), False),
        (("≤800",), True),
        (("很多",), False),
    ],
)
def test_all_limits_of_a_number_must_hold(limits, is_held):
    assert holds(SEEN, "字数", *limits) is is_held


def test_what_has_no_number_meets_no_limit():
    assert not holds(NOTHING, "字数", "<100")


def test_an_exception_goes_before():
    assert not holds(SEEN, "栏目", "简讯", unless=("简讯",))
