"""C05: a full number of a bank card."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.private_numbers import card_numbers_in
from desk.checks.rule import Hit, Need, Rule, Severity


def check(text: Passage) -> Iterator[Hit]:
    """Yield the numbers, each with its mask."""
    for one in card_numbers_in(text.text):
        message = f"银行卡号要隐去，可写作“{one.masked}”。"
        yield Hit(one.start, one.end, message, one.masked)


RULE = Rule(
    code="C05",
    name="银行卡号",
    severity=Severity.ERROR,
    summary="银行卡号只留前四位和后四位。",
    reason="银行卡号泄露会造成财产损失。",
    source="2018年政务公开工作要点：去标识化",
    bad="补贴误划入刘某账户，卡号为6217003860001234564。",
    good="补贴误划入刘某账户，卡号为6217***********4564。",
    check=check,
    needs=Need.ANYWHERE,
    blocks=True,
    yields_to=frozenset({"C03"}),
)
