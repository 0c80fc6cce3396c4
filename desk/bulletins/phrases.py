"""How figures and lists are put into words."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from desk.bulletins.matter import Matter
from desk.scoring.figures import printed
from desk.units import Unit


def figure(value: Decimal | int) -> str:
    """A number as printed."""
    return printed(Decimal(value))


def percentage(value: Decimal | None) -> str:
    """A percentage with the decimals it was rounded to; nothing at all is 0%."""
    if not value:
        return "0%" if value is not None else ""
    return f"{value:f}%"


def names(matter: Matter, units: Iterable[Unit]) -> str:
    """Units by name; where the list is too long its first ones and how many there are."""
    return listed(matter, [matter.name(one) for one in units])


def listed(matter: Matter, words: Sequence[str]) -> str:
    """Words in a row, complete unless a longest list is set."""
    most = matter.options.longest
    if most and len(words) > most:
        return f"{'、'.join(words[:most])}等{len(words)}个单位"
    return "、".join(words)


def by_count(matter: Matter, counts: Iterable[tuple[Unit, int]], of: str = "条") -> str:
    """Units with their numbers, the greatest first; equal ones together: 甲12条，乙、丙各5条."""
    found = sorted((one for one in counts if one[1]), key=lambda one: -one[1])
    most, total = matter.options.longest, len(found)
    if most and total > most:
        found = found[:most]
    told = []
    for number, same in groupby(found, key=lambda one: one[1]):
        who = [matter.name(unit) for unit, _number in same]
        told.append(f"{'、'.join(who)}{'各' if len(who) > 1 else ''}{number}{of}")
    return "，".join(told) + (f"（共{total}个单位）" if len(found) < total else "")


def with_rates(matter: Matter, rows: Iterable[tuple[Unit, Decimal]]) -> str:
    """Units with a percentage each, equal neighbours together: 甲（97%），乙、丙（各82%）."""
    told = []
    held = list(rows)
    most = matter.options.longest
    shown = held[:most] if most else held
    for value, same in groupby(shown, key=lambda one: one[1]):
        who = [matter.name(unit) for unit, _value in same]
        told.append(f"{'、'.join(who)}（{'各' if len(who) > 1 else ''}{percentage(value)}）")
    return "，".join(told) + (f"等{len(held)}个单位" if len(shown) < len(held) else "")
