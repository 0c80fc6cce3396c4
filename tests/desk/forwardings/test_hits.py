"""The hit rate: items count once, whatever they are counted by."""

from datetime import date
from decimal import Decimal

import pytest

from desk.forwardings.forwarding import Result
from desk.forwardings.hit_items import adopted_like, length_of, sent_items, shape_of
from desk.forwardings.hits import Side, hits, table_of, whole_of


@pytest.fixture
def year(above):
    """Three items: one used by both channels of the province, one refused, one awaited."""
    both = above.draft("甲镇春耕全面展开")
    party, government = above.send(both, above.party, above.government)
    above.enter(party, external=Decimal(8), days=3)
    above.enter(government, Result.COMPOSITE, external=Decimal(5), days=5)
    [refused] = above.send(above.draft("乙镇夜市开张营业"), above.city)
    above.enter(refused, Result.NOT_ADOPTED, days=1)
    above.send(above.draft("县水利局值得关注的三个问题"), above.city)
    with above.store.read() as work:
        return sent_items(work, date(2026, 1, 1), date(2026, 12, 31))


def test_an_item_of_several_carriers_is_one_item(year):
    [one] = hits(year, Side.KIND)
    assert (one.sent, one.adopted, one.refused, one.pending) == (3, 1, 1, 1)
    assert one.points == Decimal(8)
    assert one.words == "3 条采用 1 条，33.3%"


def test_by_carrier_each_sending_counts(year):
    found = {one.name: (one.sent, one.adopted) for one in hits(year, Side.CARRIER)}
    assert found == {"省委信息": (1, 1), "省政府政务专报": (1, 1), "市政府要情快报": (2, 0)}


def test_the_median_of_days_to_the_result_is_told(year):
    assert whole_of(year, Side.CARRIER).days == 3


def test_the_table_ends_with_a_sum_in_which_items_count_once(year):
    table = table_of(hits(year, Side.UNIT), whole_of(year, Side.UNIT), Side.UNIT, "2026年")
    assert table.texts[-1][:7] == ("合计", "3", "1", "0", "1", "1", "33.3%")
    assert table.strong == {len(table.rows) - 1}


def test_titles_are_told_apart_by_length_and_shape():
    assert (length_of("甲镇春耕全面展开"), length_of("云" * 18)) == ("10 字以内", "16—20 字")
    assert shape_of("县水利局三项举措保供水") == "数字概括式"
    assert shape_of("农村饮水安全隐患值得关注") == "问题建议式"


def test_adopted_titles_like_this_one_are_shown(year):
    like = adopted_like(year, "丙镇春耕全面展开")
    assert {one.forwarding.title for one in like} == {"甲镇春耕全面展开"}
    assert adopted_like(year, "县医院引进新设备") == []
