"""The demo clerk's telephone calls: facts of the last day's drafts, verified with their units."""

from datetime import date

from desk.checking import manuscript_of
from desk.demo.clerk import Clerk
from desk.drafts import Draft, Status
from desk.inquiries import Answer
from desk.knowing import known
from desk.to_verify import points_of
from desk.verifying import Said, ask, contact_of

_CALLED = 6  # drafts
_FACTS = 3  # asked of each
_SAID = (
    Said(Answer.RIGHT),
    Said(Answer.RIGHT, "口径为全县合计"),
    Said(),
    Said(Answer.RIGHT),
)


def verify(clerk: Clerk, day: date) -> None:
    """Ask the units behind drafts that are up or ready; one answer in four is still to come."""
    with clerk.store.read() as work:
        drafts = [
            draft
            for status in (Status.SUBMITTED, Status.READY)
            for draft in work.drafts.with_status(status)
            if not work.inquiries.of(draft.id)
        ]
    for number, draft in enumerate(drafts[:_CALLED]):
        _call(clerk, draft, _SAID[number % len(_SAID)], day)


def _call(clerk: Clerk, draft: Draft, said: Said, day: date) -> None:
    with clerk.store.read() as work:
        points = points_of(manuscript_of(draft, known(work, draft)).whole)[:_FACTS]
        contact = contact_of(work, draft)
    if points and (contact.unit or contact.name):
        ask(clerk.store, draft.id, points, contact, said, by=clerk.at(day, 10, 50))
