"""The page of a report (《紧急信息》), plain or with the office's red head, for print and Word."""

from dataclasses import dataclass
from datetime import datetime

from desk.body import Paragraph, Run
from desk.emergencies.emergency import Emergency, Report
from desk.emergencies.raising import text_of
from desk.emergencies.rules import EmergencyRules
from desk.emergencies.times import written
from desk.emergencies.wording import Wording
from desk.layout.document import document_docx, document_pdf
from desk.layout.document_parts import Document
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


def document_of(paper: Paper, office: str, clerk: str, phone: str, now: datetime) -> Document:
    """The page as a document; signed with the hour, for in an emergency hours count."""
    one, report = paper.one, paper.report
    local = office_time(now)
    head = f"特急　{one.number}　{report.name}"
    consent = f"签发：{report.consent.who}（{report.consent.how}）" if report.consent else "签发："
    told = "；".join(filter(None, (
        f"报告单位：{paper.reporter}" if paper.reporter else "",
        f"报告人：{one.informant} {one.phone}".rstrip() if one.informant else "",
        f"接报时间：{written(one.known)}" if one.known else "",
        f"电话上报：{written(one.phoned)}" if one.phoned else "",
    )))  # fmt: skip
    contact = f"值班员：{clerk}" + (f"，电话：{phone}" if phone else "")
    texts = [*paper.wording.text.split("\n"), f"（{told}。{contact}。{consent}）"]
    plain = [] if paper.has_red_head else [head]
    signed_at = f"{local.year}年{local.month}月{local.day}日{local.hour}时{local.minute:02}分"
    return Document(
        paper.wording.title,
        office,
        day_of(now),
        tuple(Paragraph((Run(text),)) for text in (*plain, *texts) if text),
        number=f"{head}" if paper.has_red_head else "",
        to=paper.to,
        signed=(office, signed_at),
    )


def paper_pdf(document: Document) -> bytes:
    """Print the page as PDF/A-2b."""
    return document_pdf(document)


def paper_docx(document: Document) -> bytes:
    """Write the page as a Word file."""
    return document_docx(document)
