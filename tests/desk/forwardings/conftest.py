"""An office with carriers above: a party's and a government's of the province, one of the city."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desk.auditing import By
from desk.drafts import Status
from desk.facts import FactKind
from desk.forwardings import results, sending
from desk.forwardings.forwarding import Forwarding, Result
from desk.forwardings.results import Finding
from desk.forwardings.sending import Sending, Target
from desk.publications import Publication, Section, Tier
from desk.scoring.scheme import PointRule


@dataclass(frozen=True)
class Above:
    """The office with its carriers; the clerk's usual steps as short calls."""

    office: object
    party: Publication
    government: Publication
    city: Publication

    @property
    def store(self):
        return self.office.store

    def by(self, days=0):
        return By(self.office.by.who, self.office.by.now + timedelta(days))

    def draft(self, title="县教育局开展校园安全检查", **fields):
        return self.office.draft(title, **{"status": Status.READY, **fields})

    def send(self, draft, *carriers, days=0, **how):
        """Send an item to carriers; gives the forwardings back."""
        by = self.by(days)
        targets = [Target(one.id) for one in carriers]
        change = sending.send(self.store, [draft.id], targets, Sending(by.now, **how), by=by)
        return list(change.latter)

    def enter(self, forwarding, result=Result.ADOPTED, days=1, **fields):
        by = self.by(days)
        finding = Finding(forwarding.id, result, by.today, **fields)
        return results.enter(self.store, [finding], by=by)

    def get(self, forwarding):
        with self.store.read() as work:
            return work.matters.get(Forwarding, forwarding.id)

    def facts(self, kind=FactKind.ADOPTION):
        """What stands in the ledger of a kind."""
        with self.store.read() as work:
            held = work.ledger.between(date(2026, 1, 1), date(2026, 12, 31))
        gone = {one.reverses for one in held}
        return [one for one in held if one.kind is kind and one.id not in gone]


@pytest.fixture
def above(office):
    with office.store.begin() as work:
        made = [
            work.catalogue.save_publication(Publication(name, (Section("要情"),), tier=tier))
            for name, tier in (
                ("省委信息", Tier.PROVINCE),
                ("省政府政务专报", Tier.PROVINCE),
                ("市政府要情快报", Tier.CITY),
            )
        ]
        scheme = work.catalogue.schemes()[0]
        rules = [
            PointRule(one.id, Decimal(points))
            for one, points in zip(made, (10, 12, 6), strict=True)
        ]
        work.catalogue.save_scheme(replace(scheme, rules=(*scheme.rules, *rules)))
    return Above(office, *made)
