"""Keep the ledger in step with what became of an item above: book, leave, take back."""

from collections.abc import Mapping
from dataclasses import replace

from desk.booking import book_within, facts_standing, take_back_within
from desk.drafts import Draft
from desk.facts import FactKind
from desk.forwardings.changing import Step
from desk.forwardings.counting import Taken, told, uncounted
from desk.forwardings.entries import adoption_entry, booked_elsewhere, sending_entry
from desk.forwardings.forwarding import Count, Forwarding
from desk.forwardings.rules import Line, Twice
from desk.hand.entry import Entry
from desk.weighing import weigh

_NO_UNITS = "稿件没有写单位"
_NO_CARRIER = "没有登记成刊物，只登记不记分"
_TAKEN_BACK = "台账里已收回"


def settle(step: Step, draft_id: int) -> None:
    """Book every adoption of an item that counts, and take back what counts no more."""
    _Settling(step, draft_id).run()


class _Settling:
    """All that went up of one item, and the rules that say what counts."""

    def __init__(self, step: Step, draft_id: int) -> None:
        self.step, self.work = step, step.work
        self.draft: Draft = self.work.drafts.get(draft_id)
        self.rules, self.carriers = step.rules, step.carriers
        self.held = {one.id: one for one in step.of_item(self.draft.item_id)}

    def run(self) -> None:
        """Take back first, so that what takes its place is not taken for a double."""
        why = uncounted(self._taken(), self.rules.twice)
        for one in list(self.held.values()):
            if one.booked and not self._counts(one, why):
                self._take_back(one, "上报结果更正")
        for key in sorted(self.held):
            self._book_sending(self.held[key])
            self._book(self.held[key], why)

    def _counts(self, one: Forwarding, why: Mapping[int, str]) -> bool:
        return one.is_adopted and one.count is Count.YES and one.id not in why

    def _taken(self) -> list[Taken]:
        found = []
        for one in self.held.values():
            carrier = self.carriers.get(one.publication_id)
            if carrier and one.is_adopted and one.count is Count.YES:
                taken = Taken(one, carrier.tier, self.rules.of(carrier).line)
                if self.rules.twice is Twice.HIGHER:
                    entry = adoption_entry(self.work, one, self.draft)
                    points = sum((some.points for some in weigh(self.work, entry)), taken.points)
                    taken = replace(taken, points=points)
                found.append(taken)
        return found

    def _book(self, one: Forwarding, why: Mapping[int, str]) -> None:
        if not one.is_adopted or one.count is not Count.YES:
            self._keep(one, replace(one, uncounted=""))
            return
        reason = why.get(one.id) or self._hindrance(one)
        if reason:
            self._keep(one, replace(one, uncounted=reason))
            return
        entry = adoption_entry(self.work, one, self.draft)
        if one.booked:
            self._rebook(one, entry)
            return
        kept = self._kept_elsewhere(one, FactKind.ADOPTION)
        if kept:
            self._keep(one, replace(one, booked=kept, is_foreign=True, uncounted=""))
        else:
            self._keep(one, replace(one, booked=self._booked(entry), uncounted=""))

    def _rebook(self, one: Forwarding, entry: Entry) -> None:
        """Book anew what was corrected; what an import or the ledger's clerk did stays."""
        if one.is_foreign:
            return
        facts = facts_standing(self.work, one.booked)
        if not facts:
            self._keep(one, replace(one, uncounted=_TAKEN_BACK))
        elif _key(entry) != (
            facts[0].counted, facts[0].section_id, facts[0].issue_number, facts[0].role,
            facts[0].particulars.external, tuple(fact.unit_id for fact in facts),
        ):  # fmt: skip
            back = take_back_within(self.work, facts[0].id, "上报结果更正", by=self.step.by)
            self.step.booked.append(back)
            self._keep(one, replace(one, booked=self._booked(entry), uncounted=""))

    def _take_back(self, one: Forwarding, why: str) -> None:
        facts = [] if one.is_foreign else facts_standing(self.work, one.booked)
        if facts:
            back = take_back_within(self.work, facts[0].id, why, by=self.step.by)
            self.step.booked.append(back)
        self._keep(one, replace(one, booked="", is_foreign=False))

    def _book_sending(self, one: Forwarding) -> None:
        """Book a sending once for each level: its two channels are one way up."""
        if one.withdrawn and one.sent_booked:
            is_ours = one.sent_booked.startswith("hand:")
            facts = facts_standing(self.work, one.sent_booked) if is_ours else []
            if facts:
                back = take_back_within(self.work, facts[0].id, one.withdrawn, by=self.step.by)
                self.step.booked.append(back)
            self._keep(one, replace(one, sent_booked=""))
        elif self._sends(one):
            kept = self._kept_elsewhere(one, FactKind.FORWARDING)
            if not kept:
                tier = self.carriers[one.publication_id].tier
                kept = self._booked(sending_entry(self.work, one, self.draft, tier))
            self._keep(self.held[one.id], replace(self.held[one.id], sent_booked=kept))

    def _sends(self, one: Forwarding) -> bool:
        if one.withdrawn or one.sent is None or one.sent_booked or one.is_late_entry:
            return False
        if self._hindrance(one):
            return False
        carrier = self.carriers[one.publication_id]
        line = self.rules.of(carrier).line
        return self.rules.twice is Twice.EACH or not any(
            other.sent_booked
            and {line, self._line(other)} == {Line.PARTY, Line.GOVERNMENT}
            and self.carriers[other.publication_id].tier is carrier.tier
            for other in self.held.values()
        )

    def _line(self, one: Forwarding) -> Line:
        carrier = self.carriers.get(one.publication_id)
        return self.rules.of(carrier).line if carrier else Line.MEDIA

    def _hindrance(self, one: Forwarding) -> str:
        if one.publication_id not in self.carriers:
            return _NO_CARRIER
        return "" if one.units else _NO_UNITS

    def _kept_elsewhere(self, one: Forwarding, kind: FactKind) -> str:
        day = (one.result_day if kind is FactKind.ADOPTION else one.sent_day) or one.day
        others = (
            source
            for other in self.held.values()
            if other.publication_id == one.publication_id
            for source in (other.booked, other.sent_booked)
        )
        fact = booked_elsewhere(self.work, kind, one, day, others, self.step.titled(one.title))
        if fact is None:
            return ""
        self.step.note("台账里已有", one, f"{told(one)}：{fact.source}，没有再记")
        return fact.source

    def _booked(self, entry: Entry) -> str:
        booked = book_within(self.work, entry, by=self.step.by)
        self.step.booked.append(booked)
        return booked.facts[0].source

    def _keep(self, former: Forwarding, latter: Forwarding) -> None:
        self.held[former.id] = self.step.save(former, latter)


def _key(entry: Entry) -> tuple[object, ...]:
    return (
        entry.day, entry.section_id, entry.issue_number, entry.role,
        entry.particulars.external, entry.unit_ids,
    )  # fmt: skip
