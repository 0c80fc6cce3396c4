"""Rows of a scheme as sentences."""

from decimal import Decimal
from fractions import Fraction

import pytest

from desk.facts import FactKind
from desk.scoring.clauses.items import Bonus, Gate, Ground, Per, Points, Repeat, Scope, Step
from desk.scoring.clauses.periods import BasePoints, Counter, Limit, LimitWay, Task, Zero
from desk.scoring.clauses.results import Conversion, Rounded, Rounding
from desk.scoring.clauses.share import Share, Way
from desk.scoring.scheme import TABLES
from desk.scoring.schemes.condition_text import parse_condition
from desk.scoring.wording.conditions import condition_words
from desk.scoring.wording.rows import WORDS, in_words

CASES = [
    (
        Points(
            matter=FactKind.INSTRUCTION,
            when=parse_condition("级别：市级；职务：秘书长、副秘书长"),
            points=(Decimal(5), Decimal(3)),
        ),
        "批示，级别是市级，职务是秘书长或副秘书长：第 1 次 5 分，第 2 次起 3 分",
    ),
    (
        Points(
            points=(Decimal(10),),
            when=parse_condition("刊物：专报"),
            unless=parse_condition("标记：领导讲话"),
            composite=Share(Way.FIXED, Decimal(1)),
            lead=Share(Way.RATIO, Decimal(70)),
            weight=Fraction(1, 3),
        ),
        "采用，《专报》，标记是领导讲话的除外：10 分，综合时每家得 1 分，主办单位得 70%，算 1/3 条",
    ),
    (
        Points(ground=Ground.EXTERNAL, factor=Fraction(5)),
        "采用：上级公布的分的 5 倍",
    ),
    (Points(least=Decimal(50), most=Decimal(100)), "采用：由人核定，50 到 100 分"),
    (Points(), "采用：没有写分值"),
    (
        Points(matter=FactKind.EMERGENCY, points=(Decimal(-3),), per=Per.HOUR, grace=Decimal(2)),
        "紧急：超过 2 小时以后每小时（零头按一小时） -3 分",
    ),
    (Bonus(step=Step.MULTIPLY, value=Fraction(3, 2)), "采用：算到这一步的分乘 1.5"),
    (Repeat(scope=Scope.TIER), "采用：同一条信息同级几次取最高（本年度）"),
    (
        Gate(when=parse_condition("渠道：微信"), why="转载"),
        "渠道是微信：不计分、不算条数，因为转载",
    ),
    (BasePoints(points=Decimal(10)), "每月开头给 10 分，计入“基础分”"),
    (
        Limit(components=("上报分",), most=Decimal(50), way=LimitWay.UNTIL),
        "上报分每年最多 50 分，没到线时整条计",
    ),
    (
        Task(name="月报送", target=Decimal(8), reached=Decimal(10), pro_rata=True),
        "“月报送”每月报送 8 条，完成得 10 分，没完成按比例给",
    ),
    (
        Counter(when=parse_condition("情形：逾期"), times=3, zero=Zero.YEAR, disqualifies=True),
        "情形是逾期：年内约稿满 3 次时全年清零、取消当年评先",
    ),
    (Conversion(full=Decimal(3), most=Decimal(3)), "得分÷目标分×3，最多 3 分"),
    (
        Rounding(figure=Rounded.SHARE, decimals=2),
        "每家份额留 2 位小数，四舍五入，零头依次给前面的",
    ),
]


@pytest.mark.parametrize(("row", "words"), CASES, ids=[words[:24] for _, words in CASES])
def test_a_row_says_what_it_does(row, words):
    assert in_words(row) == words


def test_every_table_has_words():
    assert set(WORDS) == set(TABLES)


def test_limits_any_value_and_notes_are_said_as_a_clerk_would():
    asked = parse_condition("字数：≥600、<1000；附件：*；约稿：否；备注：补登")
    assert condition_words(asked) == "字数≥600且<1000，有附件，不是约稿，备注里有“补登”"
