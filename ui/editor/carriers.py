"""By which publication each draft is checked: as chosen, or by the issue it stands in."""

from dataclasses import dataclass

from desk.checking import Knowledge, office_of, profile_of
from desk.drafts import Draft
from desk.knowing import known
from desk.publications import Publication
from desk.store import Work
from ui.editor.carrier_box import Carrier, carrier_in


@dataclass(frozen=True, slots=True)
class Measure:
    """What a draft is checked against, and by whose rules."""

    publications: tuple[Publication, ...]
    carrier: Carrier
    knowledge: Knowledge


class Carriers:
    """Remembers what was chosen for each draft while the window is open."""

    def __init__(self) -> None:
        self._chosen: dict[int, Carrier] = {}

    def choose(self, draft_id: int, carrier: Carrier) -> None:
        """Check a draft by this publication from now on."""
        self._chosen[draft_id] = carrier

    def measure(self, work: Work, draft: Draft) -> Measure:
        """All that a draft is checked against now."""
        carrier = self._chosen.get(draft.id)
        if carrier is None:
            carrier = carrier_in(work.issues.holding(draft.id), draft.id)
            if not carrier.publication_id:  # a version is checked by what it was made for
                carrier = Carrier(draft.carrier_id)
        publications = tuple(work.catalogue.publications())
        found = next((one for one in publications if one.id == carrier.publication_id), None)
        profile = profile_of(found, carrier.section_id or None) if found else None
        office = office_of(work, carrier.publication_id)
        return Measure(publications, carrier, known(work, draft, office, profile))
