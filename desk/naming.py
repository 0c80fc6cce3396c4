"""Find the unit that is meant by a few keys: its code, its characters or their initials."""

from collections.abc import Iterable, Iterator

from desk.initials import place_of
from desk.units import Unit


def suggest(units: Iterable[Unit], typed: str, limit: int = 10) -> list[Unit]:
    """Active units that answer to what was typed, the likeliest first.

    A whole code or name beats a beginning, a beginning beats a place inside, short names beat
    long ones; what is equal stays in the registry's order.
    """
    wanted = typed.strip().lower()
    if not wanted:
        return []
    ranked = [(rank, unit) for unit in units if unit.active and (rank := _rank(unit, wanted))]
    return [unit for _, unit in sorted(ranked, key=lambda pair: pair[0])][:limit]


def _rank(unit: Unit, wanted: str) -> tuple[int, ...]:
    """How well a unit answers; lower is better, empty is not at all."""
    if unit.code and unit.code.lower() == wanted:
        return (0, 0, 0)
    places = [
        (place, order)
        for order, name in enumerate((unit.short, unit.name, *unit.aliases))
        for place in _places(name, wanted)
    ]
    if unit.code.lower().startswith(wanted):
        places.append((0, 0))
    if not places:
        return ()
    place, order = min(places)
    whole = wanted in (unit.short.lower(), unit.name.lower())
    return (0 if whole else 1, place, order)


def _places(name: str, wanted: str) -> Iterator[int]:
    """Where a name holds the characters, or where their initials stand."""
    at = name.lower().find(wanted)
    if at >= 0:
        yield at
    if wanted.isascii() and wanted.isalnum():
        spelt = place_of(wanted, name)
        if spelt >= 0:
            yield spelt
