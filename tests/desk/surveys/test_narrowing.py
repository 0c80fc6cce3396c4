"""A survey of one group."""

from desk.surveys.narrowing import narrowed


def test_a_survey_of_a_group_holds_its_units_in_every_table(surveyed):
    whole = surveyed("60")
    group = whole.groups[1].group
    held = narrowed(whole, group.id)
    names = [one.unit.name for one in whole.groups[1].units]
    assert [one.unit.name for one in held.units] == names
    for table in (held.table, held.so_far, held.before, held.year_ago):
        assert {one.unit.name for one in table.units} == set(names)


def test_what_is_not_of_units_stays_as_it_is(surveyed):
    whole = surveyed("60")
    held = narrowed(whole, whole.groups[0].group.id)
    assert (held.stretch, held.closing, held.own) == (whole.stretch, whole.closing, whole.own)
    assert held.table.pace == whole.table.pace
