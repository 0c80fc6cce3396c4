"""What a unit is asked is kept with who, when and what it said, and can be taken back."""

import pytest

from desk import verifying
from desk.checks.manuscript import Manuscript
from desk.errors import FieldError
from desk.inquiries import Answer, is_verified
from desk.to_verify import FIRST, Sort, points_of
from desk.verifying import Contact, Said

TEXT = "7月14日，云岭县县长李国华带队检查86所学校，投入1.2亿元，同比增长8.5%。"
CHEN = Contact("县教育局", "陈立新", "0875-5122119")


@pytest.fixture
def draft(office):
    return office.draft("全县投入1.2亿元改善办学条件", TEXT)


@pytest.fixture
def points(draft):
    return points_of(Manuscript(title=draft.title, body=TEXT).whole)


@pytest.fixture
def log(store, draft):
    def log():
        with store.read() as work:
            return work.inquiries.of(draft.id)

    return log


def test_figures_dates_and_names_become_questions_the_costly_ones_first(points):
    assert points[0].question.endswith("1.2亿元改善办学条件——数字、口径是否属实？")
    assert {one.sort for one in points} >= {Sort.FIGURE, Sort.DATE, Sort.NAME}
    assert [one.excerpt for one in points].count("1.2亿元") == 1


def test_a_long_text_offers_the_most_important_first():
    body = "".join(f"第{n}个镇完成投资{n}.5万元，修路{n}公里。" for n in range(1, 30))
    found = points_of(Manuscript(title="修路", body=body).whole)
    assert len(found) > FIRST
    assert all("万元" in one.excerpt for one in found[:FIRST])


def test_an_answer_on_the_telephone_is_one_step(store, office, draft, points, log):
    asked = verifying.ask(store, draft.id, points[:1], CHEN, Said(Answer.RIGHT), by=office.by)
    assert log() == list(asked.now)
    assert (log()[0].name, log()[0].phone, log()[0].who) == ("陈立新", "0875-5122119", "王敏")
    with store.read() as work:
        assert is_verified(work, draft)
        record = work.audit.records(f"draft:{draft.id}")[0]
    assert record.action == "单位核实：属实"
    assert "陈立新" in record.detail


def test_a_question_waits_until_it_is_answered(store, office, draft, points, log):
    asked = verifying.ask(store, draft.id, points[:2], CHEN, by=office.by)
    verifying.answer(store, [asked.now[0].id], Said(Answer.RIGHT), by=office.by)
    assert [one.answer for one in log()] == [Answer.RIGHT, Answer.OPEN]
    with store.read() as work:
        assert not is_verified(work, draft)


@pytest.mark.parametrize("step", ["ask", "answer", "withdraw"])
def test_every_step_can_be_taken_back(step, store, office, draft, points, log):
    first = verifying.ask(store, draft.id, points[:1], CHEN, by=office.by)
    before = log()
    ids = [one.id for one in first.now]
    done = {
        "ask": lambda: verifying.ask(store, draft.id, points[1:3], CHEN, by=office.by),
        "answer": lambda: verifying.answer(store, ids, Said(Answer.RIGHT), by=office.by),
        "withdraw": lambda: verifying.withdraw(store, ids, by=office.by),
    }[step]()
    assert log() != before
    verifying.take_back(store, done, by=office.by)
    assert log() == before


def test_a_number_taken_back_is_never_given_again(store, office, draft, points, log):
    first = verifying.ask(store, draft.id, points[:1], CHEN, by=office.by)
    gone = verifying.withdraw(store, [first.now[0].id], by=office.by)
    verifying.ask(store, draft.id, points[1:2], CHEN, by=office.by)
    verifying.take_back(store, gone, by=office.by)
    assert {one.excerpt for one in log()} == {one.excerpt for one in points[:2]}


def test_a_correction_says_what_is_right(store, office, draft, points):
    with pytest.raises(FieldError, match="没有写更正成什么"):
        verifying.ask(store, draft.id, points[:1], CHEN, Said(Answer.CORRECTED), by=office.by)
    said = Said(Answer.CORRECTED, instead="1.2亿元")
    with pytest.raises(FieldError, match="属实请按 1"):
        verifying.ask(store, draft.id, points[:1], CHEN, said, by=office.by)


def test_nobody_is_asked_without_a_name_or_unit(store, office, draft, points):
    with pytest.raises(FieldError, match="问的是谁"):
        verifying.ask(store, draft.id, points[:1], Contact(), by=office.by)


def test_who_was_asked_last_in_a_unit_is_proposed_again(store, office, points):
    first, second = office.draft("甲", author=""), office.draft("乙", author="", phone="")
    verifying.ask(store, first.id, points[:1], CHEN, by=office.by)
    with store.read() as work:
        assert verifying.contact_of(work, second) == CHEN


def test_open_questions_make_one_message(store, office, draft, points):
    asked = verifying.ask(store, draft.id, points[:1], CHEN, by=office.by)
    text = verifying.message(asked.now, points[1:2], draft.title)
    assert text.splitlines()[1].startswith("1．")
    assert len(text.splitlines()) == 3
    assert verifying.message((), (), draft.title) == ""
