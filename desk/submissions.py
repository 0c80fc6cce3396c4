"""Keep the submissions of the ledger those of the drafts."""

from desk.drafts import Draft
from desk.facts import Fact, FactKind
from desk.issues import Role
from desk.store import Work


def book_submission(work: Work, draft: Draft) -> None:
    """Make the submissions of a draft's units those of the draft as it stands.

    A composite books none: the drafts it was made of did. A version books none: its item did.
    """
    if not draft.was_sent:
        return
    day = draft.received.astimezone().date()
    shares = len(draft.unit_ids)
    work.ledger.replace(
        f"draft:{draft.id}",
        [
            Fact(
                FactKind.SUBMISSION,
                day,
                unit_id,
                draft.title,
                f"draft:{draft.id}",
                role=Role.JOINT if shares > 1 else Role.SINGLE,
                shares=shares,
                item_id=draft.id,
            )
            for unit_id in draft.unit_ids
        ],
    )
