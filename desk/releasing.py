"""Use case: release an issue. The only step that cannot be taken back (design §4)."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from desk.auditing import By, note
from desk.checking import check_draft
from desk.compiling import PRINTABLE, content_of, name_of, open_issue, pictures_of, publication_of
from desk.drafts import Draft, Status
from desk.errors import NotAllowedError
from desk.facts import Fact, FactKind
from desk.issues import Issue, IssueStatus
from desk.jobs import Job, Progress
from desk.knowing import figures_of, known_in
from desk.layout.pdf import render_pdf
from desk.layout.word import render_docx
from desk.obstacles import obstacles
from desk.parts import PartRole, credit_by_unit
from desk.settings import Settings
from desk.store import Store, Work

NO_OFFICE = "编发单位还没有写，报头左边会空着。请先到“设置”里写上单位全称。"


def release(store: Store, issue_id: int, settings: Settings, *, by: By) -> Job[Issue]:
    """Freeze the pages, mark the drafts 已印发 and book the adoptions: all of it or nothing."""
    yield Progress(0, 3, "正在排版")
    with store.begin() as work:
        issue = open_issue(work, issue_id)
        _check(work, issue, settings)
        content = content_of(work, issue, settings)
        pictures = pictures_of(work, content)
        pages = render_pdf(content, pictures)
        yield Progress(1, 3, "正在生成 Word 文件")
        docx = render_docx(content, pictures, pages)
        yield Progress(2, 3, "正在登记采用")
        released = _freeze(work, issue, pages.pdf, docx, by)
        work.ledger.replace(f"issue:{issue.id}", adoptions(work, released))
        _mark_drafts(work, issue, by)
    return released


def _check(work: Work, issue: Issue, settings: Settings) -> None:
    if not settings.office:
        raise NotAllowedError(NO_OFFICE)
    if not issue.entries:
        raise NotAllowedError("这一期还没有条目，不能印发。请先从左边选入稿件。")
    for entry in issue.entries:
        draft = work.drafts.get(entry.draft_id)
        if draft.status not in PRINTABLE:
            raise NotAllowedError(f"“{draft.title}”现在是“{draft.status}”，请先审签或移出本期。")
        if not draft.unit_ids:
            raise NotAllowedError(
                f"“{draft.title}”没有供稿单位，无法计分。请先在“编辑”里补上单位。"
            )
    for draft, knowledge in known_in(work, issue):
        for text in obstacles(draft.title, check_draft(draft, knowledge)):
            raise NotAllowedError(f"{text}。请先在“编辑”里改好，或者写明理由保留。")


def _freeze(work: Work, issue: Issue, pdf: bytes, docx: bytes, by: By) -> Issue:
    """Keep the very bytes that are printed; a reprint reads them back."""
    name = name_of(publication_of(work, issue.publication_id), issue)
    released = replace(
        issue,
        status=IssueStatus.RELEASED,
        released=by.now,
        pdf=work.files.put(pdf, f"{name}.pdf"),
        docx=work.files.put(docx, f"{name}.docx"),
    )
    note(work, by, "印发", f"issue:{issue.id}", f"{name} PDF {released.pdf}")
    return work.issues.save(released)


def adoptions(work: Work, issue: Issue) -> Iterator[Fact]:
    """What releasing an issue books: one adoption for every unit behind every entry.

    Of a version the item is that of its original, so that all adoptions of an item are known.
    """
    for entry in issue.entries:
        draft: Draft = work.drafts.get(entry.draft_id)
        credit = _credit(work, draft.item_id)
        for unit_id in draft.unit_ids:
            part, portion = credit.get(unit_id, (None, None))
            yield Fact(
                FactKind.ADOPTION,
                issue.day,
                unit_id,
                draft.title,
                f"issue:{issue.id}",
                publication_id=issue.publication_id,
                section_id=entry.section_id,
                role=entry.role,
                shares=len(draft.unit_ids),
                issue_number=f"第{issue.number}期",
                item_id=draft.item_id,
                part=part,
                portion=portion,
            )


def _credit(work: Work, item_id: int) -> dict[int, tuple[PartRole, Fraction]]:
    """What each unit is to a composite, and its share; nothing for another item."""
    parts = work.parts.of(item_id)
    drafts = work.drafts.several([part.draft_id for part in parts])
    return credit_by_unit(parts, {draft.id: draft.unit_ids for draft in drafts})


def _mark_drafts(work: Work, issue: Issue, by: By) -> None:
    for entry in issue.entries:
        draft = work.drafts.get(entry.draft_id)
        if draft.status is Status.READY:
            work.drafts.save(replace(draft, status=Status.RELEASED))
        work.rulebook.put_figures(issue.id, draft.id, figures_of(work, draft))
        note(work, by, "印发采用", f"draft:{draft.id}", f"第{issue.number}期")


def reprint(store: Store, issue_id: int) -> tuple[bytes, bytes]:
    """The frozen PDF and .docx of a released issue, byte for byte."""
    with store.read() as work:
        issue = work.issues.get(issue_id)
        if issue.status is not IssueStatus.RELEASED:
            raise NotAllowedError(f"第{issue.number}期还没有印发。")
        return work.files.get(issue.pdf), work.files.get(issue.docx)
