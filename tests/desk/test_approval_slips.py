"""What an approval slip shows of a draft in the store."""

import pytest

from desk.approval_slips import slips_of
from desk.approvals import Lane, Stage, Verdict
from desk.approving import Decision, decide, submit
from desk.body import Body, Picture, plain
from desk.editing import save_text
from desk.settings import Settings

SETTINGS = Settings("云岭县人民政府办公室", reviewer="周文清")


@pytest.fixture
def lane(store):
    stages = (
        Stage("科长审核", "何立新"),
        Stage("主任审签", "郑国平"),
        Stage("县长审阅", only_if_asked=True),
    )
    with store.begin() as work:
        return work.approvals.save_lane(Lane("上报", stages))


def test_a_slip_can_be_printed_before_the_draft_is_sent(store, office, lane):
    draft = office.draft("甲稿", author="陈立新")
    (slip,) = slips_of(store, [draft.id], SETTINGS, by=office.by).slips
    assert (slip.title, slip.units, slip.author) == ("甲稿", ("云岭县教育局",), "陈立新")
    assert [(box.stage, box.asked) for box in slip.boxes] == [
        ("科长审核", "何立新"),
        ("主任审签", "郑国平"),
    ]
    assert (slip.lane, slip.reviewer, slip.number) == ("上报", "周文清", f"2026-{draft.id:06d}")


def test_opinions_given_are_printed_with_who_signed_for_whom(store, office, lane):
    draft = office.draft("甲稿")
    submit(store, [draft.id], lane.id, by=office.by)
    decide(store, [draft.id], Decision(Verdict.PASSED, "同意刊发。", "周文清"), by=office.by)
    (slip,) = slips_of(store, [draft.id], SETTINGS, by=office.by).slips
    first, second = slip.boxes
    assert (first.opinion, first.signer) == ("同意刊发。", "周文清代何立新")
    assert first.signed == office.by.today
    assert second.signer == ""


def test_a_second_sending_is_counted(store, office, lane):
    draft = office.draft("甲稿")
    submit(store, [draft.id], lane.id, by=office.by)
    decide(store, [draft.id], Decision(Verdict.RETURNED, "请改标题"), by=office.by)
    submit(store, [draft.id], lane.id, by=office.by)
    (slip,) = slips_of(store, [draft.id], SETTINGS, by=office.by).slips
    assert slip.number.endswith("（第 2 次送审）")
    assert slip.boxes[0].signer == ""


def test_the_pictures_of_the_texts_come_along(store, office):
    draft = office.draft("甲稿")
    with store.begin() as work:
        digest = work.files.put(b"png", "图.png")
    body = Body((*plain("正文").blocks, Picture(digest, 10, 10)))
    save_text(store, draft.id, "甲稿", body, by=office.by)
    assert slips_of(store, [draft.id], SETTINGS, by=office.by).pictures == {digest: b"png"}


def test_the_file_of_several_slips_is_named_by_their_number(store, office):
    ids = [office.draft("甲稿").id, office.draft("乙稿").id]
    assert slips_of(store, ids, SETTINGS, by=office.by).name == "审签单　2 篇　2026-07-15"
    assert slips_of(store, ids[:1], SETTINGS, by=office.by).name == "审签单　甲稿"
