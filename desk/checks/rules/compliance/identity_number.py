"""C03: a full identity number."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.private_numbers import identity_numbers_in
from desk.checks.rule import Hit, Need, Rule, Severity


def check(text: Passage) -> Iterator[Hit]:
    """Yield the numbers, each with its mask."""
    for one in identity_numbers_in(text.text):
        message = f"身份证号要隐去，可写作“{one.masked}”。"
        yield Hit(one.start, one.end, message, one.masked)


RULE = Rule(
    code="C03",
    name="身份证号",
    severity=Severity.ERROR,
    summary="身份证号只留前四位和后四位。",
    reason="身份证号是个人信息，刊物会层层转发。",
    source="2018年政务公开工作要点：去标识化",
    bad="申请人赵某（身份证号530321198506143016）反映宅基地纠纷。",
    good="申请人赵某（身份证号5303**********3016）反映宅基地纠纷。",
    check=check,
    needs=Need.ANYWHERE,
    blocks=True,
)
