"""联系人: the desk's own people, leaders, and whom to ring in each unit."""

from collections.abc import Iterator, Sequence

from desk.drafts import DraftQuery
from desk.layout.document_parts import Part
from desk.office_clock import day_of
from desk.phrases import Category
from desk.stat_table import Head, StatTable
from desk.store import Work

_LOOKED_AT = 600  # drafts, the newest: nearly every unit has sent one among them
_PEOPLE = (
    Head("姓名", width=14),
    Head("职务", width=26, left=True),
    Head("电话", width=20),
    Head("不在时由谁代", width=20),
)
_LEADERS = (Head("姓名", width=14), Head("职务", width=66, left=True))
_UNITS = (
    Head("单位", width=24, left=True),
    Head("信息员", width=14),
    Head("电话", width=24),
    Head("最近一次", width=18),
)


def tables(work: Work) -> Sequence[Part]:
    """What is known of each, from the register, the phrases and the newest drafts."""
    people = tuple(
        (one.name, one.post, one.phone, one.deputy) for one in work.people.all() if one.is_active
    )
    leaders = tuple(
        (one.name, one.text)
        for one in work.phrases.all()
        if one.category is Category.LEADER and one.is_active
    )
    units = tuple(_units(work))
    found = (
        StatTable("本办人员", _PEOPLE, people),
        StatTable("领导（常用语里的职务）", _LEADERS, leaders),
        StatTable("各单位（据来稿署名和核实记录）", _UNITS, units),
    )
    return [one for one in found if one.rows]


def _units(work: Work) -> Iterator[tuple[str, str, str, str]]:
    last: dict[int, tuple[str, str, str]] = {}
    newest = work.drafts.ids(DraftQuery(limit=_LOOKED_AT))
    for draft in work.drafts.several(newest):
        if draft.author or draft.phone:
            day = f"{day_of(draft.received):%Y-%m-%d}"
            for unit_id in draft.unit_ids[:1]:
                last.setdefault(unit_id, (draft.author, draft.phone, day))
    for unit in work.registry.units():
        if unit.active:
            name, phone, day = last.get(unit.id, ("", "", ""))
            if not phone:
                asked, number = work.inquiries.contact(unit.short)
                name, phone = name or asked, number
            yield unit.short, name, phone, day
