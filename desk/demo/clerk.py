"""What the demo's clerk does with drafts: edit, send to approval, refuse, compile, release."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from desk.approving import approve_at_once
from desk.auditing import By
from desk.body import Block, Body, Paragraph, Run
from desk.checking import CheckedFinding, check_draft
from desk.checks.engine import apply_fixes
from desk.checks.rule import Finding, Severity
from desk.compiling import arrange, entry_of, new_issue
from desk.correcting import Particulars, correct
from desk.deciding import decide
from desk.demo.registry import PublicationEntry
from desk.demo.staff import REVIEWER, Errand, confirm, send
from desk.demo.topics import topics_of_title
from desk.demo.workdays import clock, workdays_back
from desk.drafts import Draft, Kind, Scope
from desk.editing import save_text
from desk.handling import tag
from desk.issues import Issue
from desk.knowing import known
from desk.publications import Publication
from desk.reasons import decision_of
from desk.renumbering import Wanted, renumber
from desk.store import Store

_FIRST_YEAR = 2016  # when the publications began to count 总期号
_ISSUES_A_WEEKDAY = 50  # a year, for each weekday a publication comes out on


@dataclass(frozen=True, slots=True)
class Clerk:
    """The demo's clerk at work in a store; nothing is dated after ``now``."""

    store: Store
    who: str
    now: datetime

    def at(self, day: date, hour: int, minute: int = 0) -> By:
        """The clerk acting at a time of day."""
        return By(self.who, min(clock(day, hour, minute), self.now))

    def tag(self, ids: Sequence[int], day: date) -> None:
        """Give drafts the topics their titles name."""
        with self.store.read() as work:
            told = [(draft.id, topics_of_title(draft.title)) for draft in work.drafts.several(ids)]
        for draft_id, topics in told:
            if topics:
                tag(self.store, [draft_id], topics, on=True, by=self.at(day, 8, 50))

    def edit(self, draft: Draft, day: date) -> bool:
        """Apply every fix the checks offer; tell whether the text is fit to print then."""
        draft = self._registered(draft, day)
        title, body = fixed(draft, self._findings(draft))
        edited = save_text(
            self.store, draft.id, title, body, by=self.at(day, 9, 40), why="按检查结果修改"
        )
        left = [one.finding for one in self._findings(edited)]
        return not any(one.severity is Severity.ERROR or _is_about_title(one) for one in left)

    def _registered(self, draft: Draft, day: date) -> Draft:
        """Ask the unit by telephone for what the register lacks, and decide who may read it."""
        told = replace(
            Particulars.of(draft),
            author=draft.author or "值班员",
            phone=draft.phone or "县政府总机转",
            approver=draft.approver or "分管负责人（电话核实）",
            kind=draft.kind or Kind.DYNAMIC,
            scope=Scope.INTERNAL if draft.scope is Scope.OPEN_QUESTION else draft.scope,
        )
        return correct(self.store, draft.id, told, by=self.at(day, 9, 35)).draft

    def approve(self, draft: Draft, day: date) -> None:
        """Confirm the checklist, then have the section's head approve a draft at once."""
        confirm(self.store, draft.id, by=self.at(day, 10, 10))
        approve_at_once(self.store, [draft.id], by=replace(self.at(day, 10, 20), who=REVIEWER))

    def send_up(self, draft: Draft, errand: Errand, today: date) -> None:
        """Send a draft to approval and leave it where the errand ends."""
        days = workdays_back(today, 3)
        send(self.store, draft, errand, days, By(self.who, self.now))

    def refuse(self, draft: Draft, reason: str, remark: str, day: date) -> None:
        """Send a draft back, or lay it aside, for the reason of that code."""
        by = self.at(day, 16)
        target = decision_of(reason)
        decide(self.store, [draft.id], target, by=by, reason=reason, remark=remark)

    def compile(
        self, publication: Publication, entry: PublicationEntry, drafts: Sequence[Draft], day: date
    ) -> Issue:
        """Put drafts into the day's issue, two thirds of them in its first section."""
        by = self.at(day, 10, 40)
        issue = new_issue(self.store, publication.id, day, by=by)
        if issue.number == 1:  # the office kept its earlier issues elsewhere
            number = entry.number(day)
            total = (day.year - _FIRST_YEAR) * _ISSUES_A_WEEKDAY * len(entry.days) + number
            wanted = Wanted(number, total if issue.total == 1 else issue.total, day)
            renumber(self.store, issue.id, wanted, by=by)
        head = len(drafts) * 2 // 3
        first, last = publication.sections[0].id, publication.sections[-1].id
        placed = [
            entry_of(draft, first if place < head else last) for place, draft in enumerate(drafts)
        ]
        return arrange(self.store, issue.id, placed, by=by)

    def _findings(self, draft: Draft) -> list[CheckedFinding]:
        with self.store.read() as work:
            return check_draft(draft, known(work, draft))


def _is_about_title(one: Finding) -> bool:
    return one.field == "title" and one.severity is not Severity.INFO


def fixed(draft: Draft, findings: Sequence[CheckedFinding]) -> tuple[str, Body]:
    """Title and body with every offered fix applied; a changed paragraph loses its bold runs."""
    found = [one.finding for one in findings]
    title = apply_fixes(draft.title, [one for one in found if one.field == "title"])
    text = apply_fixes(draft.body.text, [one for one in found if one.field == "body"])
    lines = text.split("\n")
    if len(lines) != len(draft.body.paragraphs):  # a fix that joins paragraphs is left to people
        return title, draft.body
    return title, Body(tuple(_blocks(draft.body, lines)))


def _blocks(body: Body, lines: Sequence[str]) -> list[Block]:
    left = iter(lines)
    return [
        _retold(block, next(left)) if isinstance(block, Paragraph) else block
        for block in body.blocks
    ]


def _retold(paragraph: Paragraph, text: str) -> Paragraph:
    return paragraph if paragraph.text == text else replace(paragraph, runs=(Run(text),))
