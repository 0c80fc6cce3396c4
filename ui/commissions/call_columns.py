"""The columns of the list of units to ring."""

from desk.commissions.call_list import CallRow, told
from desk.commissions.calling import OFTEN
from ui import style
from ui.lists.column import Column


def _colour(row: CallRow) -> str | None:
    if row.missed >= OFTEN:
        return style.RED
    return style.GREEN if row.is_done else None


CALLS: tuple[Column[CallRow], ...] = (
    Column("unit", "单位", lambda one: one.unit.short, 120),
    Column("phone", "电话", lambda one: one.phone or "没有登记", 120),
    Column("who", "联系人", lambda one: one.contact.name, 80),
    Column(
        "late",
        "时限",
        lambda one: one.parts[0].clock.words,
        96,
        sort=lambda one: one.late,
        colour=lambda one: style.RED if one.parts[0].clock.words.startswith("超") else None,
    ),
    Column("owed", "件数", lambda one: str(len(one.parts)), 56, right=True),
    Column(
        "standing",
        "联系情况",
        lambda one: one.standing or "还没打",
        150,
        colour=_colour,
        stretch=True,
    ),
    Column(
        "told",
        "欠什么",
        told,
        200,
        tip=lambda one: "\n".join(p.words for p in one.parts),
        hidden=True,  # it stands beside the list
        on_paper=True,
    ),
)
