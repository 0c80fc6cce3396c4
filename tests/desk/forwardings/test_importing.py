"""The upper level's list: read, matched with what went up, reviewed, entered in one step."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.errors import NotAllowedError, NotReadableError
from desk.forwardings import changing, importing
from desk.forwardings.forwarding import Forwarding, Result
from desk.forwardings.importing import first_decision, tally
from desk.forwardings.matching import Likeness, match
from desk.forwardings.upper_list import Asked, read_file, read_pasted
from desk.jobs import finish

DAY = date(2026, 7, 20)


@pytest.fixture
def listed(above):
    """Match a pasted list of the city's; gives the decisions that need no look, and all."""

    def read(text, carrier=None):
        asked = Asked(carrier or above.city, DAY)
        with above.store.read() as work:
            matches = finish(match(work, read_pasted(work, text, asked)))
        return [first_decision(one) for one in matches]

    return read


def test_titles_are_read_with_numbering_marks_and_units_left_off(above):
    text = "1．校园安全检查展开（云岭县）\n② 《我县办好夜市》\n\n（三）、水库加固完成（综合）"
    with above.store.read() as work:
        lines = read_pasted(work, text, Asked(above.city, DAY))
    assert [one.title for one in lines] == [
        "校园安全检查展开",
        "我县办好夜市",
        "水库加固完成",
    ]
    assert (lines[0].unit, lines[2].is_composite) == ("云岭县", True)


def test_a_table_says_section_number_and_points(above):
    text = "标题\t期号\t栏目\t得分\t采用日期\n县教育局开展校园安全检查\t36\t要情\t8\t7月18日\n"
    with above.store.read() as work:
        [line] = read_pasted(work, text, Asked(above.city, DAY))
    assert (line.issue_number, line.external, line.day) == ("第36期", Decimal(8), date(2026, 7, 18))
    assert line.section_id == above.city.sections[0].id


def test_a_file_without_headers_is_a_list_of_titles(above):
    data = "云岭县,县教育局开展校园安全检查,是\n云岭县,县水利局修好七座水库,是\n".encode()
    with above.store.read() as work:
        lines = read_file(work, data, "通报.csv", Asked(above.city, DAY))
    assert [one.title for one in lines] == ["县教育局开展校园安全检查", "县水利局修好七座水库"]


def test_a_list_without_a_title_is_refused(above):
    with above.store.read() as work, pytest.raises(NotReadableError, match="一行一条"):
        read_pasted(work, " \n1\n", Asked(above.city, DAY))


def test_the_very_title_needs_no_look_and_a_near_one_does(above, listed):
    for title in ("县教育局开展校园安全检查", "县水利局完成七座水库除险加固任务"):
        above.send(above.draft(title), above.city)
    sure, near, other = listed(
        "县教育局开展校园安全检查\n县水利局完成七座水库除险加固\n邻县办好夜市经济带动就业"
    )
    assert [one.match.likeness for one in (sure, near, other)] == [
        Likeness.EXACT, Likeness.NEAR, Likeness.NONE,
    ]  # fmt: skip
    assert [one.is_open for one in (sure, near, other)] == [False, True, False]


def test_all_that_is_ours_is_entered_in_one_step_and_undone_in_one(above, listed):
    sent = [
        above.send(above.draft(one), above.city)[0]
        for one in ("甲镇春耕全面展开", "乙镇夜市开张营业")
    ]
    decisions = listed("标题\t期号\n甲镇春耕全面展开\t3\n乙镇夜市开张营业\t3\n")
    change = importing.take(above.store, decisions, by=above.by(9))
    assert [above.get(one).state for one in sent] == ["采用", "采用"]
    assert {one.issue_number for one in above.facts()} == {"第3期"}
    changing.take_back(above.store, [change], by=above.by(9))
    assert above.facts() == []
    assert all(above.get(one).awaits for one in sent)


def test_nothing_is_entered_while_a_line_is_open(above, listed):
    above.send(above.draft("县水利局完成七座水库除险加固任务"), above.city)
    [near] = listed("县水利局完成七座水库除险加固")
    with pytest.raises(NotAllowedError, match="还有 1 条没有核对"):
        importing.take(above.store, [near], by=above.by(9))
    yes = replace(near, is_open=False)
    assert importing.take(above.store, [yes], by=above.by(9)).latter


def test_what_was_used_but_never_registered_is_registered_late(above, listed):
    draft = above.draft("甲镇春耕全面展开")
    [found] = listed("甲镇春耕全面展开")
    assert found.is_open
    decision = replace(found, is_open=False)
    assert tally([decision]).words == "登记 1 条，其中没有登记上报的 1 条"
    [made] = importing.take(above.store, [decision], by=above.by(9)).added
    assert (made.draft_id, made.is_late_entry, above.get(made).state) == (draft.id, True, "采用")
    assert len(above.facts()) == 1


def test_what_was_entered_by_hand_otherwise_is_shown_as_a_conflict(above, listed):
    [sent] = above.send(above.draft("甲镇春耕全面展开"), above.city)
    above.enter(sent, Result.NOT_ADOPTED)
    [found] = listed("甲镇春耕全面展开")
    assert found.is_open
    assert found.match.conflict == "已登记为未采用，2026-07-16"


def test_what_was_entered_just_so_is_left_alone(above, listed):
    [sent] = above.send(above.draft("甲镇春耕全面展开"), above.city)
    above.enter(sent, issue_number="3")
    [found] = listed("标题\t期号\n甲镇春耕全面展开\t第3期\n")
    assert (found.is_open, found.is_known) == (False, True)
    with pytest.raises(NotAllowedError, match="没有要登记的结果"):
        importing.take(above.store, [found], by=above.by(9))


def test_the_same_item_twice_in_a_list_needs_a_look(above, listed):
    above.send(above.draft("甲镇春耕全面展开"), above.city)
    _first, again = listed("甲镇春耕全面展开\n甲镇春耕全面展开")
    assert again.match.conflict == "与第 1 条是同一篇"


def test_the_title_it_was_sent_under_is_known_too(above, listed):
    draft = above.draft("甲镇春耕全面展开")
    [sent] = above.send(draft, above.city)
    with above.store.begin() as work:
        work.matters.save(replace(sent, title="云岭县抢抓农时推进春耕"), above.by())
    [found] = listed("云岭县抢抓农时推进春耕")
    assert found.proposal.forwarding.id == sent.id
    with above.store.read() as work:
        assert len(work.matters.all(Forwarding)) == 1
