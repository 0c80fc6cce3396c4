"""Entries of released issues against the adoptions of the ledger."""

from collections.abc import Iterator, Sequence

from desk.adopting import adoptions, numbered, source_of
from desk.closing import standing
from desk.facts import Fact, FactKind
from desk.issues import Issue
from desk.reconciliation.difference import Area, Difference, Sort
from desk.reconciliation.ground import Ground
from desk.reconciliation.pairs import Pair, pairs
from desk.store import Work

_CORRECT = "请打开这一期，用“更正本期”按现在的单位、栏目重新记入。"
_AGAIN = "请打开这一期核对；确实应当计分的，在“登记事项”里补记。"
_BACK = "请核对这一件；不该计的，在“登记事项”里收回，或更正、撤销这一期。"


def of_issue(work: Work, ground: Ground, issue: Issue) -> Iterator[Difference]:
    """What differs between an issue and what it has booked; both sides are counted."""
    held = [
        one
        for one in standing(work.ledger.booked(source_of(issue)), source_of(issue))
        if one.kind is FactKind.ADOPTION
    ]
    wanted = list(adoptions(work, issue)) if issue.stands else []
    for side, facts in (("entries", wanted), ("adoptions", held)):
        for one in facts:
            ground.tallies.add(side, one.counted, one.unit_id, one.publication_id)
    for pair in pairs(wanted, held, (_all, _of_unit, _of_item)):
        yield _difference(ground, issue, pair)


def orphans(work: Work, ground: Ground, facts: Sequence[Fact]) -> Iterator[Difference]:
    """Standing facts booked by an issue that is not there, or was never released."""
    frozen = {source_of(one) for one in work.issues.all() if one.is_frozen}
    for fact in facts:
        if not fact.source.startswith("issue:") or fact.source in frozen:
            continue
        yield Difference(
            Area.ISSUES,
            Sort.EXTRA,
            fact.day,
            fact.title,
            "没有这一期，或者还没有印发",
            ground.told(fact),
            "请核对数据：印发过的期不会删除。必要时从备份恢复。",
            f"fact:{fact.id}",
            ground.unit(fact.unit_id),
            ground.publication(fact.publication_id),
        )


def _all(fact: Fact) -> object:
    place = (fact.publication_id, fact.section_id, fact.issue_number, fact.role, fact.shares)
    return (fact.item_id, fact.unit_id, fact.counted, fact.part, fact.portion, *place)


def _of_unit(fact: Fact) -> object:
    return (fact.item_id, fact.unit_id)


def _of_item(fact: Fact) -> object:
    return fact.item_id


def _difference(ground: Ground, issue: Issue, pair: Pair) -> Difference:
    either = pair.wanted or pair.held
    assert either is not None  # noqa: S101 - a pair has at least one side
    sort, advice = Sort.CHANGED, _CORRECT
    if pair.held is None:
        sort, advice = Sort.MISSING, _AGAIN
    elif pair.wanted is None:
        sort, advice = Sort.EXTRA, _BACK
    nothing = "没有这一条" if issue.stands else f"{numbered(issue)}已{_ended(issue)}"
    left = ground.told(pair.wanted) if pair.wanted else nothing
    right = ground.told(pair.held) if pair.held else "没有记入"
    if pair.wanted and pair.held and left == right:
        left, right = (f"{text}　{_more(one)}" for text, one in _sides(left, right, pair))
    return Difference(
        Area.ISSUES,
        sort,
        issue.day,
        either.title,
        left,
        right,
        advice,
        f"issue:{issue.id}",
        ground.unit(either.unit_id),
        ground.publication(issue.publication_id),
    )


def _sides(left: str, right: str, pair: Pair) -> Iterator[tuple[str, Fact]]:
    assert pair.wanted is not None and pair.held is not None  # noqa: S101, PT018 - asked before
    yield left, pair.wanted
    yield right, pair.held


def _more(fact: Fact) -> str:
    """What the short words leave out: of how many units, which part, which share."""
    share = "" if fact.portion is None else f"，占 {fact.portion}"
    return f"共 {fact.shares} 家{f'，{fact.part}' if fact.part else ''}{share}"


def _ended(issue: Issue) -> str:
    return "更正" if issue.replaced_by else "撤销"
