"""Who gets which part of what the upper level asks, as it is typed: a unit or group a line."""

import re
from collections.abc import Iterable, Iterator, Sequence

from desk.errors import FieldError
from desk.naming import suggest
from desk.units import Unit, UnitGroup

_MARK = re.compile(r"[:：]")
_BETWEEN = re.compile(r"[、，,；;\s]+")


def parts_of(
    text: str, units: Sequence[Unit], groups: Iterable[UnitGroup]
) -> tuple[tuple[int, str], ...]:
    """The units with their parts, each unit once; "" is the whole topic.

    “县发改局、县统计局：一、投资情况” names several for one part; a group's name means all in it.
    Raises FieldError for a name nobody has.
    """
    named = {one.name: one.id for one in groups}
    found: dict[int, str] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        names, *part = _MARK.split(line, maxsplit=1)
        whole = names.strip()  # a group's own name may hold 、
        for name in [whole] if whole in named else filter(None, _BETWEEN.split(whole)):
            for unit_id in _meant(name, units, named):
                found[unit_id] = part[0].strip() if part else ""
    return tuple(found.items())


def _meant(name: str, units: Sequence[Unit], groups: dict[str, int]) -> Iterator[int]:
    active = [one for one in units if one.active]
    if name in groups:
        yield from (one.id for one in active if one.group_id == groups[name])
        return
    exact = [one for one in active if name in (one.name, one.short, one.code, *one.aliases)]
    found = exact or suggest(active, name)
    if not found:
        raise FieldError("units", f"“{name}”认不出是哪个单位或分组。请写单位的简称或拼音首字母。")
    if len(found) > 1:
        names = "、".join(one.short or one.name for one in found)
        raise FieldError("units", f"“{name}”可以是{names}。请写全简称，免得发错单位。")
    yield found[0].id
