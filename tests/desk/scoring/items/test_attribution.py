from desk.scoring.clauses.items import Attribution, Credit, Repeat


def test_a_reporting_points_score_goes_to_its_county(reckon, adopted, asking):
    rows = [Attribution(target="云岭县财政局", when=asking(分组="乡镇"))]
    (event,) = reckon(rows, adopted(unit_id=3))
    assert event.unit_id == 1
    assert [(line.unit_id, line.points) for line in event.lines] == [(1, 4)]


def test_both_may_have_it(reckon, adopted, asking):
    rows = [Attribution(target="云岭县财政局", credit=Credit.BOTH, when=asking(分组="乡镇"))]
    found = reckon(rows, adopted(unit_id=3))
    assert {event.unit_id: event.lines[0].points for event in found} == {1: 4, 3: 4}
    assert [event.weight for event in found] == [1, 1]


def test_items_stay_those_of_the_unit_that_sent_them(points, adopted, asking):
    rows = [Attribution(target="云岭县财政局", when=asking(分组="乡镇")), Repeat()]
    assert points(rows, adopted(1, 3), adopted(4, 5, unit_id=3)) == [4, 10]


def test_a_unit_nobody_knows_gets_nothing(reckon, adopted):
    (event,) = reckon([Attribution(target="没有的单位")], adopted())
    assert event.unit_id == 1
