"""The people of the desk: who edits, who approves, who stands in for whom."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose name stands on steps; ``pin`` is a salted hash, "" where none is wanted."""

    name: str
    post: str = ""  # 职务, as the approval slip has it
    phone: str = ""
    deputy: str = ""  # the name of who decides while this one is away
    is_away: bool = False
    pin: str = ""
    is_active: bool = True
    position: int = 0
    id: int = 0


def stands_in(people: Iterable[Person], name: str) -> str:
    """Who decides today for ``name``: the deputy of who is away, and so on; else ``name``.

    “主任不在时则由副主任把关，杜绝压存现象” (seed 002).
    """
    known = {one.name: one for one in people if one.is_active}
    seen: set[str] = set()
    now = name
    while now not in seen and now in known and known[now].is_away and known[now].deputy:
        seen.add(now)
        now = known[now].deputy
    return name if now in seen else now
