"""A change of an emergency, with all it did beside it, so that it can be taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from desk.approving import Former, take_back_within
from desk.auditing import By, note
from desk.body import Body
from desk.booking import Booked, unbook_within
from desk.editing import keep_text
from desk.emergencies.emergency import Emergency
from desk.errors import NotAllowedError
from desk.store import Store, Work
from desk.unregistering import unregister_within


@dataclass(frozen=True, slots=True)
class Change:
    """What was done; ``former`` is None for a new one.

    ``made`` is the draft it has made, ``text`` how the draft ``text_of`` read before.
    """

    what: str
    former: Emergency | None
    now: Emergency
    made: int = 0
    text_of: int = 0
    text: tuple[str, Body] | None = None
    steps: tuple[Former, ...] = ()
    booked: Booked | None = None


def change(
    store: Store, emergency_id: int, what: str, detail: str, by: By,
    make: Callable[[Emergency], Emergency],
) -> Change:  # fmt: skip
    """Change an emergency alone, and write it down."""
    with store.begin() as work:
        former = work.matters.get(Emergency, emergency_id)
        return kept(work, Change(what, former, make(former)), detail, by)


def kept(work: Work, made: Change, detail: str, by: By) -> Change:
    """Keep what a change has made of an emergency, and write it down."""
    saved = work.matters.save(made.now, by)
    note(work, by, made.what, saved.subject, detail)
    return replace(made, now=saved)


def undo(store: Store, made: Change, *, by: By) -> None:
    """Take a change back with all it did; raises NotAllowedError where things went on since."""
    with store.begin() as work:
        now = work.matters.get(Emergency, made.now.id)
        if now != made.now:
            raise NotAllowedError(
                f"“{now.title}”在这之后又有变化，不能撤销“{made.what}”。请打开它改正。"
            )
        if made.booked:
            unbook_within(work, made.booked, by=by)
        take_back_within(work, made.steps, by)
        if made.text:
            keep_text(work, made.text_of, *made.text, by, "撤销紧急信息的改动")
        if made.made:
            unregister_within(work, made.made, by)
        if made.former is None:
            work.matters.remove(Emergency, now.id)
        else:
            work.matters.save(made.former, by)
        note(work, by, f"撤销“{made.what}”", now.subject, now.title)
