"""What the demo's clerk makes of several drafts, and of one for several publications."""

from collections.abc import Sequence
from datetime import date

from desk.composing import composition, set_parts
from desk.demo.clerk import Clerk
from desk.drafts import Draft, DraftQuery, Kind, Status
from desk.editing import save_text
from desk.merging import merge_into_composite
from desk.parts import PartRole, led, with_role
from desk.publications import Publication
from desk.shortening import shortened
from desk.store import Work
from desk.versions import make

_TITLE = "近期基层反映的几个情况和问题"
_PARTS = 3
_IN_HAND = frozenset({Status.NEW, Status.EDITING})


def put_together(clerk: Clerk, day: date) -> None:
    """One composite with roles, and two versions: one in hand, one approved."""
    with clerk.store.read() as work:
        parts = _parts(work)
        free = _free(work)
        publications = {one.name: one for one in work.catalogue.publications()}
    if len(parts) == _PARTS:
        _compose(clerk, parts, day)
    wanted = ("每日要情", "政务信息")
    for draft, name in zip(free, wanted, strict=False):
        if name in publications:
            _adapt(clerk, draft, publications[name], day, approved=name == wanted[1])


def _parts(work: Work) -> list[Draft]:
    """Drafts of different units that are still in hand, problems first and the newest first."""
    ids = work.drafts.ids(DraftQuery(statuses=_IN_HAND))
    found: dict[tuple[int, ...], Draft] = {}
    for draft in sorted(work.drafts.several(ids), key=lambda one: one.kind is not Kind.PROBLEM):
        if draft.unit_ids:
            found.setdefault(draft.unit_ids, draft)
    return list(found.values())[:_PARTS]


def _free(work: Work) -> list[Draft]:
    """Approved drafts that stand in no issue, the newest first."""
    ready = work.drafts.several(work.drafts.ids(DraftQuery(statuses=frozenset({Status.READY}))))
    return [draft for draft in ready if not work.issues.holding(draft.id)]


def _compose(clerk: Clerk, parts: Sequence[Draft], day: date) -> None:
    """The first leads, the last is material alone."""
    ids = [draft.id for draft in parts]
    made = merge_into_composite(clerk.store, ids, by=clerk.at(day, 15), title=_TITLE)
    held = with_role(composition(clerk.store, made.id).parts, ids[-1], PartRole.MATERIAL)
    set_parts(clerk.store, made.id, led(held), by=clerk.at(day, 15, 5))


def _adapt(
    clerk: Clerk, draft: Draft, publication: Publication, day: date, *, approved: bool
) -> None:
    version = make(clerk.store, draft.id, publication.id, by=clerk.at(day, 15, 10))
    if approved:
        clerk.approve(version, day)
        return
    short = shortened(version.title, version.body, publication)
    by = clerk.at(day, 15, 20)
    save_text(clerk.store, version.id, version.title, short, by=by, why="缩写成结果")
