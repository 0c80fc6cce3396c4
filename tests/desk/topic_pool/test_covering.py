"""What came of a list of points: by commission, by title, by tag; who left it out."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from desk.commissions.commission import Commission, Task
from desk.facts import Fact, FactKind
from desk.handling import tag
from desk.topic_pool.cover_table import line_table, unit_table
from desk.topic_pool.covering import Way, cover
from desk.topic_pool.listing import begun, save_list
from desk.topic_pool.noting import note_topics
from desk.topic_pool.point_list import PointLine
from desk.topic_pool.topic import PoolTopic
from desk.topics import Topic

DAY = date(2026, 7, 15)


def _listed(store, by, *lines):
    with store.read() as work:
        wanted = replace(begun(work, "2026-07", DAY), lines=lines)
    return save_list(store, wanted, by=by).now.id


def _ways(found, at=0):
    return [(one.draft_id, way) for one, way in found.lines[at].came]


def test_a_draft_that_answers_its_commission_covers_a_line_whatever_its_title(store, office):
    (topic,) = note_topics(store, [PoolTopic(title="高温用电保障", day=DAY)], by=office.by)
    draft = office.draft("县供电公司三措并举")
    asked = Commission(
        title=topic.title,
        day=DAY,
        due=datetime(2026, 7, 20, tzinfo=UTC),
        pool_id=topic.id,
        tasks=(Task(office.units[0].id, drafts=(draft.id,)),),
    )
    with store.begin() as work:
        work.matters.save(asked, office.by)
    found = cover(store, _listed(store, office.by, PointLine(topic.title, pool_id=topic.id)))
    assert _ways(found) == [(draft.id, Way.COMMISSION)]


def test_a_draft_with_nearly_its_words_for_a_title_covers_a_line(store, office):
    draft = office.draft("县教育局开展校园安全检查")
    office.draft("县水利局加强水库巡查")
    found = cover(store, _listed(store, office.by, PointLine("校园安全检查")))
    assert _ways(found) == [(draft.id, Way.TITLE)]


@pytest.fixture
def tagged(store, office):
    """Two drafts with the tag 安全生产, one of each unit."""
    with store.begin() as work:
        work.lists.save_topic(Topic("安全生产"))
    units = office.units
    drafts = [
        office.draft("燃气经营门店逐户过筛", unit_ids=(units[1].id,)),
        office.draft("工地塔吊逐台检测", unit_ids=(units[0].id,)),
    ]
    tag(store, [one.id for one in drafts], ["安全生产"], on=True, by=office.by)
    return drafts


def test_a_tag_covers_a_line_for_the_units_it_is_meant_for(store, office, tagged):
    for_all = PointLine("重点行业隐患整治", tags=("安全生产",))
    found = cover(store, _listed(store, office.by, for_all))
    assert {one for one, _ in _ways(found)} == {one.id for one in tagged}
    for_one = replace(for_all, units=(office.units[1].id,))
    found = cover(store, _listed(store, office.by, for_one))
    assert _ways(found) == [(tagged[0].id, Way.TAG)]


def test_a_draft_known_by_its_tag_alone_covers_the_likest_line_only(store, office, tagged):
    lines = (
        PointLine("燃气经营门店整治", tags=("安全生产",)),
        PointLine("工地起重机械检测", tags=("安全生产",)),
    )
    found = cover(store, _listed(store, office.by, *lines))
    assert [[one for one, _ in _ways(found, at)] for at in (0, 1)] == [
        [tagged[0].id],
        [tagged[1].id],
    ]


def test_what_was_adopted_is_counted_unless_it_was_taken_back(store, office):
    draft = office.draft("县教育局开展校园安全检查")
    unit = office.units[0].id
    fact = Fact(FactKind.ADOPTION, DAY, unit, draft.title, "issue:1", item_id=draft.id)
    with store.begin() as work:
        work.ledger.add([fact])
    listed = _listed(store, office.by, PointLine("校园安全检查"))
    assert cover(store, listed).lines[0].adopted == 1
    with store.begin() as work:
        held = work.ledger.between(DAY, DAY)[-1]
        back = replace(
            held, kind=FactKind.REVERSAL, id=0, reverses=held.id, of_kind=FactKind.ADOPTION
        )
        work.ledger.add([back])
    assert cover(store, listed).lines[0].adopted == 0


def test_lines_nothing_came_to_and_units_left_out_stand_out(store, office):
    office.draft("县教育局开展校园安全检查")
    named = PointLine("水库安全度汛", units=(office.units[1].id,))
    found = cover(store, _listed(store, office.by, PointLine("校园安全检查"), named))
    assert [one.line.text for one in found.empty] == ["水库安全度汛"]
    assert [one.unit.short for one in found.silent] == ["县水利局"]
    assert found.silent[0].missing == ("水库安全度汛",)
    assert found.words == "要点 2 条，来稿 1 篇，采用 0 篇，1 条没有来稿"


def test_coverage_is_a_table_by_line_and_by_unit(store, office):
    office.draft("县教育局开展校园安全检查")
    lines = PointLine("校园安全检查", "教育"), PointLine("水库安全度汛", "防汛")
    found = cover(store, _listed(store, office.by, *lines))
    names = {one.id: one.short for one in office.units}
    assert line_table(found, names).texts[0] == ("1", "教育", "校园安全检查", "1", "0", "县教育局")
    assert line_table(found, names).texts[1][-1] == "没有来稿"
    assert line_table(found, names).strong == frozenset({1})
    assert unit_table(found).texts[0][1:4] == ("县教育局", "1", "0")
    assert Decimal(unit_table(found).texts[1][2]) == 0
