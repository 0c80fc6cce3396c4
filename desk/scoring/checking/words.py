"""Words in conditions that the books never use, and deadlines without times."""

from collections.abc import Iterator

from desk.scoring.checking.complaint import (
    CheckContext,
    Complaint,
    numbered,
    rows_of,
    warning,
)
from desk.scoring.clauses.condition import NUMBERS, Trait
from desk.scoring.clauses.items import Deadline
from desk.scoring.scheme import Scheme
from desk.scoring.schemes.names import conditions_of, values_of
from desk.scoring.schemes.nearest import meant
from desk.scoring.schemes.vocabulary import Vocabulary, merged, met, registered

_NAMED_ELSEWHERE = frozenset(
    {Trait.PUBLICATION, Trait.SECTION, Trait.CLASS, Trait.UNIT, Trait.GROUP}
)
_FREE = NUMBERS | _NAMED_ELSEWHERE | {Trait.NUMBER, Trait.NOTE}


def find(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    """Values neither usual nor met last year, where the books say something of that trait."""
    books = met(context.facts)
    made = {row.late for _, row in rows_of(scheme, Deadline)} | {"按时"}
    known = merged(registered((), (), ()), books, {Trait.OUTCOME: tuple(made)})
    for number, clause in numbered(scheme):
        for label, condition in conditions_of(clause):
            for trait in Trait:
                if trait in _FREE or not books.get(trait):
                    continue
                for value in values_of(condition, trait):
                    if value not in known.get(trait, ()):
                        text = _told(label, trait, value, known)
                        yield warning(text, clause.table, number)
    yield from _deadlines(scheme, context)


def _told(label: str, trait: Trait, value: str, known: Vocabulary) -> str:
    hint = meant(value, known.get(trait, ())) or f"台账里有：{'、'.join(known.get(trait, ()))}。"
    return f"“{label}”里：台账里没有{trait}“{value}”。{hint}"


def _deadlines(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    for number, row in rows_of(scheme, Deadline):
        facts = [one.particulars for one in context.facts if one.matter is row.matter]
        if facts and not any(one.started and one.ended for one in facts):
            yield warning(
                f"台账里最近一年的 {len(facts)} 件{row.matter}都没有写起止时间，时限判定不了。"
                "请补上时间，或直接写情形。",
                row.table,
                number,
            )
