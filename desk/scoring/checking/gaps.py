"""What has no points at all: carriers and sections, and kinds of facts met in the books."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from desk.facts import Fact, FactKind
from desk.publications import Publication
from desk.scoring.checking.complaint import (
    CheckContext,
    Complaint,
    remark,
    rows_of,
    warning,
)
from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.condition import Condition, Trait
from desk.scoring.clauses.items import Points
from desk.scoring.scheme import Scheme
from desk.scoring.terms import Terms, compile_terms

_CARRIER = frozenset({Trait.PUBLICATION, Trait.SECTION, Trait.TIER, Trait.CLASS})
_ALWAYS = frozenset({FactKind.ADJUSTMENT, FactKind.SUBMISSION, FactKind.REVERSAL})
_TOLD: dict[Trait, Callable[[Fact], str]] = {
    Trait.LEVEL: lambda fact: fact.particulars.level,
    Trait.RANK: lambda fact: fact.particulars.rank,
    Trait.TONE: lambda fact: fact.particulars.tone,
    Trait.OUTCOME: lambda fact: fact.particulars.outcome,
    Trait.GRADE: lambda fact: fact.particulars.grade,
}


def find(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    """Publications and sections without points; facts of last year that nothing is said of."""
    yield from _carriers(scheme, context)
    yield from _met(scheme, context)


def _carriers(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    """Each in use for which no row could hold, whatever else an adoption may be like."""
    loose = replace(scheme, clauses=tuple(map(_loosened, scheme.clauses)))
    terms = compile_terms(loose, context.basis)
    bare = []
    for publication in context.basis.publications:
        if not publication.active:
            continue
        sections: list[int | None] = [one.id for one in publication.sections]
        places = sections or [None]
        without = [place for place in places if not _has_points(terms, publication, place)]
        if not without:
            continue
        if len(without) == len(places):
            bare.append(f"《{publication.name}》")
            continue
        names = "、".join(f"“{one.name}”" for one in publication.sections if one.id in without)
        yield warning(
            f"《{publication.name}》的栏目{names}没有分值（没有分值不等于 0 分）。请写上几分或 0。",
            "采用分值",
        )
    if bare:
        yield warning(
            f"{'、'.join(bare)}采用了没有分值（没有分值不等于 0 分）。"
            "要给分的，请写上；不给分的，请写 0。",
            "采用分值",
        )


def _loosened(clause: Clause) -> Clause:
    """The clause asking only where something was adopted."""
    asks = tuple(ask for ask in clause.when.asks if ask.trait in _CARRIER)
    only = all(ask.trait in _CARRIER for ask in clause.unless.asks)
    return replace(clause, when=Condition(asks), unless=clause.unless if only else Condition())


def _has_points(terms: Terms, publication: Publication, section_id: int | None) -> bool:
    fact = Fact(
        FactKind.ADOPTION,
        terms.scheme.valid_from,
        0,
        "",
        "",
        publication_id=publication.id,
        section_id=section_id,
    )
    return bool(terms.columns(terms.seen(fact)))


def _met(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    terms = compile_terms(scheme, context.basis)
    matters = {row.matter for _, row in rows_of(scheme, Points)} | {FactKind.ADOPTION}
    missing: Counter[FactKind] = Counter()
    unlike: Counter[tuple[FactKind, str]] = Counter()
    for fact in context.facts:
        if fact.kind in _ALWAYS or fact.matter in _ALWAYS:
            continue
        seen = terms.seen(fact)
        if fact.matter not in matters:
            missing[fact.matter] += 1
        elif not terms.columns(seen) and terms.gate(seen) is None:
            unlike[fact.matter, _described(terms, fact)] += 1
    for matter, times in missing.items():
        text = f"台账里最近一年有 {times} 件{matter}，办法里没有{matter}的分值。"
        yield remark(text, Points.table)
    for (matter, like), times in sorted(unlike.items()):
        text = f"台账里最近一年有 {times} 件{matter}（{like}）没有分值，没有分值不等于 0 分。"
        yield warning(text, Points.table)


def _described(terms: Terms, fact: Fact) -> str:
    seen = terms.seen(fact)
    carrier = [f"《{seen.publication.name}》{seen.section}"] if seen.publication else []
    told = [f"{trait}：{value}" for trait, read in _TOLD.items() if (value := read(fact))]
    return "，".join((*carrier, *told)) or "什么都没有注明"
