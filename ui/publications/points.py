"""What the sections of a publication are worth, by the very engine that counts."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from desk.facts import Fact, FactKind
from desk.issues import Role
from desk.publications import Publication
from desk.scoring.basis import Basis
from desk.scoring.figures import printed
from desk.scoring.ledger import ledger_lines
from ui.registry.snapshot import Snapshot

_NOTHING = "不计分"
_ROLES = (Role.SINGLE, Role.COMPOSITE)


def points_of(snapshot: Snapshot, publication: Publication, day: date) -> dict[int | None, str]:
    """Words by the section's id, None for items of no section.

    It is what an item without anything special about it earns on the day.
    """
    units = snapshot.units[:1]
    if not units:
        return {}
    basis = Basis(units, snapshot.groups, (), snapshot.schemes, snapshot.publications)
    places = [(at, role) for at in (None, *_sections(publication)) for role in _ROLES]
    facts = [
        Fact(
            FactKind.ADOPTION, day, units[0].id, f"{number}", "", publication.id, at, role,
            shares=1 if role is Role.SINGLE else 2, item_id=number, id=number,
        )
        for number, (at, role) in enumerate(places, start=1)
    ]  # fmt: skip
    worth: defaultdict[int, Decimal] = defaultdict(Decimal)
    for line in ledger_lines(facts, basis):
        worth[line.fact.id] += line.points
    found = {place: worth[number] for number, place in enumerate(places, start=1)}
    sections = dict.fromkeys(at for at, _ in places)
    return {at: _told(*(found[at, role] for role in _ROLES)) for at in sections}


def _sections(publication: Publication) -> list[int]:
    return [section.id for section in publication.sections]


def _told(single: Decimal, composite: Decimal) -> str:
    if not single and not composite:
        return _NOTHING
    apart = "" if composite == single else f"（综合 {printed(composite)}）"
    return f"{printed(single)} 分{apart}"
