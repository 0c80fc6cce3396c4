"""Correcting what was recognised: fields, submissions, the record of it."""

from dataclasses import replace
from datetime import date

import pytest

from desk.correcting import Particulars, correct
from desk.drafts import Draft, Status
from desk.errors import DeskError, NotAllowedError
from desk.facts import Fact
from desk.submissions import book_submission


@pytest.fixture
def draft(office) -> Draft:
    made = office.draft("县教育局检查校园安全")
    with office.store.begin() as work:
        book_submission(work, made)
    return made


@pytest.fixture
def corrected(office, draft):
    def change(**changes: object) -> Draft:
        particulars = replace(Particulars.of(draft), **changes)
        return correct(office.store, draft.id, particulars, by=office.by)

    return change


def facts(store) -> list[Fact]:
    with store.read() as work:
        return work.ledger.between(date(2026, 1, 1), date(2026, 12, 31))


def test_correcting_the_units_moves_the_submission(office, draft, corrected):
    water = office.units[1]
    corrected(unit_ids=(water.id,))
    assert [fact.unit_id for fact in facts(office.store)] == [water.id]
    with office.store.read() as work:
        assert work.audit.records(f"draft:{draft.id}")[0].detail == "单位：县教育局→县水利局"


def test_correcting_the_title_is_a_revision(office, draft, corrected):
    corrected(title="县教育局排查校园隐患")
    with office.store.read() as work:
        assert work.drafts.get(draft.id).title == "县教育局排查校园隐患"
        assert work.drafts.revisions(draft.id)[-1].why == "更正标题"
    assert facts(office.store)[0].title == "县教育局排查校园隐患"


def test_correcting_nothing_writes_nothing(office, corrected):
    corrected()
    with office.store.read() as work:
        assert work.audit.records() == []


def test_an_empty_title_is_refused(corrected):
    with pytest.raises(DeskError, match="标题不能为空"):
        corrected(title=" ")


def test_a_printed_draft_is_not_corrected(office, draft, corrected):
    with office.store.begin() as work:
        work.drafts.save(replace(draft, status=Status.RELEASED))
    with pytest.raises(NotAllowedError, match="已经印发"):
        corrected(author="李四")
