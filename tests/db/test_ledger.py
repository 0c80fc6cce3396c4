"""Facts, files and the audit trail."""

import hashlib
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from desk.audit import AuditRecord
from desk.errors import NotFoundError
from desk.facts import Fact, FactKind, Particulars, reversals
from desk.issues import Role


@pytest.fixture
def fact(unit, publication):
    return Fact(
        kind=FactKind.ADOPTION,
        day=date(2026, 7, 15),
        unit_id=unit.id,
        title="关于路灯的情况",
        source="issue:1",
        publication_id=publication.id,
        section_id=publication.sections[0].id,
        role=Role.JOINT,
        shares=2,
        issue_number="第7期",
        note="合编",
    )


def between(work, first, last):
    return [replace(found, id=0) for found in work.ledger.between(first, last)]


def test_facts_come_back_by_day_with_both_ends_included(work, fact):
    early = replace(fact, day=date(2026, 1, 1), publication_id=None, section_id=None)
    assert work.ledger.add([fact, early]) == 2
    assert between(work, early.day, fact.day) == [early, fact]
    assert between(work, early.day + timedelta(days=1), fact.day) == [fact]
    assert between(work, date(2025, 1, 1), date(2025, 12, 31)) == []


def test_replacing_touches_one_source_only(work, fact):
    other = replace(fact, source="issue:2")
    work.ledger.add([fact, fact, other])
    work.ledger.replace("issue:1", [replace(fact, title="新标题")])
    assert [found.title for found in between(work, fact.day, fact.day)] == [fact.title, "新标题"]
    work.ledger.replace("issue:1", [])
    assert between(work, fact.day, fact.day) == [other]


def test_what_a_source_booked_comes_with_what_takes_it_back(work, fact):
    work.ledger.add([fact, replace(fact, source="issue:3")])
    first = work.ledger.booked("issue:1")
    back = next(reversals(first, date(2027, 1, 4), "issue:2", "更正第7期"))
    work.ledger.add([back, replace(fact, source="issue:2", of_day=fact.day)])
    found = work.ledger.booked("issue:1")
    assert [one.kind for one in found] == [FactKind.ADOPTION, FactKind.REVERSAL]
    assert (found[1].reverses, found[1].of_day, found[1].day) == (
        first[0].id, fact.day, date(2027, 1, 4),
    )  # fmt: skip
    assert len(work.ledger.booked("issue:2")) == 2


def test_bytes_are_kept_once_under_their_digest(work):
    digest = work.files.put(b"bytes", "来稿.docx")
    assert digest == hashlib.sha256(b"bytes").hexdigest() == work.files.put(b"bytes", "b.docx")
    assert (work.files.get(digest), work.files.has(digest)) == (b"bytes", True)
    assert not work.files.has("0" * 64)
    with pytest.raises(NotFoundError, match="0000"):
        work.files.get("0" * 64)


def test_an_empty_file_and_a_long_name_are_kept_too(work):
    assert work.files.get(work.files.put(b"", "长" * 300 + ".docx")) == b""


def test_audit_records_come_newest_first_by_subject(work, now):
    first = AuditRecord(now, "王五", "登记来稿", "draft:1", "路灯")
    second = AuditRecord(now, "王五", "改状态", "draft:1")
    other = AuditRecord(now, "王五", "登记来稿", "draft:12")
    for record in (first, second, other):
        work.audit.add(record)
    assert work.audit.records("draft:1") == [second, first]
    assert work.audit.records() == [other, second, first]
    assert work.audit.records(limit=1) == [other]


def test_what_is_said_of_a_fact_comes_back(work, fact):
    said = Particulars(
        form="调研",
        words=620,
        attachments=("图片", "音视频"),
        commissioned=True,
        level="省级",
        late=Decimal("1.50"),
        external=Decimal(4),
        people=("王小明",),
        started=datetime(2026, 3, 9, 8, 30),  # noqa: DTZ001 - as the clerk's clock shows it
    )
    told = replace(fact, kind=FactKind.INSTRUCTION, particulars=said, by="王秀兰", item_id=7)
    work.ledger.add([told, fact])
    assert between(work, fact.day, fact.day) == [told, fact]
    assert [replace(one, id=0) for one in work.ledger.of_items([7, 0], fact.day)] == [told]
