"""Use cases: fill the official forms of an issue from what the store knows."""

from datetime import date
from decimal import Decimal

from desk.adopting import source_of
from desk.compiling import content_of, name_of, publication_of, readers_of, recipients_of
from desk.errors import NotAllowedError
from desk.facts import FactKind
from desk.issues import Issue
from desk.item_lines import lines_of
from desk.layout.forms import Form
from desk.reports.issue_forms import (
    Adopted,
    IssueHead,
    distribution_form,
    feedback_form,
    recall_form,
)
from desk.scoring.lines import LedgerLine
from desk.settings import Settings
from desk.store import Store, Work


def distribution_sheet(store: Store, issue_id: int, settings: Settings, day: date) -> Form:
    """发送登记表 of an issue. Raises NotAllowedError where nobody is to get it."""
    with store.read() as work:
        issue = work.issues.get(issue_id)
        publication = publication_of(work, issue.publication_id)
        recipients = recipients_of(publication, issue)
        copies = work.copies.of(issue_id)
        if not (recipients or copies):
            raise NotAllowedError(
                f"《{publication.name}》还没有列出发送单位和份数。"
                "请在“资料→刊物与栏目”的“发送”里列出，再打印发送登记表。"
            )
        return distribution_form(_head(work, issue, settings), recipients, copies, day)


def recall_sheet(store: Store, issue_id: int, settings: Settings, day: date) -> Form:
    """清退清单 of an issue. Raises NotAllowedError where no copy is out."""
    with store.read() as work:
        copies = work.copies.of(issue_id)
        if not any(one.is_out for one in copies):
            raise NotAllowedError("没有发出未收回的份号，不用清退。")
        return recall_form(_head(work, work.issues.get(issue_id), settings), copies, day)


def feedback_sheets(store: Store, issue_id: int, settings: Settings, day: date) -> list[Form]:
    """采用反馈单 of an issue, one for each unit with an adopted item, in the registry's order.

    Raises NotAllowedError before the release.
    """
    with store.read() as work:
        issue = work.issues.get(issue_id)
        if not issue.is_frozen:
            raise NotAllowedError("这一期还没有印发，还没有采用可以反馈。")
        head = _head(work, issue, settings)
        lines = _lines(work, issue)
        return [
            feedback_form(head, unit.name, [_adopted(line) for line in mine], day)
            for unit in work.registry.units()
            if (mine := [line for line in lines if line.unit_id == unit.id])
        ]


def _lines(work: Work, issue: Issue) -> list[LedgerLine]:
    """What the issue earned, line by line, by the scheme in force on its day."""
    booked = work.ledger.booked(source_of(issue))
    facts = [one for one in booked if one.kind is FactKind.ADOPTION]
    return [line for line in lines_of(work, facts) if not line.earlier]


def _adopted(line: LedgerLine) -> Adopted:
    points = f"{line.points.normalize():f}" if line.points else f"{Decimal(0)}"
    role = line.fact.role.value
    if line.fact.shares > 1:
        role += f"（{line.fact.shares}家）"
    return Adopted(line.title, line.section, role, points)


def _head(work: Work, issue: Issue, settings: Settings) -> IssueHead:
    content = content_of(work, issue, settings)
    publication = publication_of(work, issue.publication_id)
    return IssueHead(
        content.fields["issuer"],
        name_of(publication, issue),
        issue.day,
        content.secrecy,
        content.copies,
        readers_of(publication, issue),
    )
