"""Prizes for single items (单篇奖): the best row that any standing fact of an item meets."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from desk.facts import Fact, FactKind
from desk.scoring.clauses.results import Prize
from desk.scoring.items.identity import bare
from desk.scoring.lines import Event
from desk.scoring.results import PrizedItem
from desk.scoring.terms import Terms
from desk.units import Unit

_Item = tuple[object, ...]


def prizes(
    events: Iterable[Event],
    terms: Terms,
    units: Mapping[int, Unit],
    terms_at: Callable[[date], Terms | None],
) -> tuple[PrizedItem, ...]:
    """The items that have a prize by the scheme, prize by prize in its order."""
    rows = terms.clauses(Prize)
    if not rows:
        return ()
    best: dict[_Item, tuple[int, list[Event]]] = {}
    matters = tuple(row.matter for row in rows)
    standing = _standing([one for one in events if one.fact.matter in matters])
    for event, place in _placed(standing, rows, terms, terms_at):
        if place is None:
            continue
        item = _item(event.fact)
        former, held = best.get(item, (place, []))
        if place <= former:
            best[item] = (place, [*held, event] if place == former else [event])
    won = sorted(best.values(), key=lambda one: (one[0], one[1][0].fact.day, one[1][0].fact.title))
    return tuple(_prized(rows[place], held, units) for place, held in won)


def _standing(events: list[Event]) -> Iterator[Event]:
    gone = {one.fact.reverses for one in events if one.fact.kind is FactKind.REVERSAL}
    for event in events:
        if event.fact.kind is FactKind.REVERSAL or event.gate:
            continue
        if not event.fact.id or event.fact.id not in gone:
            yield event


def _placed(
    events: Iterable[Event],
    rows: Sequence[Prize],
    terms: Terms,
    terms_at: Callable[[date], Terms | None],
) -> Iterator[tuple[Event, int | None]]:
    """Each event with its row; what is alike in all that the scheme asks is looked at once."""
    found: dict[int, int | None] = {}
    for event in events:
        of_day = terms_at(event.fact.counted)
        if of_day is not terms or event.seen is None or event.unit_id != event.fact.unit_id:
            yield event, _row_of(event, rows, terms, of_day or terms)
            continue
        alike = id(event.seen)
        if alike not in found:
            found[alike] = _row_of(event, rows, terms, terms)
        yield event, found[alike]


def _row_of(event: Event, rows: Sequence[Prize], terms: Terms, of_day: Terms) -> int | None:
    """The first row that holds of a fact as the scheme of its day sees it."""
    seen = of_day.seen_in(event)
    held = (
        place
        for place, row in enumerate(rows)
        if event.fact.matter is row.matter and terms.holds(row, seen)
    )
    return next(held, None)


def _prized(row: Prize, held: list[Event], units: Mapping[int, Unit]) -> PrizedItem:
    first = held[0].fact
    ids = dict.fromkeys(event.unit_id for event in held)
    asked = f"（{row.when}）" if row.when else ""
    told = "，".join(filter(None, (f"{row.matter}{asked}", row.code, row.source)))
    whose = tuple(units[one] for one in ids if one in units)
    return PrizedItem(row.name, first.title, whose, first.day, told)


def _item(fact: Fact) -> _Item:
    """What the facts of one item have in common, over all its units."""
    if fact.item_id:
        return (fact.item_id,)
    if fact.particulars.item:
        return (0, bare(fact.particulars.item))
    title = bare(fact.title)
    return (0, title, fact.counted.year) if title else (0, fact.id, id(fact), "")
