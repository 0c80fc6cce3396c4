"""The office's rules for instructions: handing over, limits of feedback, chasing, numbers."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.auditing import By, note
from desk.calendar import Specials
from desk.errors import FieldError
from desk.store import Store
from desk.terms import ClockUnit, Since, Term

MOST_DAYS = 365
_DIGITS = "零一二三四五六七八九十"
_LIMIT = re.compile(
    r"(\d{1,3}|[一二三四五六七八九两十]{1,3})个?(工作日|日|天|周|星期|月|小时)(?:之|以)?内"
)


@dataclass(frozen=True, slots=True)
class UrgentWords:
    """Words of a leader that shorten the limit."""

    words: tuple[str, ...]
    days: int  # working days


@dataclass(frozen=True, slots=True)
class Leader:
    """What is filled in for a leader's name."""

    name: str
    rank: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class InstructionRules:
    """Days are working days; an instruction is handed over on the day it comes (即批即转)."""

    hand_over_days: int = 0
    feedback_days: int = 5
    urgent: tuple[UrgentWords, ...] = (
        UrgentWords(("立即", "即刻", "马上", "火速", "连夜"), 1),
        UrgentWords(("尽快", "从速", "抓紧", "请速", "速办", "速查", "速报", "限期"), 3),
    )
    awaiting_days: int = 3  # without the leader's words, then it is chased (催批)
    report_days: int = 1  # from the last feedback to the report up
    closing_days: int = 3  # from the report to the closing
    leaders: tuple[Leader, ...] = ()

    def leader(self, name: str) -> Leader | None:
        """What is known of a leader."""
        return next((one for one in self.leaders if one.name == name), None)


@dataclass(frozen=True, slots=True)
class Limit:
    """By when a feedback is wanted, and why then."""

    due: datetime
    why: str


def limit_of(rules: InstructionRules, text: str, start: datetime, specials: Specials) -> Limit:
    """When feedback on an instruction is due: as it says itself, by its words, or as usual."""
    said = said_limit(text, start, specials)
    if said:
        return said
    for one in rules.urgent:
        found = next((word for word in one.words if word in text), "")
        if found:
            end = _term(one.days).end(start, specials)
            return Limit(end, f"批示有“{found}”，{_term(one.days).length}")
    return Limit(_term(rules.feedback_days).end(start, specials), _term(rules.feedback_days).length)


def said_limit(text: str, start: datetime, specials: Specials) -> Limit | None:
    """The limit that an instruction names: 三日内, 5个工作日内, 一周内."""
    match = _LIMIT.search(text)
    if match is None:
        return None
    amount, unit = _number(match[1]), match[2]
    if not 0 < amount <= MOST_DAYS:
        return None
    if unit == "小时":
        return Limit(start + timedelta(hours=amount), f"批示写明“{match[0]}”")
    many = {"周": 7, "星期": 7, "月": 30}.get(unit, 1)
    counted = ClockUnit.WORKING_DAYS if unit == "工作日" else ClockUnit.DAYS
    end = Term(amount * many, counted, Since.HANDOVER).end(start, specials)
    return Limit(end, f"批示写明“{match[0]}”")


def set_rules(store: Store, rules: InstructionRules, *, by: By) -> InstructionRules:
    """Keep the office's rules; gives those before, to put them back. Raises FieldError."""
    for name, words, days, least in (
        ("hand_over", "交办时限", rules.hand_over_days, 0),
        ("feedback", "反馈时限", rules.feedback_days, 1),
        ("awaiting", "催批", rules.awaiting_days, 0),
        ("report", "反馈上报", rules.report_days, 0),
        ("closing", "办结", rules.closing_days, 0),
        *(("urgent", "急件时限", one.days, 0) for one in rules.urgent),
    ):
        if not least <= days <= MOST_DAYS:
            raise FieldError(name, f"{words}写了 {days} 天。请写 {least} 到 {MOST_DAYS} 之间的数。")
    with store.begin() as work:
        former = work.matters.policy(InstructionRules())
        work.matters.keep_policy(rules, by)
        detail = (
            f"交办{_term(rules.hand_over_days).length}，反馈{_term(rules.feedback_days).length}"
        )
        note(work, by, "修改批示办理规则", "instructions", detail)
        return former


def _term(days: int) -> Term:
    if not days:
        return Term(0, ClockUnit.DAYS, Since.RECEIPT)
    return Term(days, ClockUnit.WORKING_DAYS, Since.HANDOVER)


def _number(text: str) -> int:
    """An amount in digits or in Chinese up to 99; 0 for what is none."""
    if text.isdecimal():
        return int(text)
    plain = text.replace("两", "二")
    tens, ten, ones = plain.partition("十")
    if not ten:
        return _DIGITS.find(plain) if len(plain) == 1 else 0
    return 10 * (_DIGITS.find(tens) if tens else 1) + (_DIGITS.find(ones) if ones else 0)
