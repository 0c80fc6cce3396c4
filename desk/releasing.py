"""Use case: release an issue. The only step that cannot be taken back (design §4)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desk.adopting import adoptions, numbered, source_of, taken_back
from desk.archive.indexing import index_issue
from desk.auditing import By, note
from desk.checking import Knowledge, check_draft
from desk.checks.earlier import Figure
from desk.closing import on_open_days, told_of
from desk.compiling import content_of, name_of, open_issue, pictures_of, publication_of
from desk.drafts import Draft, Status, Waiver
from desk.errors import NotAllowedError
from desk.facts import Fact
from desk.freezing import freeze
from desk.issues import Issue, IssueStatus
from desk.jobs import Job, Progress
from desk.knowing import figures_of, known_in
from desk.layout.content import IssueContent
from desk.layout.pdf import render_pdf
from desk.layout.word import render_docx
from desk.numbering import numbering_obstacles
from desk.preflight.run import remarks
from desk.settings import Settings
from desk.store import Store, Work

_MEND = "没有印发，请先在“印发前检查”里处理。"
_STEPS = 3  # beside looking at each draft: pages, Word file, booking


@dataclass(frozen=True, slots=True)
class _Ground:
    """All that decides what is printed and booked; none of it may change while that is made."""

    issue: Issue
    content: IssueContent
    drafts: tuple[Draft, ...]
    waivers: tuple[tuple[Waiver, ...], ...]

    @classmethod
    def of(cls, work: Work, issue_id: int, settings: Settings) -> "_Ground":
        issue = open_issue(work, issue_id)
        ids = [entry.draft_id for entry in issue.entries]
        return cls(
            issue,
            content_of(work, issue, settings),
            tuple(work.drafts.several(ids)),
            tuple(tuple(work.drafts.waivers(one)) for one in ids),
        )


@dataclass(frozen=True, slots=True)
class _Made:
    """The files of an issue, and the figures its drafts print."""

    pdf: bytes
    docx: bytes
    data: bytes
    figures: Mapping[int, tuple[Figure, ...]]


def release(store: Store, issue_id: int, settings: Settings, *, by: By) -> Job[Issue]:
    """Freeze the pages, mark the drafts 已印发 and book the adoptions: all of it or nothing.

    A correction takes back what the issue in whose place it comes has booked. The pages are made
    before anything is written, so that no other change waits for them.
    """
    with store.read() as work:
        ground = _Ground.of(work, issue_id, settings)
        _must_have_its_number(work, ground.issue)
        checked = known_in(work, ground.issue)
        pictures = pictures_of(work, ground.content)
    figures = yield from _look_over(store, checked)
    total = len(checked) + _STEPS
    yield Progress(len(checked), total, "印发前检查")
    with store.read() as work:
        for one in remarks(work, ground.issue, settings, by.today):
            if one.blocks:
                raise NotAllowedError(f"{one.text.rstrip('。')}。{_MEND}")
    yield Progress(len(checked), total, "正在排版")
    pages = render_pdf(ground.content, pictures)
    yield Progress(len(checked) + 1, total, "正在生成 Word 文件")
    docx = render_docx(ground.content, pictures, pages)
    yield Progress(len(checked) + 2, total, "正在登记采用")
    made = _Made(pages.pdf, docx, freeze(ground.content), figures)
    with store.begin() as work:
        if _Ground.of(work, issue_id, settings) != ground:
            raise NotAllowedError("排版的时候这一期有改动，没有印发。请看过改动后再印发。")
        _must_have_its_number(work, ground.issue)
        return _release(work, ground, made, by)


def _must_have_its_number(work: Work, issue: Issue) -> None:
    """What other issues decide: raises NotAllowedError for a gap, a double, a lost correction."""
    publication = publication_of(work, issue.publication_id)
    for text in numbering_obstacles(work, publication, issue):
        raise NotAllowedError(text)
    if issue.corrects:
        replaced_by(work, issue)


def _look_over(
    store: Store, checked: list[tuple[Draft, Knowledge]]
) -> Job[Mapping[int, tuple[Figure, ...]]]:
    """The figures of each draft, which is checked on the way."""
    figures = {}
    for place, (draft, knowledge) in enumerate(checked):
        yield Progress(place, len(checked) + _STEPS, "正在检查稿件")
        check_draft(draft, knowledge)  # bit by bit: the look at the whole finds it remembered
        with store.read() as work:
            figures[draft.id] = figures_of(work, draft)
    return figures


def replaced_by(work: Work, correction: Issue) -> Issue:
    """The issue in whose place a correction comes. Raises NotAllowedError where there is none."""
    first = work.issues.get(correction.corrects)
    found = next((one for one in (first, *work.issues.corrections(first.id)) if one.stands), None)
    if found is None:
        raise NotAllowedError(
            f"{numbered(first)}已经撤销，它的更正不能再印发。请删除本期，另编一期。"
        )
    if (correction.number, correction.total) != (first.number, first.total):
        raise NotAllowedError(
            f"更正要用原来的期号。请把期号改回{numbered(first)}（总第{first.total}期）。"
        )
    return found


def _release(work: Work, ground: _Ground, made: _Made, by: By) -> Issue:
    issue = ground.issue
    former = replaced_by(work, issue) if issue.corrects else None
    name = name_of(publication_of(work, issue.publication_id), issue)
    released = work.issues.save(
        replace(
            issue,
            status=IssueStatus.RELEASED,
            released=by.now,
            pdf=work.files.put(made.pdf, f"{name}.pdf"),
            docx=work.files.put(made.docx, f"{name}.docx"),
            data=work.files.put(made.data, f"{name}.json"),
        )
    )
    digests = f"PDF {released.pdf}，Word {released.docx}，数据 {released.data}"
    note(work, by, "印发", f"issue:{issue.id}", f"{name} {digests}")
    work.ledger.replace(source_of(issue), _booked(work, released, former, by))
    late = told_of(work, [issue.day], by.today)
    if late:
        note(work, by, "结账后补记", f"issue:{issue.id}", late)
    _mark_drafts(work, ground, made.figures, by)
    index_issue(work, released)
    if former:
        name_then = name_of(publication_of(work, former.publication_id), former)
        note(work, by, "更正", f"issue:{former.id}", f"由{name}更正")
        let_go(work, former, "更正移出", f"{name_then}已更正，更正后没有这一条", by)
    return released


def _booked(work: Work, issue: Issue, former: Issue | None, by: By) -> Iterator[Fact]:
    """What an issue books; where its day is closed already, on the day it is released."""
    today = by.today
    if former:
        why = f"更正{numbered(former)}"
        back = taken_back(work, former, issue.day, source_of(issue), why, by.who)
        yield from on_open_days(work, back, today)
    for fact in on_open_days(work, adoptions(work, issue), today):
        yield replace(fact, by=by.who)


def _mark_drafts(
    work: Work, ground: _Ground, figures: Mapping[int, tuple[Figure, ...]], by: By
) -> None:
    for draft in ground.drafts:
        if draft.status is Status.READY:
            work.drafts.save(replace(draft, status=Status.RELEASED))
        if figures[draft.id]:
            work.rulebook.put_figures(ground.issue.id, draft.id, figures[draft.id])
        note(work, by, "印发采用", f"draft:{draft.id}", numbered(ground.issue))


def let_go(work: Work, issue: Issue, action: str, detail: str, by: By) -> list[Draft]:
    """Make drafts usable again that stand in no issue any more since this one does not stand.

    Its figures are no longer what was printed.
    """
    work.rulebook.forget_figures(issue.id)
    ids = [entry.draft_id for entry in issue.entries]
    held = {
        entry.draft_id for one in work.issues.bearing(ids) if one.stands for entry in one.entries
    }
    freed = []
    for draft in work.drafts.several(ids):
        if draft.status is Status.RELEASED and draft.id not in held:
            work.drafts.save(replace(draft, status=Status.READY))
            note(work, by, action, f"draft:{draft.id}", detail)
            freed.append(draft)
    return freed


def reprint(store: Store, issue_id: int) -> tuple[bytes, bytes]:
    """The frozen PDF and .docx of a released issue, byte for byte, also of a withdrawn one."""
    with store.read() as work:
        issue = work.issues.get(issue_id)
        if not issue.is_frozen:
            raise NotAllowedError(f"第{issue.number}期还没有印发。")
        return work.files.get(issue.pdf), work.files.get(issue.docx)
