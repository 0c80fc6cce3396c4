"""A list of any length: rows are fetched only where they are seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.lists.windowed_model import WindowedModel

MANY = range(1, 100_001)


class Source:
    """Rows by id, counting what was asked for."""

    def __init__(self, row):
        self.row = row
        self.asked = []
        self.sorted_by = []

    def fetch(self, ids):
        self.asked.extend(ids)
        return [self.row(f"稿件{one}", one) for one in ids]

    def on_sort(self, key, descending):
        self.sorted_by.append((key, descending))


@pytest.fixture
def source(row):
    return Source(row)


@pytest.fixture
def model(columns, source):
    made = WindowedModel(columns, source.fetch, source.on_sort)
    made.set_ids(MANY)
    return made


def test_the_model_keeps_the_rules_of_qt(model):
    model.set_ids(range(1, 1001))  # all are looked at
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.forget()
    model.set_ids([3, 1, 2])
    model.set_ids([])


def test_a_hundred_thousand_rows_fetch_only_what_is_seen(model, source):
    assert model.rowCount() == 100_000
    assert model.index(99_999, 0).data() == "稿件100000"
    assert len(source.asked) < 200


def test_a_row_seen_twice_is_fetched_once(model, source):
    model.index(5, 0).data()
    model.index(5, 1).data()
    assert source.asked.count(6) == 1


def test_walking_the_whole_list_keeps_few_rows_in_memory(model):
    for number in range(0, 100_000, 100):
        model.row(number)
    assert sum(len(rows) for rows in model._pages.values()) < 10_000


def test_forgotten_rows_are_fetched_anew(model, source):
    model.row(0)
    model.forget()
    model.row(0)
    assert source.asked.count(1) == 2


def test_an_id_is_found_by_its_place_and_back(model):
    assert model.position(500) == 499
    assert model.id_at(499) == 500
    assert model.position(100_001) == -1


def test_sorting_is_left_to_who_knows_all_rows(model, source):
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.sort(-1)
    assert source.sorted_by == [("count", True)]


def test_every_row_is_exported_in_order(model):
    texts = list(model.texts())
    assert len(texts) == 100_000
    assert texts[0] == ("稿件1", "1")
    assert texts[-1] == ("稿件100000", "100000")


def test_the_rest_follows_behind_the_first_rows(model):
    model.set_ids([])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_ids(range(1, 201))
    assert model.index(199, 0).data() == "稿件200"
    model.complete(range(1, 1001))
    assert model.rowCount() == 1000
    assert model.index(200, 0).data() == "稿件201"


def test_other_rows_take_the_place_of_the_first(model):
    model.set_ids([1, 2, 3])
    model.complete([5, 6, 7, 8])
    assert [model.index(row, 0).data() for row in range(4)] == ["稿件5", "稿件6", "稿件7", "稿件8"]
