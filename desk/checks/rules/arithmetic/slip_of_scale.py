"""A12: a figure thousands of times off those beside it, as by a lost 万."""

from collections.abc import Iterator

from desk.checks.figures.changes import Change
from desk.checks.figures.scale import Slip, of_change, of_difference, of_parts, of_share
from desk.checks.figures.wrong import place_of
from desk.checks.passage import Passage
from desk.checks.quantities.model import Role
from desk.checks.rule import Hit, Rule, Severity


def check(text: Passage) -> Iterator[Hit]:
    """Compare the scales of wholes and parts, shares and changes."""
    seen = set()
    for slip in _slips(text):
        if slip.figure.start not in seen:
            seen |= {slip.figure.start, slip.other.start}
            yield _hit(text.text, slip)


def _slips(text: Passage) -> Iterator[Slip]:
    for parts in text.parts:
        if slip := of_parts(text.text, parts):
            yield slip
    for share in text.shares:
        if slip := of_share(text.text, share):
            yield slip
    for change in text.changes:
        yield from _of(text.text, change)


def _of(text: str, change: Change) -> Iterator[Slip]:
    grown = next((one for one in change.results if one.role is Role.RATE), None)
    by = next((one for one in change.results if one.role is Role.BY), None)
    slip = of_change(text, change.then, change.now, grown) if change.then else None
    slip = slip or (of_difference(text, change.now, by) if by else None)
    if slip:
        yield slip


def _hit(text: str, slip: Slip) -> Hit:
    figure, other = slip.figure, slip.other
    words = [text[one.start : one.end] for one in (figure, other)]
    choices = () if slip.is_sure or slip.fix is None else (slip.fix,)
    return Hit(
        figure.start,
        figure.end,
        f"{words[0]}与{words[1]}相差上千倍，请核对“万”“亿”等单位。",
        slip.fix if slip.is_sure else None,
        choices=choices,
        operands=(place_of(other),),
    )


RULE = Rule(
    code="A12",
    name="量级不一",
    severity=Severity.WARNING,
    summary="总数、目标数与分项、完成数不能相差上千倍。",
    reason="相差上千倍的，多是漏了或错用了“万”“亿”。",
    source="种子资料：符合逻辑",
    bad="完成造林3.2亩，其中龙泉镇1.1万亩、青山镇2.1万亩。",
    good="完成造林3.2万亩，其中龙泉镇1.1万亩、青山镇2.1万亩。",
    check=check,
)
