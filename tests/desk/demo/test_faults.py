"""Every fault put into a draft is one that the checks find; a clean draft stays clean."""

from datetime import date

import pytest

from desk.checks.engine import check
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Severity
from desk.demo.manuscripts import current_manuscripts

DRAFTS = current_manuscripts(2026, date(2026, 11, 20))


def found(draft):
    whole = Manuscript(
        title=draft.title,
        body="\n".join(draft.paragraphs),
        kind=draft.kind,
        report_date=draft.report,
        event_date=draft.event,
        units=draft.units,
    )
    return {one.rule for one in check(whole) if one.severity is not Severity.INFO}


@pytest.mark.parametrize(
    "draft", [draft for draft in DRAFTS if draft.faults], ids=lambda draft: ",".join(draft.faults)
)
def test_labelled_faults_are_found(draft):
    assert set(draft.faults) <= found(draft)


def test_clean_drafts_raise_no_finding():
    assert {
        draft.title: found(draft) for draft in DRAFTS if not draft.faults and found(draft)
    } == {}
