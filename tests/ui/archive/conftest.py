"""The 往期 page on an office with released issues."""

from dataclasses import replace
from datetime import date

import pytest

from desk.archive.indexing import index_all
from desk.body import plain
from desk.compiling import entry_of
from desk.drafts import Status
from desk.issues import Issue, IssueStatus
from desk.jobs import finish
from desk.layout.content import IssueContent, ItemContent, SectionContent
from desk.layout.pdf import render_pdf
from ui.archive.page import ArchivePage


@pytest.fixture
def shelved(office):
    """A released issue with its PDF that holds these drafts, a title and a text each."""

    def make(number, *texts, day=date(2026, 7, 15), **fields):
        drafts = [office.draft(title, text, status=Status.RELEASED) for title, text in texts]
        section = office.publication.sections[0]
        items = tuple(ItemContent(title, plain(text), ("县教育局",)) for title, text in texts)
        content = IssueContent(
            *("zhengwu", "政务信息", number, 0, day, "云岭县人民政府办公室"),
            (SectionContent(section.name, items),),
        )
        entries = tuple(entry_of(draft, section.id) for draft in drafts)
        values = {"status": IssueStatus.RELEASED, "entries": entries, **fields}
        with office.store.begin() as work:
            pdf = work.files.put(render_pdf(content, {}).pdf, f"{number}.pdf")
            docx = work.files.put(f"{number}".encode(), f"{number}.docx")
            issue = Issue(office.publication.id, number, 1000 + number, day, **values)
            return work.issues.save(replace(issue, pdf=pdf, docx=docx))

    return make


@pytest.fixture
def issues(shelved, store):
    """Issues 34 and 36 of 2026 and 9 of 2025, read in."""
    made = [
        shelved(9, ("旧闻", "去年的事。"), day=date(2025, 3, 1)),
        shelved(34, ("县教育局开展检查", "检查学校86所。"), day=date(2026, 7, 13)),
        shelved(36, ("县水利局抢修水毁工程", "抢修水毁工程35处。"), ("防汛", "值守到位。")),
    ]
    finish(index_all(store))
    return made


@pytest.fixture
def page(opened, session, issues, qtbot):
    made = opened(ArchivePage)
    qtbot.waitUntil(lambda: not session.worker.busy)
    return made


@pytest.fixture
def at_rest(page, qtbot):
    """Wait until everything asked for is done and shown."""

    def rest():
        qtbot.waitUntil(
            lambda: (
                not page.session.worker.busy
                and not page._pause.isActive()
                and not page._settle.isActive()
            )
        )

    return rest
