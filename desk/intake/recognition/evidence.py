"""Gather what labels and signatures say, and decide between them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from desk.body import Run
from desk.drafts import Kind, Secrecy, Urgency
from desk.intake.document import Line
from desk.intake.recognition import marks
from desk.intake.recognition.byline import Byline, byline
from desk.intake.recognition.dates import dates
from desk.intake.recognition.labels import Label, Labelled
from desk.intake.recognition.people import names as people
from desk.intake.recognition.people import phone, without_phones
from desk.intake.recognition.registry import Match, Names

_LONGEST_MARK = 60
_PEOPLE = (Label.AUTHOR, Label.CONTACT, Label.CHECKER, Label.SIGNER)
_AFTER = re.compile(r"[；;]")


@dataclass(slots=True)
class Evidence:
    """Everything found so far; the first finding of a sort wins, labels before signatures."""

    names: Names
    near: date
    labelled: list[Labelled] = field(default_factory=list)
    signatures: list[Byline] = field(default_factory=list)  # at the end of the text
    heads: list[Byline] = field(default_factory=list)  # above and below the title
    secrecy: Secrecy | None = None
    urgency: Urgency | None = None

    def mark(self, text: str) -> bool:
        """Take a line that is a mark of secrecy or urgency; says whether it was one."""
        if len(text) > _LONGEST_MARK:
            return False
        secrecy, urgency = marks.secrecy_of(text), marks.urgency_of(text)
        self.secrecy = self.secrecy or secrecy
        self.urgency = self.urgency or urgency
        return bool(secrecy or urgency)

    def values(self, *wanted: Label) -> Iterable[str]:
        """The texts behind labels, one sort after the other."""
        return (item.text for label in wanted for item in self.labelled if item.label is label)

    def title(self) -> str | None:
        """The text behind 标题：."""
        return next((text for text in self.values(Label.TITLE) if text), None)

    def units(self) -> Match:
        """The units that sent it: by label, signature, byline, in this order."""
        labelled = [self._labelled_units(text) for text in self.values(Label.UNIT)]
        by_people = [self._person(text) for text in self.values(Label.AUTHOR, Label.CONTACT)]
        signed = [_joined(self.signatures), *map(_match, by_people), _joined(self.heads)]
        found = [match for match in (*labelled, *signed) if match.unit_ids or match.unknown]
        known = [match for match in found if match.unit_ids]
        return next(iter([*known, *found]), Match())

    def author(self) -> str | None:
        """Who wrote it: by label, signature, byline, then whom to ask."""
        signed = [name for item in (*self.signatures, *self.heads) for name in item.names]
        joined = "、".join(dict.fromkeys(signed))
        return self._people(Label.AUTHOR) or joined or self._people(Label.CONTACT)

    def approver(self) -> str | None:
        """Who let it go in the unit: the one who signed, else the one who checked."""
        return self._people(Label.SIGNER) or self._people(Label.CHECKER)

    def phone(self) -> str | None:
        """The number behind a label, else one in a signature."""
        labelled = (phone(text, local=True) for text in self.values(Label.PHONE))
        beside = (phone(item.text) for item in self.labelled if item.label is not Label.PHONE)
        signed = (item.phone for item in (*self.signatures, *self.heads))
        return next(
            (number for found in (labelled, beside, signed) for number in found if number), None
        )

    def report_date(self) -> date | None:
        """The day it was sent: by label, signature, or red head."""
        labelled = [self._day(text) for text in self.values(Label.REPORTED)]
        signed = [item.day for item in (*self.signatures, *self.heads)]
        beside = [self._day(text) for text in self.values(Label.UNIT, *_PEOPLE)]
        return next((day for day in (*labelled, *signed, *beside) if day), None)

    def event_date(self) -> date | None:
        """The day behind 事件时间：."""
        days = (self._day(text) for text in self.values(Label.EVENT))
        return next((day for day in days if day), None)

    def kind(self) -> Kind | None:
        """The kind behind 信息类型：."""
        kinds = (marks.labelled_kind(text) for text in self.values(Label.KIND))
        return next((kind for kind in kinds if kind), None)

    def grades(self) -> tuple[Secrecy | None, Urgency | None]:
        """The secrecy and the urgency the document is marked with."""
        secrecy = (marks.labelled_secrecy(text) for text in self.values(Label.SECRECY))
        urgency = (marks.labelled_urgency(text) for text in self.values(Label.URGENCY))
        return (
            self.secrecy or next((grade for grade in secrecy if grade), None),
            self.urgency or next((grade for grade in urgency if grade), None),
        )

    def _day(self, text: str) -> date | None:
        found = next(dates(text, self.near), None)
        return found.day if found else None

    def _labelled_units(self, text: str) -> Match:
        signed = self._person(text)
        return _match(signed) if signed and signed.unit_ids else self.names.many(text)

    def _person(self, text: str) -> Byline | None:
        """A label's value that names a unit and perhaps its people."""
        return byline(Line((Run(text),)), self.names, self.near, strict=True)

    def _people(self, label: Label) -> str | None:
        found: list[str] = []
        for value in self.values(label):
            text = _AFTER.split(value)[0]
            signed = self._person(text)
            found += signed.names if signed else people(without_phones(text))
        return "、".join(dict.fromkeys(found)) or None


def _match(signed: Byline | None) -> Match:
    return Match(signed.unit_ids, signed.unknown) if signed else Match()


def _joined(signed: list[Byline]) -> Match:
    """The units of several signatures together: they report jointly."""
    ids = dict.fromkeys(unit_id for item in signed for unit_id in item.unit_ids)
    return Match(tuple(ids), tuple(name for item in signed for name in item.unknown))
