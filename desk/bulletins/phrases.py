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


def listed(matter: Matter, words: Sequence[str], mark: str = "、", of: str = "个单位") -> str:
    """Words in a row, complete unless a longest list is set."""
    most = matter.options.longest
    if most and len(words) > most:
        return f"{mark.join(words[:most])}等{len(words)}{of}"
    return mark.join(words)


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


def with_figures(
    matter: Matter, rows: Iterable[tuple[Unit, Decimal]], of: str = "分", before: str = ""
) -> str:
    """Units with a figure each, equal neighbours together: 甲（37分），乙、丙（各2分）."""
    told = []
    held = list(rows)
    most = matter.options.longest
    shown = held[:most] if most else held
    for value, same in groupby(shown, key=lambda one: one[1]):
        who = [matter.name(unit) for unit, _value in same]
        each = "均为" if before and len(who) > 1 else "各" if len(who) > 1 else ""
        amount = percentage(value) if of == "%" else f"{figure(value)}{of}"
        told.append(f"{'、'.join(who)}（{before}{each}{amount}）")
    return "，".join(told) + (f"等{len(held)}个单位" if len(shown) < len(held) else "")
