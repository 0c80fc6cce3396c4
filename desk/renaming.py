"""Carry a new name of a publication, section, unit or group into the schemes that name it."""

from collections.abc import Callable

from desk.auditing import By, note
from desk.publications import Publication
from desk.scoring.scheme import Scheme
from desk.scoring.schemes.names import (
    with_group_renamed,
    with_publication_renamed,
    with_sections_renamed,
    with_unit_renamed,
)
from desk.store import Work


def publication(work: Work, former: Publication, saved: Publication, *, by: By) -> None:
    """Let schemes name a publication and its sections as they are called now."""
    if not former.id:
        return
    others = [one for one in work.catalogue.publications() if one.id != saved.id]
    now = {one.id: one.name for one in saved.sections}
    names = {one.name: now.get(one.id, one.name) for one in former.sections}
    changed = {old: new for old, new in names.items() if old != new}
    told = "、".join(f"栏目“{old}”改名为“{new}”" for old, new in changed.items())
    _carry(
        work,
        told,
        lambda one: with_sections_renamed(one, former.name, changed, others),
        by,
    )
    _carry(
        work,
        f"刊物《{former.name}》改名为《{saved.name}》" if former.name != saved.name else "",
        lambda one: with_publication_renamed(one, former.name, saved.name),
        by,
    )


def unit(work: Work, old: str, new: str, *, by: By) -> None:
    """Let schemes name a unit as it is called now."""
    told = f"单位“{old}”改名为“{new}”" if old != new else ""
    _carry(work, told, lambda one: with_unit_renamed(one, old, new), by)


def group(work: Work, old: str, new: str, *, by: By) -> None:
    """Let schemes name a group as it is called now."""
    told = f"分组“{old}”改名为“{new}”" if old != new else ""
    _carry(work, told, lambda one: with_group_renamed(one, old, new), by)


def _carry(work: Work, told: str, change: Callable[[Scheme], Scheme], by: By) -> None:
    """Change every scheme that names it; "" tells that nothing was renamed."""
    for scheme in work.catalogue.schemes() if told else ():
        changed = change(scheme)
        if changed != scheme:
            work.catalogue.save_scheme(changed)
            note(work, by, "办法随改名称", f"scheme:{scheme.id}", f"{scheme.name}　{told}")
