"""The office changes levels, words and what is kept for ever; checks follow at once."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desk import editing, ruling
from desk.auditing import By
from desk.checking import check_draft, office_of
from desk.checks.lexicon import COLUMNS, Entry, word_lists
from desk.checks.office import Level
from desk.drafts import Kept, WaiverScope
from desk.errors import FieldError, NotAllowedError
from desk.importing.words import import_words
from desk.knowing import known
from desk.reports.list_sheet import list_workbook
from desk.rule_pages import contents, page
from desk.ruling import words_of

BY = By("李文秘", datetime(2026, 11, 22, 2, 0, tzinfo=UTC))


@pytest.fixture
def found(office):
    """The findings of a draft as the office has set its rules, waived ones left out."""

    def findings(draft, rule):
        with office.store.read() as work:
            checked = check_draft(draft, known(work, draft))
        return [one for one in checked if one.finding.rule == rule and not one.waived]

    return findings


def test_a_rule_that_is_switched_off_finds_nothing(office, found):
    draft = office.draft("校园安全", "其它学校已检查。")
    assert found(draft, "W02")
    ruling.set_levels(office.store, 0, ["W02"], Level.OFF, by=BY)
    assert found(draft, "W02") == []


def test_a_rule_takes_the_level_the_office_gives_it(office, found):
    draft = office.draft("校园安全", "其它学校已检查。")
    before = ruling.set_levels(office.store, 0, ["W02"], Level.ERROR, by=BY)
    assert before == {"W02": None}
    assert [one.finding.severity for one in found(draft, "W02")] == ["error"]


def test_a_publication_goes_before_the_office(office):
    ruling.set_levels(office.store, 0, ["W02"], Level.ERROR, by=BY)
    ruling.set_levels(office.store, 7, ["W02"], Level.OFF, by=BY)
    with office.store.read() as work:
        assert office_of(work).levels["W02"] is Level.ERROR
        assert office_of(work, 7).levels["W02"] is Level.OFF


def test_a_word_kept_for_ever_is_kept_in_every_draft(office, found):
    one, another = (office.draft(title, "其它学校已检查。") for title in ("甲", "乙"))
    kept = Kept("W02", "其它", WaiverScope.ALWAYS)
    editing.waive(office.store, one.id, kept, "本地习惯", by=BY)
    assert found(another, "W02") == []
    with office.store.read() as work:
        (waiver,) = work.rulebook.kept()
    ruling.drop_kept(office.store, waiver, by=BY)
    assert found(another, "W02")


def test_a_single_place_is_kept_and_the_next_one_found(office, found):
    draft = office.draft("校园安全", "其它学校已检查。同时要求其它单位跟进。")
    first, _second = found(draft, "W02")
    editing.waive(office.store, draft.id, first.kept(WaiverScope.ONCE), "引文", by=BY)
    assert len(found(draft, "W02")) == 1
    editing.unwaive(office.store, draft.id, first.kept(WaiverScope.ONCE), by=BY)
    assert len(found(draft, "W02")) == 2


def test_what_becomes_of_findings_is_counted(office):
    draft = office.draft("校园安全", "其它学校已检查。")
    editing.accepted(office.store, {"W02": 3})
    editing.waive(office.store, draft.id, Kept("W02", "其它"), "引文", by=BY)
    with office.store.read() as work:
        rules = ruling.rules_with({}, work.rulebook.outcomes())
    outcome = next(one.outcome for one in rules if one.rule.code == "W02")
    assert (outcome.accepted, outcome.waived) == (3, 1)


def test_the_offices_own_word_is_found_and_taken_out_again(office, code):
    entry = Entry(code, "云岭土话词", ("普通话",), source="本单位", day=date(2026, 11, 22))
    ruling.save_word(office.store, entry, by=BY)
    with office.store.read() as work:
        assert office_of(work).lexicon.find("用了云岭土话词。")[code][0].entry == entry
    ruling.remove_word(office.store, code, entry.word, by=BY)
    with office.store.read() as work:
        assert code not in office_of(work).lexicon.find("用了云岭土话词。")


def test_a_delivered_word_is_switched_off_and_brought_back(office, code):
    with office.store.read() as work:
        word = ruling.words_of(work, code)[0].entry.word
    ruling.remove_word(office.store, code, word, by=BY)
    with office.store.read() as work:
        off = next(one for one in ruling.words_of(work, code) if one.entry.word == word)
    assert (off.entry.is_active, off.is_own) == (False, True)
    ruling.restore_word(office.store, code, word, by=BY)
    with office.store.read() as work:
        assert not any(one.is_own for one in ruling.words_of(work, code))


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (Entry("S03", "搞"), "word"),
        (Entry("S03", "…搞定"), "word"),
        (Entry("S03", "搞定", ("搞定",)), "instead"),
        (Entry("S03", "搞定", (), ("办妥",)), "unless"),
        (Entry("S03", "搞定", (), (), "说" * 201), "note"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_field(entry, field):
    with pytest.raises(FieldError) as caught:
        ruling.tidied(entry)
    assert caught.value.field == field


def test_a_word_is_not_listed_twice(office, code):
    entry = Entry(code, "云岭土话词")
    ruling.save_word(office.store, entry, by=BY)
    with pytest.raises(FieldError, match="已经在"):
        ruling.save_word(office.store, replace(entry, note="又一次"), by=BY)


def test_a_list_is_imported_whole(office, code, tmp_path):
    path = tmp_path / "词表.csv"
    path.write_text("词,改为,除外,日期\n云岭土话词,普通话|官话,大云岭土话词,2026-3-9\n", "utf-8")
    assert "新增 1 条" in import_words(office.store, code, path, by=BY).messages[0]
    with office.store.read() as work:
        entry = next(e for e in work.rulebook.words() if e.word == "云岭土话词")
    assert (entry.instead, entry.day) == (("普通话", "官话"), date(2026, 3, 9))


def test_a_wrong_row_refuses_the_whole_list(office, code, tmp_path):
    path = tmp_path / "词表.csv"
    path.write_text("词,改为\n云岭土话词,普通话\n字,词\n", "utf-8")
    with pytest.raises(NotAllowedError, match="第3行"):
        import_words(office.store, code, path, by=BY)
    with office.store.read() as work:
        assert work.rulebook.words() == []


@pytest.fixture
def code():
    """A list that is delivered."""
    return "S03"


def test_every_rule_has_a_page_that_the_contents_lead_to():
    said = contents()
    for one in ruling.rules_with({}, {}):
        assert f"rule:{one.rule.code}" in said
        assert one.rule.summary in page(one.rule, one.outcome)


@pytest.mark.parametrize("code", sorted(word_lists()))
def test_a_list_comes_back_as_it_was_exported(office, tmp_path, code):
    with office.store.read() as work:
        before = words_of(work, code)
    rows = [
        (
            one.entry.word, "|".join(one.entry.instead), "|".join(one.entry.unless),
            one.entry.note, one.entry.source, f"{one.entry.day or ''}", "● 自带",
        )
        for one in before
    ]  # fmt: skip
    path = tmp_path / "词.xlsx"
    path.write_bytes(list_workbook("词", [*COLUMNS, "状态"], rows))
    if before:
        import_words(office.store, code, path, by=BY)
    with office.store.read() as work:
        assert words_of(work, code) == before
