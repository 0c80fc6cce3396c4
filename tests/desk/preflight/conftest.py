"""A small office's issue, looked over before its release."""

from dataclasses import replace
from datetime import date

import pytest

from desk import compiling
from desk.checks.checklist import checklist_for
from desk.drafts import Kind, Status
from desk.preflight.run import remarks
from desk.settings import Settings

DAY = date(2026, 7, 15)
SETTINGS = Settings(
    office="云岭县人民政府办公室", editor="周文清", reviewer="何立新", signer="郑国平"
)


@pytest.fixture
def ready(office):
    """An approved draft whose checklist is done."""

    def make(title="县教育局开展校园安全检查", *text, **fields):
        ticks = frozenset(one.id for one in checklist_for(Kind.DYNAMIC))
        return office.draft(title, *text, **{"status": Status.READY, "ticks": ticks, **fields})

    return make


@pytest.fixture
def issue_of(office):
    """An open issue of these drafts, in its first section."""

    def make(*drafts, **changes):
        issue = compiling.new_issue(office.store, office.publication.id, DAY, by=office.by)
        news = office.publication.sections[0].id
        entries = [compiling.entry_of(draft, news) for draft in drafts]
        issue = compiling.arrange(office.store, issue.id, entries, by=office.by)
        if changes:
            with office.store.begin() as work:
                issue = work.issues.save(replace(issue, **changes))
        return issue

    return make


@pytest.fixture
def said(office, issue_of):
    """The remarks on an issue of these drafts."""

    def read(*drafts, settings=SETTINGS, **changes):
        issue = issue_of(*drafts, **changes)
        with office.store.read() as work:
            return remarks(work, issue, settings, DAY)

    return read
