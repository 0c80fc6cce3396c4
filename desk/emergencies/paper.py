"""The page of a report (《紧急信息》), plain or with the office's red head, for print and Word."""

from dataclasses import dataclass
from datetime import datetime

from desk.body import Paragraph, Run
from desk.dates import full_date
from desk.emergencies.emergency import Emergency, Report
from desk.emergencies.raising import text_of
from desk.emergencies.rules import EmergencyRules
from desk.emergencies.times import written
from desk.emergencies.wording import Wording
from desk.layout.document import document_docx, document_pdf
from desk.layout.document_parts import Document
from desk.layout.forms import Form, form_docx, form_pdf
from desk.office_clock import day_of, office_time
from desk.store import Work


@dataclass(frozen=True, slots=True)
class Paper:
    """What one page needs; ``reporter`` is the short name of the unit that reported."""

    one: Emergency
    report: Report
    wording: Wording
    reporter: str
    to: str
    has_red_head: bool


def paper_of(work: Work, one: Emergency, report: Report) -> Paper:
    """What the page of a report needs, as its draft reads now."""
    rules = work.matters.policy(EmergencyRules())
    names = {unit.id: unit.short for unit in work.registry.units()}
    wording = text_of(work, report)
    return Paper(one, report, wording, names.get(one.reporter_id, ""), rules.to, rules.red_head)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends it when, as the page says; ``phone`` is the duty room's."""

    office: str
    clerk: str
    phone: str
    now: datetime


def sheet_of(paper: Paper, sender: Sender) -> Document | Form:
    """The page: a document with the office's red head, or a plain form on one page."""
    one, report = paper.one, paper.report
    texts = tuple(paper.wording.text.split("\n"))
    sent = f"。报出：{written(sender.now)}" if paper.has_red_head else ""
    last = f"（{_told(paper)}。{_contact(sender)}。{_consent(report)}{sent}）"
    title, day = paper.wording.title, day_of(sender.now)
    local = office_time(sender.now)
    at = f"{full_date(local)}{local.hour}时{local.minute:02}分"
    if not paper.has_red_head:
        meta = (f"{one.number}　{report.name}", "特急")
        signed = (sender.office, at)
        return Form(title, sender.office, day, meta, paper.to, (*texts, last), signed=signed,
                    one_page=True)  # fmt: skip
    parts = tuple(Paragraph((Run(text),)) for text in (*texts, last) if text)
    number = f"特急　{one.number}　{report.name}"
    # The head names the office, and a signature would fall on a second page.
    return Document(title, sender.office, day, parts, number, paper.to)


def paper_pdf(sheet: Document | Form) -> bytes:
    """Print the page as PDF/A-2b."""
    return document_pdf(sheet) if isinstance(sheet, Document) else form_pdf([sheet])


def paper_docx(sheet: Document | Form) -> bytes:
    """Write the page as a Word file."""
    return document_docx(sheet) if isinstance(sheet, Document) else form_docx(sheet)


def _told(paper: Paper) -> str:
    """Who reported it, and when it was known and telephoned on."""
    one = paper.one
    said = (
        f"报告单位：{paper.reporter}" if paper.reporter else "",
        f"报告人：{one.informant} {one.phone}".rstrip() if one.informant else "",
        f"接报时间：{written(one.known)}" if one.known else "",
        f"电话上报：{written(one.phoned)}" if one.phoned else "",
    )
    return "；".join(filter(None, said))


def _contact(sender: Sender) -> str:
    return f"值班员：{sender.clerk}" + (f"，电话：{sender.phone}" if sender.phone else "")


def _consent(report: Report) -> str:
    """Who approved it; room to sign where nobody has."""
    given = report.consent
    return f"签发：{given.who}（{given.how}）" if given else "签发：　　　　　　"
