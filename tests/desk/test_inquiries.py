"""What a unit was asked stands or falls with the figures of the text."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desk.body import plain
from desk.inquiries import Answer, Inquiry, Standing, is_settled, is_verified, standing
from desk.versions import make

NOW = datetime(2026, 7, 15, 1, 30, tzinfo=UTC)
TEXT = "今年以来，全县完成投资1.2亿元，建成大棚86座。"
ASKED = Inquiry(1, "投资1.2亿元是否属实？", NOW, "王敏", "1.2亿元", "完成投资", "，建成")


def answered(answer=Answer.RIGHT, **fields):
    values = {"draft_id": 1, "question": "？", "asked": NOW, "who": "王敏", "excerpt": "1.2亿元"}
    return Inquiry(**{**values, "before": "完成投资", "after": "，建成", **fields}, answer=answer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, Standing.HOLDS),
        (TEXT.replace("1.2", "1.3"), Standing.CHANGED),
        (TEXT.replace("1.2", "11.2"), Standing.CHANGED),
        (TEXT.replace("完成投资", "共投入"), Standing.HOLDS),
        ("建成大棚86座。", Standing.GONE),
    ],
)
def test_an_answer_holds_as_long_as_the_text_says_the_same(text, expected):
    assert standing(answered(), text) is expected


def test_a_correction_waits_until_the_text_follows():
    corrected = answered(Answer.CORRECTED, instead="1.25亿元")
    assert standing(corrected, TEXT) is Standing.TO_CORRECT
    assert standing(corrected, TEXT.replace("1.2", "1.25")) is Standing.HOLDS


def test_the_same_figure_elsewhere_does_not_hide_a_change():
    text = "完成投资1.3亿元，建成大棚86座。贷款1.2亿元。"
    assert standing(answered(), text) is Standing.CHANGED


def test_a_text_is_settled_by_answers_and_only_when_all_have_come():
    assert not is_settled([], TEXT)
    assert not is_settled([ASKED], TEXT)
    assert is_settled([answered()], TEXT)
    assert not is_settled([answered(), ASKED], TEXT)
    assert not is_settled([answered()], TEXT.replace("1.2", "1.3"))


def test_questions_about_words_that_were_cut_count_no_longer():
    assert not is_settled([ASKED], "建成大棚86座。")
    of_barns = answered(excerpt="86座", before="建成大棚", after="。")
    assert is_settled([of_barns, ASKED], "建成大棚86座。")


def test_a_draft_is_verified_by_its_text_as_it_is_now(store, office):
    draft = office.draft(text=TEXT)
    with store.begin() as work:
        assert not is_verified(work, draft)
        kept = work.inquiries.save(answered(draft_id=draft.id))
        assert work.inquiries.of(draft.id) == [kept]
        assert is_verified(work, draft)


def test_what_the_unit_said_of_a_draft_counts_for_its_versions(store, office):
    draft = office.draft(text=TEXT)
    with store.begin() as work:
        work.inquiries.save(answered(draft_id=draft.id))
    version = make(store, draft.id, office.publication.id, by=office.by)
    with store.read() as work:
        assert is_verified(work, version)
        assert not is_verified(work, replace(version, body=plain("建成大棚87座。")))
