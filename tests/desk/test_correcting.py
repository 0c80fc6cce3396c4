"""Correcting what was recognised: fields, submissions, the record of it."""

from dataclasses import replace
from datetime import date

import docx
import pytest

from desk.correcting import Correction, Particulars, correct, take_back
from desk.drafts import Draft, Status
from desk.errors import DeskError, NotAllowedError
from desk.facts import Fact
from desk.jobs import finish
from desk.receiving import receive
from desk.submissions import book_submission


@pytest.fixture
def draft(office) -> Draft:
    made = office.draft("县教育局检查校园安全")
    with office.store.begin() as work:
        book_submission(work, made, office.by)
    return made


@pytest.fixture
def corrected(office, draft):
    def change(confirmed=frozenset(), **changes: object) -> Correction:
        with office.store.read() as work:
            now = work.drafts.get(draft.id)
        particulars = replace(Particulars.of(now), **changes)
        return correct(office.store, draft.id, particulars, by=office.by, confirmed=confirmed)

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


def signed(office, draft: Draft, name: str, **fields: object) -> None:
    """Give the draft a signature that named nobody."""
    with office.store.begin() as work:
        work.drafts.save(replace(draft, signed_as=name, **fields))


def aliases(office) -> list[tuple[str, ...]]:
    with office.store.read() as work:
        names = {unit.id: unit.aliases for unit in work.registry.units()}
    return [names[unit.id] for unit in office.units]


def test_what_the_clerk_changes_or_confirms_is_no_longer_in_doubt(office, draft, corrected):
    doubts = frozenset({"unit_ids", "event_date", "author"})
    signed(office, draft, "", doubts=doubts)
    done = corrected(author="李四", confirmed=frozenset({"event_date"}))
    assert done.draft.doubts == {"unit_ids"}
    with office.store.read() as work:
        assert work.drafts.get(draft.id).doubts == {"unit_ids"}


def test_topics_and_holder_are_corrected_too(office, draft, corrected):
    corrected(topics=("防汛", "民生"), holder="李干事")
    with office.store.read() as work:
        now = work.drafts.get(draft.id)
        detail = work.audit.records(f"draft:{draft.id}")[0].detail
    assert (now.topics, now.holder) == (("防汛", "民生"), "李干事")
    assert detail == "选题：无→防汛、民生；谁在办：无→李干事"


def test_a_signature_nobody_knew_becomes_a_name_of_the_unit_that_is_set(office, draft, corrected):
    signed(office, draft, "县河长制事务中心")
    done = corrected(unit_ids=(office.units[1].id,))
    assert done.learned.sentence == "以后署名“县河长制事务中心”自动认作“县水利局”。"
    assert aliases(office) == [(), ("县河长制事务中心",)]
    with office.store.read() as work:
        record = work.audit.records(f"unit:{office.units[1].id}")[0]
    assert (record.action, record.detail) == ("记住别名", "县河长制事务中心→县水利局")


def test_a_unit_that_was_guessed_and_is_confirmed_teaches_its_signature(office, draft, corrected):
    signed(office, draft, "jyj@yl.example", doubts=frozenset({"unit_ids"}))
    assert corrected(confirmed=frozenset({"unit_ids"})).learned.name == "jyj@yl.example"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "办公室",
        "信息科",
        "综合股",
        "党政办",
        "本报讯",
        "县政府办公室",
        "云岭县水利局",
        "县教育局办公室",
    ],
)
def test_a_signature_that_could_mislead_is_not_remembered(office, draft, corrected, name):
    signed(office, draft, name)
    assert corrected(unit_ids=(office.units[1].id,)).learned is None
    assert aliases(office) == [(), ()]


def test_several_units_teach_no_name(office, draft, corrected):
    signed(office, draft, "县河长制事务中心")
    assert corrected(unit_ids=tuple(unit.id for unit in office.units[::-1])).learned is None


def test_taking_a_correction_back_takes_the_name_and_brings_the_doubt_back(
    office, draft, corrected
):
    signed(office, draft, "县河长制事务中心", doubts=frozenset({"unit_ids"}))
    done = corrected(unit_ids=(office.units[1].id,))
    restored = take_back(office.store, done, by=office.by)
    assert (restored.unit_ids, restored.doubts) == (draft.unit_ids, {"unit_ids"})
    assert aliases(office) == [(), ()]
    assert [fact.unit_id for fact in facts(office.store)] == [office.units[0].id]


def test_the_next_import_knows_the_name_that_was_learned(office, tmp_path):
    def arrived(name: str) -> Draft:
        document = docx.Document()
        for text in (
            f"{name}号河段清淤完成",
            "7月14日，清淤船完成河道清淤3.2公里，清运淤泥1.6万方。",
        ):
            document.add_paragraph(text)
        document.add_paragraph("云岭县河长制事务中心")
        document.save(tmp_path / f"{name}.docx")
        outcome = finish(receive(office.store, [tmp_path / f"{name}.docx"], by=office.by))[0]
        with office.store.read() as work:
            return work.drafts.get(outcome.draft_ids[0])

    first = arrived("一")
    assert (first.unit_ids, first.signed_as) == ((), "云岭县河长制事务中心")
    facts_set = replace(Particulars.of(first), unit_ids=(office.units[1].id,))
    correct(office.store, first.id, facts_set, by=office.by)
    second = arrived("二")
    assert (second.unit_ids, second.doubts & {"unit_ids"}) == ((office.units[1].id,), set())
