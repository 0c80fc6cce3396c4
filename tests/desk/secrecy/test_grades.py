"""Nothing above the ceiling gets in by any door; what is made of several is as its highest."""

from dataclasses import replace

import pytest

from desk.commissions.commission import Commission
from desk.correcting import Particulars, correct
from desk.drafts import Channel, Secrecy
from desk.emergencies.emergency import Emergency, Report, ReportKind
from desk.errors import FieldError
from desk.instructions.instruction import Instruction
from desk.recording import Slip, record
from desk.secrecy.grades import EVERYTHING, grade_of, highest, marked


def raised(store, office, draft, grade, ceiling):
    wanted = replace(Particulars.of(draft), secrecy=grade)
    return correct(store, draft.id, wanted, by=office.by, ceiling=ceiling).draft


def test_a_grade_raised_by_hand_above_the_ceiling_is_refused(store, office):
    draft = office.draft()
    with pytest.raises(FieldError, match="涉密信息不得在非涉密计算机上处理"):
        raised(store, office, draft, Secrecy.SECRET, Secrecy.INTERNAL)
    with store.read() as work:
        assert work.drafts.get(draft.id).secrecy is Secrecy.NONE
    assert raised(store, office, draft, Secrecy.INTERNAL, Secrecy.INTERNAL).secrecy == "内部"


def test_what_is_above_a_lowered_ceiling_can_still_be_lowered(store, office):
    draft = office.draft(secrecy=Secrecy.SECRET)
    assert raised(store, office, draft, Secrecy.NONE, Secrecy.NONE).secrecy is Secrecy.NONE


def test_a_text_typed_with_a_mark_above_the_ceiling_is_refused(store, office):
    slip = Slip("防汛值班情况", text="秘密★1年\n县水利局报告汛情。", channel=Channel.PHONE)
    with pytest.raises(FieldError, match="超过本机允许"):
        record(store, slip, by=office.by)
    with store.read() as work:
        assert sum(work.drafts.counts().values()) == 0


def test_the_grade_of_several_is_the_highest(store, office):
    low, high = office.draft("甲"), office.draft("乙", secrecy=Secrecy.INTERNAL)
    with store.read() as work:
        assert grade_of(work, [f"draft:{low.id}", f"draft:{high.id}", "year:2026"]) == "内部"
    assert highest([]) is Secrecy.NONE


def test_a_mark_tells_its_grade():
    assert marked("内部资料 注意保存") is Secrecy.INTERNAL
    assert marked("机密★10年") is Secrecy.CONFIDENTIAL
    assert marked("") is Secrecy.NONE


def test_a_matter_is_as_high_as_itself_and_its_drafts(store, office):
    draft = office.draft(secrecy=Secrecy.INTERNAL)
    day = office.by.today
    with store.begin() as work:
        asked = Commission(title="约稿", day=day, due=office.by.now)
        sent = work.matters.save(asked, office.by)
        said = Instruction(title="批示", day=day, secrecy=Secrecy.SECRET, item_id=draft.id)
        said = work.matters.save(said, office.by)
        report = Report(ReportKind.FIRST, 0, draft.id, office.by.now)
        storm = Emergency(title="暴雨", day=day, reports=(report,))
        told = work.matters.save(storm, office.by)
        assert grade_of(work, [sent.subject]) is Secrecy.NONE
        assert grade_of(work, [told.subject]) is Secrecy.INTERNAL
        assert grade_of(work, [told.subject, said.subject]) is Secrecy.SECRET
        assert grade_of(work, ["emergency:999", "unit:1"]) is Secrecy.NONE


def test_what_holds_all_there_is_bears_the_highest_grade_held(store, office):
    def held():
        with store.read() as work:
            return grade_of(work, [EVERYTHING])

    office.draft()
    assert held() is Secrecy.NONE
    office.draft(secrecy=Secrecy.INTERNAL)
    assert held() is Secrecy.INTERNAL
    with store.begin() as work:
        told = Instruction(title="批示", day=office.by.today, secrecy=Secrecy.SECRET)
        work.matters.save(told, office.by)
    assert held() is Secrecy.SECRET
