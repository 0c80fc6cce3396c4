"""Keep the submissions of the ledger those of the drafts."""

from desk.auditing import By, note
from desk.closing import keep_in_step, told_of
from desk.detailing import particulars_of
from desk.drafts import Draft, Status
from desk.facts import Fact, FactKind
from desk.issues import Role
from desk.office_clock import day_of
from desk.store import Work

UNREGISTERED = "撤销登记"


def book_submission(work: Work, draft: Draft, by: By) -> None:
    """Make the submissions of a draft's units those of the draft as it stands.

    A composite books none: the drafts it was made of did. A version books none: its item did.
    What was counted in a closed period is taken back today and booked anew.
    """
    if not draft.was_sent:
        return
    source, wanted = source_of(draft.id), submissions(draft, by.who)
    if keep_in_step(work, source, wanted, by):
        day = day_of(draft.received)
        told = told_of(work, [day], by.today)
        note(work, by, "结账后改记", source, told or "原来记在已结账的时段里，今天冲销。")


def unbook(work: Work, draft_id: int, by: By) -> None:
    """Take a draft's submissions out of the books."""
    keep_in_step(work, source_of(draft_id), (), by)


def source_of(draft_id: int) -> str:
    """The name under which a draft books facts."""
    return f"draft:{draft_id}"


def is_unregistered(draft: Draft) -> bool:
    """Whether its registration was taken back: then it counts for nobody."""
    return draft.status is Status.FILED and draft.remark == UNREGISTERED


def submissions(draft: Draft, who: str = "") -> list[Fact]:
    """What a draft that was sent counts as: one submission for each of its units."""
    if not draft.was_sent or is_unregistered(draft):
        return []
    day = day_of(draft.received)
    shares, told = len(draft.unit_ids), particulars_of(draft, draft.original.body)
    return [
        Fact(
            FactKind.SUBMISSION,
            day,
            unit_id,
            draft.title,
            source_of(draft.id),
            role=Role.JOINT if shares > 1 else Role.SINGLE,
            shares=shares,
            item_id=draft.id,
            particulars=told,
            by=who,
        )
        for unit_id in draft.unit_ids
    ]
