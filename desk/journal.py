"""Use cases: hold a draft while it is edited, keep every keystroke, and give back what was left."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from desk.auditing import By, note
from desk.drafts import Draft
from desk.editing import keep_text
from desk.errors import DeskError, NotAllowedError, NotFoundError
from desk.office_clock import office_time
from desk.sittings import Leftover, Sitting, Text, missing
from desk.store import Store, Work

RECOVERED = "恢复未保存的文字"
_PUT_BACK = "撤销恢复"


class TakenOverError(NotAllowedError):
    """The draft is edited in another window now."""

    def __init__(self, holder: Sitting | None) -> None:
        who = f"“{holder.who}”的" if holder else ""
        super().__init__(f"这篇稿件已由{who}另一个窗口接管，这里的改动没有写进稿件，另外记着。")
        self.holder = holder


def begin(store: Store, sitting: Sitting, gone: str = "") -> Sitting | None:
    """Open a draft for editing, or return who has it; ``gone`` is taken over, alive or not."""
    with store.begin() as work:
        holder = _holder(work, sitting)
        if holder is not None and holder.window != gone:
            return holder
        if holder is not None:
            work.sittings.put(replace(holder, is_left=True))
        if _own(work, sitting) is None:  # else a save came first, and may hold more
            work.sittings.put(sitting)
        return None


def take_over(store: Store, sitting: Sitting, holder: Sitting, *, by: By) -> None:
    """Open a draft that another window has; that window can only read from now on."""
    begin(store, sitting, holder.window)
    with store.begin() as work:
        note(work, by, "接管编辑", f"draft:{sitting.draft_id}", f"原来由{holder.who}编辑")


def save(store: Store, sitting: Sitting, text: Text, *, by: By) -> Draft:
    """Keep a text as a revision, and that its window is alive. Raises TakenOverError."""
    with store.begin() as work:
        _must_hold(work, sitting)
        draft = keep_text(work, sitting.draft_id, text.title, text.body, by)
        work.sittings.put(replace(sitting, unsaved=None))
        return draft


def keep_unsaved(store: Store, sitting: Sitting) -> None:
    """Keep a sitting with the text that cannot be a revision."""
    with store.begin() as work:
        own = _own(work, sitting)
        is_left = (own is not None and own.is_left) or _holder(work, sitting) is not None
        work.sittings.put(replace(sitting, is_left=is_left))


def beat(store: Store, sitting: Sitting) -> None:
    """Say that a sitting's window is alive. Raises TakenOverError."""
    with store.begin() as work:
        _must_hold(work, sitting)
        work.sittings.put(sitting)


def end(store: Store, sitting: Sitting) -> None:
    """Close a sitting; what it holds beyond the revisions stays, to be offered."""
    with store.begin() as work:
        own = _own(work, sitting)
        if own is not None and own.unsaved is not None:
            work.sittings.put(replace(own, is_left=True))
        else:
            work.sittings.drop(sitting.draft_id, sitting.window)


def leave_behind(store: Store) -> None:
    """Mark as left whatever an earlier run of the program did not close, wherever it was kept.

    The caller holds the data folder, so that no other window can be alive.
    """
    with store.begin() as work:
        work.sittings.leave_all()
    store.aside.reserve()
    for sitting in store.aside.all():
        with suppress(NotFoundError), store.begin() as work:
            work.drafts.get(sitting.draft_id)
            _put_newer(work, replace(sitting, is_left=True))
        store.aside.drop(sitting.draft_id, sitting.window)


def leftovers(work: Work) -> list[Leftover]:
    """What was left, the last one first; what is in the draft by now is missing nothing."""
    return [_leftover(work, one) for one in work.sittings.left()]


def left_of(work: Work, draft_id: int) -> list[Leftover]:
    """What was left of one draft."""
    return [_leftover(work, one) for one in work.sittings.of(draft_id) if one.is_left]


def recover(store: Store, sitting: Sitting, *, by: By) -> Draft:
    """Make what was left a revision of its own; returns the draft as it was before."""
    text = sitting.unsaved
    if text is None:
        raise DeskError("这篇稿件没有未保存的文字。请刷新页面。")
    with store.begin() as work:
        before = work.drafts.get(sitting.draft_id)
        title = text.title if text.title.strip() else before.title
        keep_text(work, before.id, title, text.body, by, RECOVERED)
        work.sittings.put(replace(sitting, is_left=True, unsaved=None))  # its place to type on
        note(work, by, RECOVERED, f"draft:{before.id}")
    return before


def unrecover(store: Store, sitting: Sitting, before: Draft, *, by: By) -> None:
    """Undo a recovery: the draft has its text again, and what was left is offered again."""
    with store.begin() as work:
        keep_text(work, before.id, before.title, before.body, by, _PUT_BACK)
        work.sittings.put(sitting)
        note(work, by, _PUT_BACK, f"draft:{before.id}")


def discard(store: Store, sittings: Sequence[Leftover], *, by: By) -> None:
    """Forget what was left."""
    with store.begin() as work:
        for one in sittings:
            sitting = one.sitting
            work.sittings.drop(sitting.draft_id, sitting.window)
            if one.missing:
                said = f"{one.missing} 字，编辑到 {office_time(sitting.seen):%m-%d %H:%M:%S}"
                note(work, by, "放弃未保存的文字", f"draft:{sitting.draft_id}", said)


def _leftover(work: Work, sitting: Sitting) -> Leftover:
    draft = work.drafts.get(sitting.draft_id)
    text = sitting.unsaved
    lacking = missing(Text(draft.title, draft.body), text) if text else 0
    return Leftover(sitting, draft.title, lacking)


def _own(work: Work, sitting: Sitting) -> Sitting | None:
    held = work.sittings.of(sitting.draft_id)
    return next((one for one in held if one.window == sitting.window), None)


def _holder(work: Work, sitting: Sitting) -> Sitting | None:
    """Which other window has the draft."""
    others = (one for one in work.sittings.of(sitting.draft_id) if one.window != sitting.window)
    return next((one for one in others if not one.is_left), None)


def _must_hold(work: Work, sitting: Sitting) -> None:
    holder, own = _holder(work, sitting), _own(work, sitting)
    if holder is not None or (own is not None and own.is_left):
        raise TakenOverError(holder)


def _put_newer(work: Work, sitting: Sitting) -> None:
    """Write a sitting unless the store has a later state of it."""
    own = _own(work, sitting)
    if own is None or own.beats <= sitting.beats:
        work.sittings.put(sitting)
