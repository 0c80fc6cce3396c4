"""The ledger in itself: adoptions without points, doubles, things no longer in use."""

from collections.abc import Iterator, Sequence

from desk.facts import Fact, FactKind
from desk.reconciliation.difference import Area, Difference, Sort
from desk.reconciliation.ground import Ground
from desk.scoring.lines import LedgerLine
from desk.units import UnitChange, UnitStep

_ENDS = (UnitStep.MERGED, UnitStep.CLOSED)
_WITHOUT = ("没有它的分值", "没有生效的计分办法", "没有办法在执行")


def standing_in(facts: Sequence[Fact], gone: set[int]) -> list[Fact]:
    """The facts that stand: no reversals, nothing taken back."""
    return [one for one in facts if one.kind is not FactKind.REVERSAL and one.id not in gone]


def without_points(ground: Ground, lines: Sequence[LedgerLine]) -> Iterator[Difference]:
    """Adoptions for which the scheme of their day has no points."""
    for line in lines:
        if line.fact.kind is not FactKind.ADOPTION or line.points:
            continue
        if any(words in line.text for words in _WITHOUT):
            yield _told(
                ground,
                line.fact,
                Sort.NO_POINTS,
                "办法里没有它的分值",
                "请在“资料—计分办法”里给这个刊物、栏目写上分值；不计分的写 0。",
                "scheme:",
            )


def doubles(ground: Ground, facts: Sequence[Fact]) -> Iterator[Difference]:
    """The same thing booked twice for one unit; the first one is left out."""
    seen: dict[object, Fact] = {}
    for fact in facts:
        key = _identity(fact)
        if key is None:
            continue
        first = seen.setdefault(key, fact)
        if first is not fact:
            yield _told(
                ground,
                fact,
                Sort.DOUBLE,
                f"已有一件：{ground.told(first)}（{_origin(first)}）",
                "请核对两件；多记的一件在“登记事项”里收回。",
                f"fact:{fact.id}",
            )


def retired(
    ground: Ground, facts: Sequence[Fact], changes: Sequence[UnitChange]
) -> Iterator[Difference]:
    """Things of a day on which their unit was merged or closed already."""
    ended = {one.unit_id: one for one in changes if one.step in _ENDS}
    for fact in facts:
        end = ended.get(fact.unit_id)
        if end is not None and fact.counted > end.day:
            yield _told(
                ground,
                fact,
                Sort.RETIRED,
                f"{ground.unit(fact.unit_id)}　{end.day:%Y-%m-%d} {end.step}",
                "请核对单位：更正为现在的单位，或者到“资料—单位”改机构沿革的日期。",
                f"fact:{fact.id}",
            )


def _identity(fact: Fact) -> object:
    if not fact.title:
        return None
    said = fact.particulars
    place = (fact.publication_id, fact.section_id, fact.issue_number)
    told = (said.level, said.rank, said.tone, said.outcome, said.value, said.item)
    title = "".join(sign for sign in fact.title if sign.isalnum())
    item = fact.item_id if fact.source.startswith(("draft:", "issue:")) else 0
    return (fact.kind, fact.counted, fact.unit_id, title, item, *place, *told)


def _told(ground: Ground, fact: Fact, sort: Sort, left: str, advice: str, link: str) -> Difference:
    return Difference(
        Area.LEDGER,
        sort,
        fact.day,
        fact.title,
        left,
        f"{fact.kind}　{ground.told(fact)}",
        advice,
        link,
        ground.unit(fact.unit_id),
        ground.publication(fact.publication_id),
    )


def _origin(fact: Fact) -> str:
    names = {"draft": "来稿登记", "issue": "印发", "import": "导入", "hand": "手工登记"}
    return names.get(fact.source.partition(":")[0], fact.source)
