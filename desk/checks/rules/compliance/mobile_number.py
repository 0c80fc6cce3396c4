"""C04: a mobile number."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.private_numbers import mobile_numbers_in
from desk.checks.rule import Hit, Need, Rule, Severity


def check(text: Passage) -> Iterator[Hit]:
    """Yield the numbers, each with its mask."""
    for one in mobile_numbers_in(text.text):
        message = f"手机号码要隐去，可写作“{one.masked}”。"
        yield Hit(one.start, one.end, message, one.masked)


RULE = Rule(
    code="C04",
    name="个人电话",
    severity=Severity.ERROR,
    summary="手机号码中间四位用星号代替；办公电话、热线不受限。",
    reason="手机号码是个人信息，刊物会层层转发。",
    source="2018年政务公开工作要点：去标识化",
    bad="群众可与护林员联系，手机13888012345。",
    good="群众可与护林员联系，手机138****2345。",
    check=check,
    needs=Need.ANYWHERE,
    blocks=True,
)
