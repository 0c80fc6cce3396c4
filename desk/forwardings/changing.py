"""A step on forwardings, with what takes it back."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property

from desk.auditing import By, note
from desk.booking import Booked, unbook_within
from desk.errors import NotAllowedError
from desk.facts import Fact
from desk.forwardings.forwarding import Forwarding
from desk.forwardings.numbering import last_number, number_text
from desk.forwardings.rules import ForwardingRules, rules_of
from desk.publications import Publication
from desk.repositories.matters import MatterQuery
from desk.store import Store, Work


@dataclass(frozen=True, slots=True)
class Change:
    """What a step changed: former and latter values, those it added, what it booked, in order."""

    pairs: tuple[tuple[Forwarding, Forwarding], ...] = ()
    added: tuple[Forwarding, ...] = ()
    booked: tuple[Booked, ...] = ()

    @property
    def latter(self) -> tuple[Forwarding, ...]:
        """All that it added or changed, as it is after the step."""
        return (*self.added, *(after for _before, after in self.pairs))

    @property
    def told(self) -> str:
        """What the clerk is to be told of closed periods."""
        return next((one.told for one in self.booked if one.told), "")


class Step:
    """Collects what a step does inside one unit of work; ``change`` writes what was changed.

    What several of its items need is read once.
    """

    def __init__(self, work: Work, by: By) -> None:
        self.work, self.by = work, by
        self._former: dict[int, Forwarding] = {}
        self._latter: dict[int, Forwarding] = {}
        self._added: list[int] = []
        self._numbers: dict[int, int] = {}
        self._titled: dict[str, list[Fact]] = {}
        self.booked: list[Booked] = []

    def add(self, forwarding: Forwarding) -> Forwarding:
        """Add one."""
        kept = self.work.matters.save(forwarding, self.by)
        self._added.append(kept.id)
        self._latter[kept.id] = kept
        return kept

    def save(self, former: Forwarding, latter: Forwarding) -> Forwarding:
        """Change one, as far as anything is new; it is written at the end."""
        if former == latter:
            return former
        self._former.setdefault(former.id, former)
        self._latter[former.id] = latter
        return latter

    def now(self, forwarding_id: int) -> Forwarding:
        """One as it is after what the step has done so far; raises NotFoundError."""
        held = self._latter.get(forwarding_id)
        return held or self.work.matters.get(Forwarding, forwarding_id)

    def of_item(self, draft_id: int) -> list[Forwarding]:
        """All that went up of an item, as it is now."""
        found = self.work.matters.all(Forwarding, MatterQuery(draft_id=draft_id))
        return [self._latter.get(one.id, one) for one in found if one.draft_id == draft_id]

    def number(self, year: int) -> str:
        """The next number of a year; what the step does not write before its end counts too."""
        last = self._numbers.get(year)
        self._numbers[year] = 1 + (last_number(self.work, year) if last is None else last)
        return number_text(year, self._numbers[year])

    def expect(self, titles: Iterable[str]) -> None:
        """Look at once for what is booked under titles: each look goes through the whole ledger."""
        wanted = set(titles) - self._titled.keys()
        self._titled |= {one: [] for one in wanted}
        found = self.work.imports.titled(wanted, date.min, date.max) if wanted else ()
        for fact in found:
            if not fact.item_id:
                self._titled[fact.title].append(fact)

    def titled(self, title: str) -> list[Fact]:
        """What others booked under a title without naming an item; the desk's steps name one."""
        self.expect([title])
        return self._titled[title]

    @cached_property
    def carriers(self) -> dict[int, Publication]:
        """The publications by id."""
        return {one.id: one for one in self.work.catalogue.publications()}

    @cached_property
    def rules(self) -> ForwardingRules:
        """The office's rules."""
        return rules_of(self.work)

    def note(self, action: str, forwarding: Forwarding, detail: str) -> None:
        """Write into the trail of one."""
        note(self.work, self.by, action, forwarding.subject, detail)

    def change(self) -> Change:
        """Write what was changed; returns what was done."""
        for key in self._former:
            self.work.matters.save(self._latter[key], self.by)
        pairs = tuple(
            (held, self._latter[key])
            for key, held in self._former.items()
            if key not in self._added
        )
        added = tuple(self._latter[key] for key in self._added)
        return Change(pairs, added, tuple(self.booked))


def take_back(store: Store, changes: Iterable[Change], *, by: By) -> None:
    """Undo steps, the last one first: what they booked is unbooked, what they added goes.

    What others changed since stays. Raises NotAllowedError where the ledger has gone on.
    """
    with store.begin() as work:
        for change in reversed(list(changes)):
            for booked in reversed(change.booked):
                unbook_within(work, booked, by=by)
            for former, latter in change.pairs:
                now = work.matters.get(Forwarding, former.id)
                kept = work.matters.save(_put_back(now, former, latter), by)
                note(work, by, "撤销上报的改动", kept.subject, f"恢复为“{kept.state}”")
            for one in change.added:
                _remove(work, one, by)


def _remove(work: Work, added: Forwarding, by: By) -> None:
    now = work.matters.get(Forwarding, added.id)
    if (now.sent_booked, now.booked) != (added.sent_booked, added.booked):
        raise NotAllowedError(f"“{now.title}”登记以后又记过分，不能撤销。请打开它，改用“撤回”。")
    work.matters.remove(Forwarding, added.id)
    note(work, by, "撤销上报登记", f"draft:{added.draft_id}", f"{added.carrier}　{added.title}")


def _put_back(now: Forwarding, former: Forwarding, latter: Forwarding) -> Forwarding:
    changed = {
        one.name: getattr(former, one.name)
        for one in fields(former)
        if getattr(former, one.name) != getattr(latter, one.name)
    }
    return replace(now, **changed)
