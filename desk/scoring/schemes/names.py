"""The publications, sections, units and groups that a scheme's clauses name."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from desk.publications import Publication
from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.condition import Ask, Condition, Trait
from desk.scoring.clauses.items import Attribution, Recode
from desk.scoring.clauses.results import Ranking
from desk.scoring.scheme import Scheme

Rename = Callable[[Condition], Condition]


def publications_named(scheme: Scheme) -> set[str]:
    """The publications that clauses name in conditions, recodings and ties."""
    found = {one.publication for one in scheme.carriers}
    for clause in scheme.clauses:
        for condition in (clause.when, clause.unless):
            found |= set(values_of(condition, Trait.PUBLICATION))
        if isinstance(clause, Recode):
            found.add(clause.publication)
        if isinstance(clause, Ranking):
            found |= {bare_title(tie) for tie in clause.ties if tie.startswith("《")}
    return found


def values_of(condition: Condition, trait: Trait) -> tuple[str, ...]:
    """The names a condition gives for a trait, * left out."""
    return tuple(
        value
        for ask in condition.asks
        if ask.trait is trait
        for value in ask.values
        if value != "*"
    )


def bare_title(text: str) -> str:
    """A publication's name without 《》."""
    return text.strip().removeprefix("《").removesuffix("》")


def with_publication_renamed(scheme: Scheme, old: str, new: str) -> Scheme:
    """The scheme with one publication's name changed wherever it stands."""

    def renamed(clause: Clause) -> Clause:
        if isinstance(clause, Recode) and clause.publication == old:
            return replace(clause, publication=new)
        if isinstance(clause, Ranking):
            ties = (f"《{new}》" if one == f"《{old}》" else one for one in clause.ties)
            return replace(clause, ties=tuple(new if one == old else one for one in ties))
        return clause

    carriers = tuple(
        replace(one, publication=new) if one.publication == old else one for one in scheme.carriers
    )
    changed = _with_conditions(scheme, lambda one: _replaced(one, Trait.PUBLICATION, {old: (new,)}))
    return replace(changed, carriers=carriers, clauses=tuple(map(renamed, changed.clauses)))


def with_sections_renamed(
    scheme: Scheme, publication: str, names: Mapping[str, str], others: Iterable[Publication]
) -> Scheme:
    """The scheme with new names of sections (by old ones) where that publication's are meant.

    A condition that may mean another publication's section of the old name asks for both.
    """
    held = tuple(others)
    sharing = {old: {one.name for one in held if _has(one, old)} for old in names}

    def rename(condition: Condition) -> Condition:
        named = set(values_of(condition, Trait.PUBLICATION))
        if named and publication not in named:
            return condition
        wanted = {
            old: (old, new) if (sharing[old] & named if named else sharing[old]) else (new,)
            for old, new in names.items()
        }
        return _replaced(condition, Trait.SECTION, wanted)

    def renamed(clause: Clause) -> Clause:
        if isinstance(clause, Recode) and clause.publication == publication:
            return replace(clause, section=names.get(clause.section, clause.section))
        return clause

    changed = _with_conditions(scheme, rename)
    return replace(changed, clauses=tuple(map(renamed, changed.clauses)))


def _has(publication: Publication, section: str) -> bool:
    return any(one.name == section for one in publication.sections)


def with_unit_renamed(scheme: Scheme, old: str, new: str) -> Scheme:
    """The scheme with a unit's full name changed wherever it stands."""

    def renamed(clause: Clause) -> Clause:
        if isinstance(clause, Attribution) and clause.target == old:
            return replace(clause, target=new)
        return clause

    changed = _with_conditions(scheme, lambda one: _replaced(one, Trait.UNIT, {old: (new,)}))
    return replace(changed, clauses=tuple(map(renamed, changed.clauses)))


def with_group_renamed(scheme: Scheme, old: str, new: str) -> Scheme:
    """The scheme with a group's name changed wherever it stands."""
    return _with_conditions(scheme, lambda one: _replaced(one, Trait.GROUP, {old: (new,)}))


def conditions_of(clause: Clause) -> Iterator[tuple[str, Condition]]:
    """Its two conditions with their labels."""
    yield "条件", clause.when
    yield "除外", clause.unless


def _with_conditions(scheme: Scheme, change: Rename) -> Scheme:
    clauses = tuple(
        replace(one, when=change(one.when), unless=change(one.unless)) for one in scheme.clauses
    )
    return replace(scheme, clauses=clauses)


def _replaced(
    condition: Condition, trait: Trait, names: Mapping[str, tuple[str, ...]]
) -> Condition:
    def changed(ask: Ask) -> Ask:
        if ask.trait is not trait:
            return ask
        values = (one for held in ask.values for one in names.get(held, (held,)))
        return replace(ask, values=tuple(dict.fromkeys(values)))

    return replace(condition, asks=tuple(map(changed, condition.asks)))
