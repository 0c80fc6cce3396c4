"""What the window of sending up shows: carriers with what was used before, texts, approval."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desk.commissions.commission import Commission
from desk.drafts import Draft, DraftQuery, DraftRow, Status
from desk.forwardings.hit_items import Sent, adopted_like, sent_items
from desk.forwardings.hits import hits_of
from desk.forwardings.sending import Offered, Target, carriers_above, offered
from desk.publications import Publication
from desk.repositories.matters import OPEN
from desk.store import Work
from desk.versions import item_of

_YEAR = timedelta(365)
_FIT = frozenset({Status.READY, Status.RELEASED, Status.SUBMITTED, Status.EDITING})
_FOUND = 30


@dataclass(frozen=True, slots=True)
class Carrier:
    """A carrier with the items' state there, and what became of the like."""

    publication: Publication
    offers: tuple[Offered, ...]  # one an item
    rate: str  # of all that was sent there within a year
    of_kind: str  # of the same kind


@dataclass(frozen=True, slots=True)
class Offering:
    """All that is known before items go up."""

    items: tuple[Draft, ...]
    carriers: tuple[Carrier, ...]
    own: tuple[Offered, ...]  # the items' own texts, as for a medium
    like: tuple[Sent, ...]  # adopted items with titles like the first one's
    commissions: tuple[Commission, ...]  # open ones of upper levels


def offering(work: Work, draft_ids: Sequence[int], today: date) -> Offering:
    """Read what is known of items and carriers."""
    items = [item_of(work, one).original for one in draft_ids]
    sent = sent_items(work, today - _YEAR, today)
    kinds = {one.kind.value for one in items if one.kind}
    carriers = []
    for publication in carriers_above(work):
        there = [one for one in sent if one.forwarding.publication_id == publication.id]
        alike = [one for one in there if one.kind in kinds] if len(kinds) == 1 else []
        target = Target(publication.id)
        carriers.append(
            Carrier(
                publication,
                tuple(offered(work, one.id, target) for one in items),
                hits_of("", there, by_carrier=True).words if there else "",
                f"{min(kinds)} {hits_of('', alike, by_carrier=True).words}" if alike else "",
            )
        )
    asked = (one for one in work.matters.all(Commission, OPEN) if one.upper is not None)
    like = adopted_like(sent, items[0].title) if items else []
    medium = Target(medium="媒体")
    return Offering(
        tuple(items),
        tuple(carriers),
        tuple(offered(work, one.id, medium) for one in items),
        tuple(like),
        tuple(asked),
    )


def to_choose(work: Work, words: str) -> list[DraftRow]:
    """Items that can go up, by words of them, the newest first."""
    query = DraftQuery(words=words, statuses=_FIT, limit=_FOUND)
    return work.drafts.rows(work.drafts.ids(query))
