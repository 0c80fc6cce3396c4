"""Gather what labels and signatures say, and decide between them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from typing import TypeVar

from desk.body import Run
from desk.drafts import Kind, Secrecy, Urgency
from desk.intake.document import Line
from desk.intake.recognition import marks
from desk.intake.recognition.byline import Byline, byline
from desk.intake.recognition.dates import dates, without_clock
from desk.intake.recognition.label_words import Label
from desk.intake.recognition.labels import Labelled, labels
from desk.intake.recognition.people import labelled_names, phone, signed_in, spaced, without_phones
from desk.intake.recognition.registry import Match, Names

Grade = TypeVar("Grade", Secrecy, Urgency)

_LONGEST_MARK = 60
_AHEAD = timedelta(days=31)  # a report dated later than that is misdated
_PEOPLE = (Label.SIGNER, Label.AUTHOR, Label.CONTACT, Label.CHECKER, Label.OPINION)
_BETWEEN_PEOPLE = re.compile(r"[、，,;；/／\s]+")
_AFTER = re.compile(r"[；;]")


@dataclass(slots=True)
class Evidence:
    """Everything found so far; the first finding of a sort wins, labels before signatures."""

    names: Names
    near: date
    labelled: list[Labelled] = field(default_factory=list)
    signatures: list[Byline] = field(default_factory=list)  # at the end of the text
    heads: list[Byline] = field(default_factory=list)  # above and below the title
    margins: list[Byline] = field(default_factory=list)  # in page headers and footers
    secrecy: Secrecy | None = None
    urgency: Urgency | None = None
    is_own_form: bool = False  # the labelled values stand in the form the office gave out
    mast: str = ""  # the name of the form or bulletin
    doubts: set[str] = field(default_factory=set)
    ahead: set[date] = field(default_factory=set)  # days too far to come to be the draft's

    def mark(self, text: str) -> bool:
        """Take a line that is a mark of secrecy or urgency; says whether it was one."""
        if len(text) > _LONGEST_MARK:
            return False
        secrecy, urgency = marks.secrecy_of(text), marks.urgency_of(text)
        self.secrecy = _highest(Secrecy, self.secrecy, secrecy)
        self.urgency = _highest(Urgency, self.urgency, urgency)
        return bool(secrecy or urgency)

    def margin(self, text: str) -> None:
        """Take a line of a page header or footer."""
        found = labels(text)
        if self.mark(text) or found:
            self.labelled += found
            return
        signed = byline(Line((Run(text),)), self.names, self.near, strict=True)
        self.margins += [signed] if signed else []
        self.name_form(text)

    def name_form(self, text: str) -> None:
        """Take the name of a form or bulletin, which may begin with its unit's."""
        self.mast = f"{self.mast} {text}".strip()
        unit_id = self.names.at_start(text)
        self.margins += [Byline((unit_id,))] if unit_id else []

    def values(self, *wanted: Label) -> Iterable[str]:
        """The texts behind labels, one sort after the other."""
        return (item.text for label in wanted for item in self.labelled if item.label is label)

    def title(self) -> str | None:
        """The text behind 标题：."""
        return next((text for text in self.values(Label.TITLE) if text), None)

    def units(self) -> Match:
        """The units that sent it: by label, signature, byline, page margin, in this order."""
        labelled = [self._labelled_units(text) for text in self.values(Label.UNIT)]
        by_people = [self._person(text) for text in self.values(Label.AUTHOR, Label.CONTACT)]
        signed = [_joined(self.signatures), *map(_match, by_people), _joined(self.heads)]
        found = [match for match in (*labelled, *signed) if match.unit_ids or match.unknown]
        known = _widest([match for match in found if match.unit_ids])
        margin = Match(self.margins[0].unit_ids) if self.margins else Match()
        if known is None and margin.unit_ids:
            self.doubts.add("unit_ids")
            return margin
        return known or next(iter(found), Match())

    def author(self) -> str | None:
        """Who wrote it: by label, signature, byline, then whom to ask."""
        labelled = self._people(Label.AUTHOR)
        if labelled:
            return labelled
        signed = (*self.signatures, *self.heads)
        joined = "、".join(dict.fromkeys(name for item in signed for name in item.names))
        if not joined or any(item.guessed or not item.has_unit for item in signed if item.names):
            self.doubts.add("author")
        return joined or self._people(Label.CONTACT)

    def approver(self) -> str | None:
        """Who let it go in the unit: the one who signed, else the one who checked."""
        labelled = self._people(Label.SIGNER)
        if labelled:
            return labelled
        opinions = chain.from_iterable(
            map(signed_in, map(self._undated, self.values(Label.OPINION)))
        )
        opined = "、".join(dict.fromkeys(opinions))
        if opined:
            self.doubts.add("approver")
        return opined or self._people(Label.CHECKER)

    def phone(self) -> str | None:
        """The number behind a label, else one in a signature."""
        labelled = (phone(text, local=True) for text in self.values(Label.PHONE))
        number = next(filter(None, labelled), None)
        if number or self.is_own_form:
            return number or next(iter(self.values(Label.PHONE)), None)
        self.doubts.add("phone")
        beside = (phone(item.text) for item in self.labelled if item.label is not Label.PHONE)
        signed = (item.phone for item in (*self.signatures, *self.heads))
        return next(filter(None, chain(beside, signed)), None)

    def report_date(self) -> date | None:
        """The day it was sent: by label, signature, or red head; never one long after it came."""
        labelled = [self._day(text) for text in self.values(Label.REPORTED)]
        signed = [item.day for item in (*self.signatures, *self.heads)]
        day = next(filter(self._is_past, (*labelled, *signed)), None)
        if day:
            return day
        self.doubts.add("report_date")
        beside = [self._day(text) for text in self.values(Label.UNIT, *_PEOPLE)]
        return next(filter(self._is_past, (*beside, *(item.day for item in self.margins))), None)

    def event_date(self) -> date | None:
        """The day behind 事件时间：."""
        days = (self._day(text) for text in self.values(Label.EVENT))
        return next(filter(self._is_past, days), None)

    def kind(self) -> Kind | None:
        """The kind behind 信息类型：."""
        kinds = (marks.labelled_kind(text) for text in self.values(Label.KIND))
        return next((kind for kind in kinds if kind), None)

    def grades(self) -> tuple[Secrecy | None, Urgency | None]:
        """The secrecy and the urgency the document is marked with."""
        secrecy = (marks.labelled_secrecy(text) for text in self.values(Label.SECRECY))
        urgency = (marks.labelled_urgency(text) for text in self.values(Label.URGENCY))
        return (
            _highest(Secrecy, self.secrecy, *secrecy),
            _highest(Urgency, self.urgency, *urgency),
        )

    def _is_past(self, day: date | None) -> bool:
        """Whether a day may be the draft's; one long after it came is kept for a note."""
        if day is None or day <= self.near + _AHEAD:
            return day is not None
        self.ahead |= {day}
        return False

    def _day(self, text: str) -> date | None:
        found = next(dates(text, self.near), None)
        return found.day if found else None

    def _undated(self, text: str) -> str:
        """A text without its first date and the time of day behind it."""
        found = next(dates(text, self.near), None)
        return f"{text[: found.start]} {text[without_clock(text, found.end) :]}" if found else text

    def _labelled_units(self, text: str) -> Match:
        signed = self._person(text)
        return _match(signed) if signed and signed.unit_ids else self.names.many(text)

    def _person(self, text: str) -> Byline | None:
        """A label's value that names a unit and perhaps its people."""
        return byline(Line((Run(text),)), self.names, self.near, strict=True)

    def _people(self, label: Label) -> str | None:
        found: list[str] = []
        for value in self.values(label):
            if self.is_own_form:
                found += filter(None, _BETWEEN_PEOPLE.split(spaced(value)))
                continue
            text = _AFTER.split(value)[0]
            signed = self._person(text)
            plain = without_phones(self._undated(text))
            found += signed.names if signed else labelled_names(plain)
        return "、".join(dict.fromkeys(found)) or None


def _highest(grades: type[Grade], *found: Grade | None) -> Grade | None:
    """The highest of the grades found: of two marks the stricter holds."""
    return next((grade for grade in reversed(grades) if grade in found), None)


def _match(signed: Byline | None) -> Match:
    return Match(signed.unit_ids, signed.unknown) if signed else Match()


def _widest(found: list[Match]) -> Match | None:
    """The first finding; one that names its units and others beside them is a joint report."""
    first = next(iter(found), None)
    if first is None:
        return None
    joint = (match for match in found if set(first.unit_ids) < set(match.unit_ids))
    wider = next(joint, first)
    return Match(tuple(dict.fromkeys((*first.unit_ids, *wider.unit_ids))), first.unknown)


def _joined(signed: list[Byline]) -> Match:
    """The units of several signatures together: they report jointly."""
    ids = dict.fromkeys(unit_id for item in signed for unit_id in item.unit_ids)
    return Match(tuple(ids), tuple(name for item in signed for name in item.unknown))
