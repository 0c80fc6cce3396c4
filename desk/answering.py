"""Use case: answer a unit that asks what became of its drafts (答复单位)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from desk.checking import Knowledge, check_draft, office_of
from desk.checks.catalogue import catalogue
from desk.checks.rule import Severity
from desk.compiling import name_of
from desk.drafts import Draft, DraftQuery, Status
from desk.issues import Issue, IssueStatus
from desk.reasons import Reason, said
from desk.reports.letter import Letter
from desk.reports.receipts import Fault, Sent, feedback, receipt
from desk.store import Store, Work
from desk.units import Unit
from desk.versions import texts

_CHECKED = (Status.RETURNED, Status.REJECTED)


def receipts(store: Store, draft_ids: Sequence[int], *, office: str, day: date) -> list[Letter]:
    """A receipt for each unit behind some drafts, in the order of the drafts."""
    with store.read() as work:
        return [
            receipt(office, unit.name, items, day)
            for unit, items in _by_unit(work, work.drafts.several(draft_ids))
        ]


def feedbacks(store: Store, draft_ids: Sequence[int], *, office: str, day: date) -> list[Letter]:
    """What became of some drafts, for each unit behind them."""
    with store.read() as work:
        return [
            feedback(office, unit.name, items, day)
            for unit, items in _by_unit(work, work.drafts.several(draft_ids))
        ]


def period_feedback(
    store: Store, unit_id: int, first: date, last: date, *, office: str, day: date
) -> Letter:
    """What became of all a unit sent in some days, oldest first."""
    query = DraftQuery(unit_id=unit_id, received_from=first, received_to=last, descending=False)
    with store.read() as work:
        unit = next(one for one in work.registry.units() if one.id == unit_id)
        drafts = work.drafts.several(work.drafts.ids(query))
        found = _by_unit(work, [draft for draft in drafts if draft.was_sent])
        items = next((items for one, items in found if one.id == unit_id), [])
    return feedback(office, unit.name, items, day, (first, last))


def _by_unit(work: Work, drafts: Iterable[Draft]) -> list[tuple[Unit, list[Sent]]]:
    """Items by unit; a joint item stands with each of its units, one without units nowhere."""
    units = {unit.id: unit for unit in work.registry.units()}
    telling = Telling(work, units)
    found: dict[int, list[Sent]] = {}
    for draft in drafts:
        item = telling.of(draft)
        for unit_id in draft.unit_ids:
            partners = tuple(units[one].short for one in draft.unit_ids if one != unit_id)
            found.setdefault(unit_id, []).append(replace(item, partners=partners))
    return [(units[unit_id], items) for unit_id, items in found.items()]


class Telling:
    """Puts drafts into the words of a letter."""

    def __init__(self, work: Work, units: dict[int, Unit]) -> None:
        self._work = work
        self._units = units
        self._office = office_of(work)
        self._reasons: dict[str, Reason] = {one.code: one for one in work.lists.reasons()}
        self._publications = {one.id: one for one in work.catalogue.publications()}

    def of(self, draft: Draft, *, checked: bool = True) -> Sent:
        """One item of a letter, without its partners; ``checked`` names what it failed in."""
        reason = self._reasons.get(draft.reason)
        carriers = self._named_issues(draft, lambda one: one.stands)
        return Sent(
            draft.id,
            draft.title,
            draft.received,
            draft.channel,
            Status.RELEASED if carriers else draft.status,  # by a version, too
            carriers=carriers,
            withdrawn=self._named_issues(draft, lambda one: one.status is IssueStatus.WITHDRAWN),
            reason=said(reason, draft.remark),
            advice=reason.advice if reason else "",
            faults=self._named(draft) if checked and draft.status in _CHECKED else (),
            is_late=draft.due is not None and draft.received > draft.due,
        )

    def _named_issues(self, draft: Draft, wanted: Callable[[Issue], bool]) -> tuple[str, ...]:
        """The issues it stands in; what was corrected is told by its correction alone."""
        return tuple(
            name_of(self._publications[issue.publication_id], issue)
            for text in texts(self._work, draft)
            for issue in self._work.issues.holding(text)
            if wanted(issue)
        )

    def _named(self, draft: Draft) -> tuple[Fault, ...]:
        """What the unit's own text failed in, the most frequent first."""
        rules = catalogue()
        found = self.faults(draft).most_common()
        return tuple(Fault(rules[code].name, times) for code, times in found)

    def faults(self, draft: Draft) -> Counter[str]:
        """How often the unit's own text failed each rule, hints left out."""
        names = [self._units[unit_id].name for unit_id in draft.unit_ids]
        sent = replace(draft, body=draft.original.body)
        return Counter(
            checked.finding.rule
            for checked in check_draft(sent, Knowledge(tuple(names), office=self._office))
            if checked.finding.severity is not Severity.INFO
        )
