"""Finding drafts by words of any length."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import search
from desk.body import Body, Picture, Table, plain
from desk.drafts import DraftQuery, Revision


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
    *("2026年", "2026", "年上半年", "钱七", "民政局", "云岭县民政局", "民政局 路灯", "  "),
)


@pytest.mark.parametrize("words", FOUND)
def test_words_of_the_draft_find_it(found, draft, words):
    assert found(words)


@pytest.mark.parametrize(
    "words", ["灯路", "好了g", "明路", "路灯 公园", "修好过", "住建局", "dp", "实事路"]
)
def test_other_words_do_not(found, draft, words):
    assert not found(words)


@pytest.mark.parametrize("words", ['"', "*", "路灯*", "OR", "a AND b", "'); --", "路灯\x00"])
def test_marks_of_query_languages_mean_nothing(found, draft, words):
    assert found(words) in (True, False)


def test_a_revision_is_found_by_its_new_words_only(work, found, draft, now):
    work.drafts.revise(draft, Revision(0, now, "王五", "", "关于公园", plain("改建公园")))
    assert found("公园")
    assert not found("路灯")


def test_a_new_author_and_a_renamed_unit_are_found(work, found, draft, unit):
    work.drafts.save(replace(draft, author="孙八"))
    work.registry.save_unit(replace(unit, name="云岭县社会工作部", short="社工部"))
    assert found("孙八")
    assert found("社工部")
    assert not found("民政局")


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
        text = random.choice(("改造路灯", "路边的灯", "修好公园路灯"))
        units = (unit.id,) if day % 3 == 0 else ()
        received = now - timedelta(days=day)
        work.drafts.add(draft_of(f"第{day}天", text, received=received, unit_ids=units), "王五")


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


@given(st.text("路灯修好ab1，", min_size=1, max_size=12), st.data())
def test_every_token_of_a_word_is_a_token_of_the_text_around_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 3)))
    word = "".join(run for run in text[start:end] if not run.isascii() and run != "，")
    if word and word in text:
        held = list(search.tokens(text))
        pairs = [word] if len(word) == 1 else [word[at : at + 2] for at in range(len(word) - 1)]
        assert all(any(token.startswith(pair) for token in held) for pair in pairs)
