"""Released issues of the office's 《政务信息》."""

from dataclasses import replace
from datetime import date

import pytest

from desk.archive.indexing import index_all
from desk.body import plain
from desk.compiling import arrange, entry_of, new_issue
from desk.drafts import Status
from desk.issues import Issue, IssueStatus
from desk.jobs import finish
from desk.layout.content import IssueContent, ItemContent, SectionContent
from desk.layout.pdf import render_pdf


@pytest.fixture
def shelved(office):
    """An issue as it stands on the shelf; with ``pages`` its PDF holds its drafts."""

    def make(number, day=date(2026, 7, 15), *, texts=(), pages=False, **fields):
        drafts = [office.draft(title, text, status=Status.RELEASED) for title, text in texts]
        section = office.publication.sections[0]
        content = IssueContent(
            *("zhengwu", "政务信息", number, 0, day, "云岭县人民政府办公室"),
            (
                SectionContent(
                    section.name,
                    tuple(ItemContent(title, plain(text), ("县教育局",)) for title, text in texts),
                ),
            ),
        )
        entries = tuple(entry_of(draft, section.id) for draft in drafts)
        values = {"status": IssueStatus.RELEASED, "entries": entries, **fields}
        with office.store.begin() as work:
            issue = Issue(office.publication.id, number, 1000 + number, day, **values)
            if pages:
                pdf = work.files.put(render_pdf(content, {}).pdf, f"{number}.pdf")
                issue = replace(issue, pdf=pdf, docx=work.files.put(b"docx", "x.docx"))
            return work.issues.save(issue)

    return make


@pytest.fixture
def read_in(store):
    """Read all released issues into the archive."""
    return lambda: finish(index_all(store))


@pytest.fixture
def opened_issue(office):
    """An open issue with a draft of each title."""

    def make(*titles):
        drafts = [office.draft(title, status=Status.READY) for title in titles]
        issue = new_issue(office.store, office.publication.id, date(2026, 7, 15), by=office.by)
        section = office.publication.sections[0].id
        entries = [entry_of(draft, section) for draft in drafts]
        return arrange(office.store, issue.id, entries, by=office.by)

    return make
