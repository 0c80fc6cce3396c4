"""A09: a part that is more than its whole."""

from collections.abc import Iterator

from desk.checks.figures.scale import FAR
from desk.checks.figures.wrong import place_of
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.sums import shown


def check(text: Passage) -> Iterator[Hit]:
    """Compare every part with the whole that the words name."""
    seen = set()
    for told in text.parts:
        for part in told.parts:
            whole = told.whole
            if whole.high < part.low <= whole.high * FAR and part.start not in seen:
                seen.add(part.start)
                more, less = (text.text[one.start : one.end] for one in (part, whole))
                yield Hit(
                    part.start,
                    part.end,
                    f"部分（{more}）大于整体（{less}），请核对。",
                    operands=(place_of(whole),),
                    sum=f"{shown(text.text, part)}>{shown(text.text, whole)}",
                )


RULE = Rule(
    code="A09",
    name="部分大于整体",
    severity=Severity.ERROR,
    summary="其中的数不能大于总数，办结的不能多于受理的。",
    reason="同一单位的部分和整体相比；人次与人、家次与家不比。",
    source="种子资料：符合逻辑",
    bad="全镇共有规模养殖场25家，其中完成改造的28家。",
    good="全镇共有规模养殖场28家，其中完成改造的25家。",
    check=check,
)
