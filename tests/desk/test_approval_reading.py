"""What a signer is shown beside the text."""

import pytest

from desk.approval_reading import called, changed_words, read, said
from desk.approvals import Lane, Stage, Verdict
from desk.approving import Decision, Signature, decide, remind, sign_by_hand, submit
from desk.body import Body, Table, plain
from desk.office_clock import office_time


@pytest.fixture
def sent(store, office):
    """A draft on a lane of two stages."""
    stages = (Stage("科长审核", "何立新"), Stage("主任审签", "郑国平"))
    with store.begin() as work:
        lane = work.approvals.save_lane(Lane("下发", stages))
    draft = office.draft("县教育局开展校园安全检查！")
    submit(store, [draft.id], lane.id, by=office.by)
    return draft


def test_open_findings_are_counted(store, sent):
    seen = read(store, sent.id)
    assert seen.errors + seen.others > 0
    assert str(seen.errors or seen.others) in seen.findings


def test_the_change_line_counts_what_was_cut_and_added():
    after = Body((*plain("甲乙丙丁新").blocks, Table((("一",),))))
    said = changed_words(plain("甲乙丙丁戊己"), after)
    assert said == "与原稿比：删 2 字、增 1 字，表格 0 → 1（原 6 字，现 5 字）"


def test_an_unchanged_text_is_said_to_be_so():
    assert changed_words(plain("甲乙"), plain("甲乙")) == "正文与原稿一字不差"


def test_an_opinion_is_told_with_who_when_and_the_signature(store, office, sent):
    (former,) = decide(store, [sent.id], Decision(Verdict.PASSED, "可以。", "周文清"), by=office.by)
    step = former.left_way.steps[0]
    sign_by_hand(store, sent.id, step, Signature(office.by.now.date()), by=office.by)
    (way,) = read(store, sent.id).ways
    local = office_time(office.by.now)
    moment = f"{local.month}月{local.day}日 {local:%H:%M}"
    assert said(way.steps[0]) == f"科长审核　周文清代何立新　可以。　{moment}　手签 7月15日"
    assert said(way.steps[1]) == ""


def test_a_call_is_told_in_one_line(store, office, sent):
    remind(store, [sent.id], by=office.by, told="请今天审", answer="下午看")
    (way,) = read(store, sent.id).ways
    (call,) = way.steps[0].calls
    assert called(call).endswith("催何立新：请今天审；下午看")
