from decimal import Decimal
from fractions import Fraction

from desk.facts import FactKind
from desk.scoring.clauses.items import Bonus, Per, Points, Step


def test_bonuses_follow_one_another_from_the_top_down(lines, adopted, asking):
    rows = [
        Bonus(step=Step.MULTIPLY, value=Fraction("1.5"), when=asking(版位="头版")),
        Bonus(value=Fraction(1), per=Per.ATTACHMENT, when=asking(附件="图片")),
    ]
    (line,) = lines(rows, adopted(placement="头版", attachments=("图片", "图片")))
    assert line.points == 8
    assert line.text == "《每日要情》采用，单条 4 分，头版 ×1.5，图片 ＋1×2 分，合 8 分"


def test_a_factor_of_the_base_alone_adds_what_the_base_would_gain(points, adopted):
    rows = [
        Bonus(value=Fraction(1)),
        Bonus(step=Step.MULTIPLY, value=Fraction(2), of_base=True),
    ]
    assert points(rows, adopted()) == [9]


def test_what_has_no_points_has_no_bonus(points, adopted):
    assert points([Bonus(value=Fraction(1))], adopted(5)) == [0]


def test_a_bonus_goes_to_the_matters_own_component(lines, adopted):
    rows = [
        Points(points=(Decimal(2),), component="约稿分"),
        Bonus(step=Step.MULTIPLY, value=Fraction(3)),
    ]
    assert [line.points for line in lines(rows, adopted())] == [2, 12]


def test_a_bonus_is_for_its_own_matter(points, adopted, happened):
    rows = [
        Bonus(value=Fraction(1), matter=FactKind.INSTRUCTION),
        Points(points=(Decimal(10),), matter=FactKind.INSTRUCTION),
    ]
    assert points(rows, adopted(), happened(FactKind.INSTRUCTION)) == [4, 11]


def test_a_bonus_for_whatever_is_attached_says_so(lines, adopted, asking):
    (line,) = lines([Bonus(value=Fraction(1), when=asking(附件="*"))], adopted(attachments=("图",)))
    assert line.text == "《每日要情》采用，单条 4 分，有附件 ＋1 分，合 5 分"
