"""What the office has set for reporting upwards: channels, waiting times, fields to re-key."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from desk.auditing import By, note
from desk.errors import FieldError
from desk.forwardings.forwarding import Forwarding
from desk.office_clock import day_of, moment_at
from desk.publications import Publication
from desk.store import Store, Work
from desk.terms import CLOSING


class Line(StrEnum):
    """Whose channel a carrier is."""

    PARTY = "党委"
    GOVERNMENT = "政府"
    DEPARTMENT = "部门"
    MEDIA = "媒体"


class Twice(StrEnum):
    """What counts where both channels of one level take the same item."""

    ONCE = "只计一次"
    HIGHER = "就高"
    EACH = "各计"


FIELDS = ("标题", "正文", "单位", "作者", "时间")
_PARTY = re.compile(r"[市省州区盟]委|党委|中办|中共|委办")
_DEPARTMENT = re.compile(r"厅(?!.*政务)|部|总局|委员会")
_MEDIA = re.compile(r"日报|晚报|新闻|新华|电视|广播|网|公众号|客户端")
_LONGEST_WAIT = 400


@dataclass(frozen=True, slots=True)
class CarrierRule:
    """What holds for one carrier; 0 days and no fields are the office's general ones."""

    publication_id: int
    line: Line
    wait_days: int = 0
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForwardingRules:
    """The office's rules; the lane is the one that what goes up should take (R93)."""

    carriers: tuple[CarrierRule, ...] = ()
    twice: Twice = Twice.ONCE
    wait_days: int = 20
    lane: str = "上报"
    fields: tuple[str, ...] = FIELDS

    def of(self, publication: Publication) -> CarrierRule:
        """The rule of a carrier, guessed by its name where the office has set none."""
        held = next((one for one in self.carriers if one.publication_id == publication.id), None)
        return held or CarrierRule(publication.id, guessed(publication.name))

    def waits(self, publication_id: int) -> int:
        """How many days a carrier's result is waited for."""
        held = (one.wait_days for one in self.carriers if one.publication_id == publication_id)
        return next(held, 0) or self.wait_days

    def result_due(self, forwarding: Forwarding) -> datetime | None:
        """Until when a result is waited for; None while it is not sent or has its result.

        Who has asked waits as long again from then on.
        """
        if not forwarding.awaits or forwarding.sent is None:
            return None
        start = max(day_of(forwarding.sent), forwarding.asked or date.min)
        return moment_at(start + timedelta(self.waits(forwarding.publication_id)), CLOSING)


def guessed(name: str) -> Line:
    """Whose channel a carrier probably is."""
    for line, pattern in (
        (Line.PARTY, _PARTY),
        (Line.MEDIA, _MEDIA),
        (Line.DEPARTMENT, _DEPARTMENT),
    ):
        if pattern.search(name):
            return line
    return Line.GOVERNMENT


def rules_of(work: Work) -> ForwardingRules:
    """The rules in force."""
    return work.matters.policy(ForwardingRules())


def keep_rules(store: Store, rules: ForwardingRules, *, by: By) -> ForwardingRules:
    """Set the office's rules; returns the former ones. Raises FieldError."""
    waits = (rules.wait_days, *(one.wait_days for one in rules.carriers if one.wait_days))
    if any(not 1 <= days <= _LONGEST_WAIT for days in waits):
        raise FieldError("wait_days", f"等结果的天数是 1 到 {_LONGEST_WAIT} 天。请改正。")
    if not rules.fields or "正文" not in rules.fields:
        raise FieldError("fields", "重录的栏目里要有“正文”。请补上，例如：标题、正文、单位。")
    with store.begin() as work:
        former = rules_of(work)
        work.matters.keep_policy(rules, by)
        detail = f"两个渠道{rules.twice}；{rules.wait_days} 天没有结果的催问"
        note(work, by, "改上报规则", "forwarding-rules", detail)
        return former


def with_carriers(rules: ForwardingRules, changed: Iterable[CarrierRule]) -> ForwardingRules:
    """The rules with those of some carriers in place of the former ones."""
    anew = {one.publication_id: one for one in changed}
    kept = {one.publication_id: one for one in rules.carriers} | anew
    return replace(rules, carriers=tuple(kept[key] for key in sorted(kept)))
