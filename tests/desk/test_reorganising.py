"""Units renamed and merged: nothing they sent is lost, and their successor is compared with it."""

from dataclasses import replace
from datetime import date

import pytest

from desk import reorganising
from desk.errors import FieldError
from desk.importing.registry import UnitNames
from desk.units import UnitStep, successors

DAY = date(2026, 3, 1)


@pytest.fixture
def units(store):
    def read():
        with store.read() as work:
            return {one.id: one for one in work.registry.units()}

    return read


def found(units, name):
    return UnitNames(units.values()).find(name).id


def test_a_renamed_unit_answers_to_both_names(store, office, units):
    education = office.units[0]
    reorganising.rename(store, education.id, "云岭县教育体育局", "县教体局", DAY, by=office.by)
    assert units()[education.id].name == "云岭县教育体育局"
    for name in ("云岭县教育局", "县教育局", "县教体局", "云岭县教育体育局"):
        assert found(units(), name) == education.id
    (change,) = reorganising.history(store, education.id)
    assert (change.step, change.former, change.day) == (UnitStep.RENAMED, "云岭县教育局", DAY)


def test_the_same_name_again_is_refused(store, office):
    education = office.units[0]
    with pytest.raises(FieldError, match="新名称"):
        reorganising.rename(store, education.id, education.name, "", DAY, by=office.by)


def test_what_a_merged_unit_still_signs_goes_to_its_successor(store, office, units):
    water, education = office.units[1], office.units[0]
    reorganising.merge(store, [water.id], education.id, DAY, by=office.by)
    assert found(units(), "云岭县水利局") == education.id
    gone = units()[water.id]
    assert not gone.active
    assert gone.name == "云岭县水利局（2026年并入县教育局）"
    assert successors(reorganising.history(store, water.id)) == {water.id: education.id}


def test_a_unit_does_not_go_on_as_itself(store, office):
    unit = office.units[0].id
    with pytest.raises(FieldError, match="并入自己"):
        reorganising.merge(store, [unit], unit, DAY, by=office.by)


def test_a_merger_is_taken_back_whole(store, office, units):
    before = units()
    done = reorganising.merge(store, [office.units[1].id], office.units[0].id, DAY, by=office.by)
    reorganising.take_back(store, done, by=office.by)
    assert units() == before
    assert reorganising.history(store, office.units[0].id) == []


def test_successors_are_followed_over_several_mergers(store, office):
    first, second = office.units
    reorganising.merge(store, [second.id], first.id, DAY, by=office.by)
    with store.read() as work:
        changes = work.registry.unit_changes()
    again = [*changes, type(changes[0])(date(2027, 1, 1), UnitStep.MERGED, first.id, into_id=99)]
    assert successors(again) == {second.id: 99, first.id: 99}


def test_units_with_the_longest_names_can_be_merged(store, office, units):
    with store.begin() as work:
        long = work.registry.save_unit(
            replace(office.units[1], name="云岭县" + "长" * 110, short="长" * 40)
        )
    reorganising.merge(store, [long.id], office.units[0].id, DAY, by=office.by)
    assert not units()[long.id].active
    assert found(units(), "长" * 40) == office.units[0].id
