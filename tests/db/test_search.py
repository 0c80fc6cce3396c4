"""Finding drafts by words of any length."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import select, text

from db import models
from desk.body import Body, Picture, Table, plain
from desk.drafts import DraftQuery, Revision
from desk.issues import Entry, Issue


@pytest.fixture
def found(work):
    """Whether the only draft is found by some words."""
    return lambda words: bool(work.drafts.ids(DraftQuery(words=words)))


@pytest.fixture
def draft(work, draft_of, unit):
    text = "路灯修好了，GDP增长5.2％。\n２０２６年上半年民生实事"
    return work.drafts.add(
        draft_of("关于城区照明", text, author="钱七", unit_ids=(unit.id,)), "王五"
    )


FOUND = (
    *(
        "路",
        "了",
        "实事",
        "民生",
        "修好了",
        "路灯修好了",
        "照明",
        "gdp",
        "GD",
        "ＧＤＰ增长",
        "5.2%",
    ),
    *("2026年", "2026", "026", "年上半年", "钱七", "民政局", "云岭县民政局", "民政局 路灯", "  "),
    *("县民政局", "dp", "，", "％。", "5.", "来稿.doc"),
)


@pytest.mark.parametrize("words", FOUND)
def test_words_of_the_draft_find_it(found, draft, words):
    assert found(words)


@pytest.mark.parametrize(
    "words", ["灯路", "好了g", "明路", "路灯 公园", "修好过", "住建局", "dg", "实事路", "！"]
)
def test_other_words_do_not(found, draft, words):
    assert not found(words)


@pytest.mark.parametrize("words", ['"', "*", "路灯*", "OR", "a AND b", "'); --", "路灯\x00"])
def test_marks_of_query_languages_mean_nothing(found, draft, words):
    assert found(words) in (True, False)


def test_a_revision_is_found_by_its_new_words_and_its_originals(work, found, draft, now):
    once = work.drafts.revise(draft, Revision(0, now, "王五", "", "关于广场", plain("改建广场")))
    work.drafts.revise(once, Revision(0, now, "王五", "", "关于公园", plain("改建公园")))
    assert found("公园")
    assert found("路灯")
    assert not found("广场")


def test_a_new_author_and_a_renamed_unit_are_found(work, found, draft, unit):
    work.drafts.save(replace(draft, author="孙八"))
    work.registry.save_unit(replace(unit, name="云岭县社会工作部", short="社工部", aliases=()))
    assert found("孙八")
    assert found("社工部")
    assert not found("钱七")
    assert not found("民政局")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("phone", "0871-6532 1188", "6532 118"),
        ("approver", "赵九", "九"),
        ("topics", ("民生实事", "雨季防汛"), "防汛"),
        ("remark", "与上月重复", "上月"),
        ("signed_as", "县照明所", "照明所"),
    ],
)
def test_what_is_written_beside_a_text_is_searched_and_forgotten(
    work, found, draft, field, value, words
):
    assert not found(words)
    work.drafts.save(replace(draft, **{field: value}))
    assert found(words)
    work.drafts.save(draft)
    assert not found(words)


def test_tables_and_captions_are_searched(work, found, draft_of):
    body = Body(
        (Table((("危房", "改造"),), caption="附表"), Picture("a", 1, 1, caption="现场照片"))
    )
    work.drafts.add(replace(draft_of("空", ""), body=body), "王五")
    assert found("危房")
    assert found("附表")
    assert found("现场照片")
    assert not found("危房改造")


@pytest.fixture
def history(work, draft_of, now, unit):
    """Sixty drafts entered in another order than they were received in."""
    random = Random(60)  # noqa: S311 - the same history every time
    for day in random.sample(range(60), 60):
        told = random.choice(("改造路灯", "路边的灯", "修好公园路灯"))
        units = (unit.id,) if day % 3 == 0 else ()
        received = now - timedelta(days=day)
        work.drafts.add(draft_of(f"第{day}天", told, received=received, unit_ids=units), "王五")


@pytest.mark.parametrize("words", ["灯", "路灯", "公园路灯", "民政局", "民政局 路灯", "桥", ""])
@pytest.mark.parametrize("limit", [1, 7, 50])
def test_a_limited_search_is_the_beginning_of_the_whole(work, history, words, limit):
    for query in (
        DraftQuery(words),
        DraftQuery(words, descending=False),
        DraftQuery(words, order="unit"),
    ):
        assert work.drafts.ids(replace(query, limit=limit)) == work.drafts.ids(query)[:limit]


def test_the_newest_are_found_before_the_last_entered(work, draft_of, now):
    newest = work.drafts.add(draft_of("新", "路灯"), "王五")
    for days in range(1, 40):
        work.drafts.add(draft_of("旧", "路灯", received=now - timedelta(days)), "王五")
    assert work.drafts.ids(DraftQuery("路灯", limit=1)) == [newest.id]


@pytest.fixture
def printed(work, draft, publication):
    """The draft stands in the second issue, which is the ninth of all."""
    entry = Entry(draft.id, publication.sections[0].id)
    return work.issues.save(Issue(publication.id, 2, 9, date(2026, 7, 3), (entry,)))


@pytest.mark.parametrize(
    "words",
    ["第2期", "第２期 路灯", "2026年第2期", "总第9期", "政务信息第2期", "《政务信息》第2期"],
)
def test_an_issue_finds_what_stands_in_it(found, printed, words):
    assert found(words)


@pytest.mark.parametrize(
    "words", ["第9期", "第12期", "2025年第2期", "总第2期", "要情第2期", "第期"]
)
def test_another_issue_does_not(found, printed, words):
    assert not found(words)


def test_a_draft_that_waits_to_be_indexed_is_found_by_its_words_of_old(work, found, draft):
    old = "关于城区照明\n钱七\n路灯修好了"
    work.drafts._session.execute(text("UPDATE draft_search_texts SET words = :old"), {"old": old})
    work.drafts._session.execute(text("DELETE FROM draft_search"))
    work.drafts._session.execute(text("INSERT INTO unindexed VALUES (:id)"), {"id": draft.id})
    assert found("路灯修")
    assert found("路 七")
    assert not found("来稿.docx")
    work.drafts.reindex(10)
    assert found("来稿.docx")
    assert work.drafts.unindexed() == 0


def test_drafts_are_indexed_anew_from_the_newest(work, draft_of):
    ids = [work.drafts.add(draft_of(f"第{n}篇"), "王五").id for n in range(3)]
    for one in ids:
        work.drafts._session.execute(text("INSERT INTO unindexed VALUES (:id)"), {"id": one})
    work.drafts.reindex(2)
    left = select(models.Unindexed.draft_id)
    assert work.drafts._session.scalars(left).all() == ids[:1]
