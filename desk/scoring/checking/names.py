"""Names that nobody answers to: publications, sections, units, groups."""

from collections.abc import Collection, Iterable, Iterator

from desk.scoring.checking.complaint import CheckContext, Complaint, numbered, warning
from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.condition import Condition, Trait
from desk.scoring.clauses.items import Attribution, Recode
from desk.scoring.scheme import Scheme
from desk.scoring.schemes.names import conditions_of, values_of
from desk.scoring.schemes.nearest import meant

_REGISTERED = {
    Trait.PUBLICATION: "没有登记刊物《{}》",
    Trait.SECTION: "没有一个刊物有栏目“{}”",
    Trait.CLASS: "没有刊物属于类别“{}”",
    Trait.UNIT: "没有登记单位“{}”（要写全称）",
    Trait.GROUP: "没有分组“{}”",
}


def find(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    """Unknown names in conditions, 归属, 刊物换算 and 刊物."""
    known = _known(scheme, context)
    for number, clause in numbered(scheme):
        for label, condition in conditions_of(clause):
            for text in _unknown(condition, known):
                yield warning(f"“{label}”里：{text}", clause.table, number)
        for text in _targets(clause, known):
            yield warning(text, clause.table, number)
    for number, carrier in enumerate(scheme.carriers, start=1):
        if carrier.publication not in known[Trait.PUBLICATION]:
            yield warning(_told(Trait.PUBLICATION, carrier.publication, known), "刊物", number)


def _known(scheme: Scheme, context: CheckContext) -> dict[Trait, Collection[str]]:
    basis = context.basis
    return {
        Trait.PUBLICATION: {one.name for one in basis.publications},
        Trait.SECTION: {part.name for one in basis.publications for part in one.sections},
        Trait.CLASS: {one.name for one in scheme.carriers},
        Trait.UNIT: {one.name for one in basis.units},
        Trait.GROUP: {one.name for one in basis.groups},
    }


def _unknown(condition: Condition, known: dict[Trait, Collection[str]]) -> Iterator[str]:
    for trait in _REGISTERED:
        for value in values_of(condition, trait):
            if value not in known[trait]:
                yield _told(trait, value, known)


def _targets(clause: Clause, known: dict[Trait, Collection[str]]) -> Iterable[str]:
    if isinstance(clause, Attribution) and clause.target not in known[Trait.UNIT]:
        yield f"计入的单位：{_told(Trait.UNIT, clause.target, known)}"
    if isinstance(clause, Recode):
        if clause.publication not in known[Trait.PUBLICATION]:
            yield f"按刊物：{_told(Trait.PUBLICATION, clause.publication, known)}"
        if clause.section and clause.section not in known[Trait.SECTION]:
            yield f"按栏目：{_told(Trait.SECTION, clause.section, known)}"


def _told(trait: Trait, value: str, known: dict[Trait, Collection[str]]) -> str:
    hint = meant(value, known[trait]) or "请先登记，或改正名称。"
    return f"{_REGISTERED[trait].format(value)}，这一条不会起作用。{hint}"
