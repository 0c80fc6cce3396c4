"""The month's slips: results, faults, one sentence mended, what to send next."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desk import deciding
from desk.answering import period_feedback
from desk.body import plain
from desk.drafts import Kind, Status
from desk.jobs import finish
from desk.merging import merge_into_composite
from desk.pairing import pair_of
from desk.reports.teaching import LONGEST_SHORT, TITLE
from desk.starting import complete
from desk.teaching import month_of, slips
from desk.topics import Topic

DAY = date(2026, 8, 1)
LOOSE = "我局进一步强化宣传力度，通过多种形式的宣传活动，向广大师生宣传了安全知识。"
TIGHT = "县教育局开展多种形式的宣传活动，向师生宣传安全知识。"


@pytest.fixture
def ready(office):
    complete(office.store, by=office.by)
    return office


@pytest.fixture
def slip_of(ready):
    """The July slip of a unit."""

    def slip_of(number=0, day=DAY, **wanted):
        job = slips(ready.store, 2026, 7, office="县政府办公室", day=day, **wanted)
        return finish(job)[number]

    return slip_of


def edited(office, before, after, **fields):
    draft = office.draft(text=before, status=Status.EDITING, **fields)
    with office.store.begin() as work:
        last = work.drafts.last_revision(draft.id)
        changed = replace(draft, body=plain(after))
        work.drafts.revise(changed, replace(last, number=0, body=changed.body, why="改"))
    return draft


def test_every_active_unit_has_its_slip_those_that_sent_nothing_too(ready, slip_of):
    ready.draft()
    assert "报送信息1篇" in slip_of(0).letter.text
    assert "没有收到你单位报送的信息" in slip_of(1).letter.text


def test_a_month_is_its_own_days(ready, slip_of):
    ready.draft("六月的", received=datetime(2026, 6, 30, 1, tzinfo=UTC))
    assert slip_of().items == ()
    assert month_of(2026, 2) == (date(2026, 2, 1), date(2026, 2, 28))
    assert month_of(2026, 12)[1] == date(2026, 12, 31)


def test_what_the_desk_made_of_drafts_was_not_sent(ready, slip_of):
    ids = [ready.draft(title).id for title in ("县教育局检查食堂", "县教育局检查宿舍")]
    made = merge_into_composite(ready.store, ids, by=ready.by)
    assert [item.number for item in slip_of().items] == ids
    span = (date(2026, 7, 1), date(2026, 7, 31))
    unit_id = made.unit_ids[0]
    letter = period_feedback(ready.store, unit_id, *span, office="县政府办公室", day=DAY)
    assert "报送信息2篇" in letter.text


def test_results_reasons_and_failed_checks_are_told(ready, slip_of):
    draft = ready.draft(text="我局开展检查，发现隐患35处。")
    deciding.decide(
        ready.store, [draft.id], Status.RETURNED, by=ready.by, reason="T01", remark="缺地点"
    )
    text = slip_of().letter.text
    for words in ("退稿1篇", "理由：要素不全；缺地点", "检查发现的问题", "第一人称"):
        assert words in text
    assert "必填" not in text


def test_one_sentence_is_shown_as_it_came_and_as_it_was_edited(ready, slip_of):
    edited(ready, LOOSE, TIGHT)
    text = slip_of().letter.text
    assert f"原句：{LOOSE}" in text
    assert f"改后：{TIGHT}" in text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "群众王某某反映家中进水的问题，手机13812345678，县水利局已派人处理完毕。",
            "群众反映家中进水问题，手机13812345678，县水利局已派人处理。",
        ),
        (
            "村民李大山一家房屋受损的情况严重，县住建局已派人处理完毕。",
            "房屋受损，县住建局已派人处理。",
        ),
        (
            "事故造成驾驶员赵强和另外一名乘客受伤的后果，已送医治疗。",
            "事故造成2人受伤，已送医治疗。",
        ),
    ],
)
def test_a_sentence_with_personal_data_is_never_shown(before, after):
    assert pair_of(plain(before), plain(after)) is None


def test_people_in_general_are_nobody_in_particular():
    before = "通过多种形式的宣传活动，进一步提高了广大群众安全意识和村民满意程度。"
    assert pair_of(plain(before), plain("多种形式宣传，提高群众安全意识和村民满意程度。"))


@pytest.mark.parametrize(
    "after", [LOOSE, LOOSE.replace("，", "、", 1), "另外的一句话，说的是修桥铺路。"]
)
def test_what_was_hardly_changed_or_wholly_replaced_teaches_nothing(after):
    assert pair_of(plain(LOOSE), plain(after)) is None


def test_the_next_step_names_topics_kinds_and_what_the_quota_lacks(ready, slip_of):
    with ready.store.begin() as work:
        for topic in work.lists.topics():
            work.lists.delete_topic(topic.name)
        work.lists.save_topic(Topic("防汛"))
        work.lists.save_topic(Topic("就业", 1))
    ready.draft(topics=("就业",), kind=Kind.DYNAMIC)
    slip = slip_of()
    assert slip.advice.topics == ("防汛",)
    assert Kind.DYNAMIC.value not in slip.advice.kinds
    assert "全年目标40分、10条" in slip.letter.text
    assert "还差40分、10条" in slip.letter.text


@pytest.mark.parametrize(
    ("day", "until"), [(date(2026, 7, 20), "到目前"), (date(2026, 8, 3), "到本月底")]
)
def test_a_month_that_has_not_ended_is_told_so_far(slip_of, day, until):
    assert f"{until}得0分" in slip_of(day=day).letter.text


def test_only_the_units_asked_for_are_worked_out(ready):
    wanted = ready.units[1]
    found = finish(slips(ready.store, 2026, 7, office="办", day=DAY, unit_ids=[wanted.id]))
    assert [one.unit for one in found] == [wanted.name]


def test_the_text_for_a_chat_is_short_and_keeps_head_and_result(ready, slip_of):
    for number in range(12):
        draft = ready.draft(f"关于{number}件事情的一个很长很长很长很长的标题" * 2, text=LOOSE)
        deciding.decide(ready.store, [draft.id], Status.RETURNED, by=ready.by, reason="T01")
    chat = slip_of().chat
    assert len(chat) <= LONGEST_SHORT
    assert chat.startswith("【7月信息指导】县教育局：")
    assert "报送信息12篇" in chat
    assert slip_of().letter.title.startswith(TITLE)
