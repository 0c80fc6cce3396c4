"""Whom to ring in a unit: who was rung or asked last, else who signed its newest draft."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desk.drafts import DraftQuery
from desk.store import Work
from desk.units import Unit


@dataclass(frozen=True, slots=True)
class Contact:
    """A person of a unit; "" what is not known."""

    name: str = ""
    phone: str = ""

    @property
    def words(self) -> str:
        """Name and number."""
        return " ".join(filter(None, (self.name, self.phone)))


def contacts(work: Work, units: Iterable[Unit]) -> Mapping[int, Contact]:
    """The contact of each unit where one is known; registers of names keep none."""
    found: dict[int, Contact] = {}
    newest: dict[int, int] = {}
    for unit in units:
        asked = Contact(*work.inquiries.contact(unit.name))
        if asked.phone:
            found[unit.id] = asked
        elif ids := work.drafts.ids(DraftQuery(unit_id=unit.id, limit=1)):
            newest[unit.id] = ids[0]
    drafts = {one.id: one for one in work.drafts.several(list(dict.fromkeys(newest.values())))}
    for unit_id, draft_id in newest.items():
        draft = drafts[draft_id]
        if draft.phone:
            found[unit_id] = Contact(draft.author, draft.phone)
    return found
