"""The office's own layouts of statistics tables are kept, renamed, deleted and brought back."""

from dataclasses import replace

import pytest

from desk.errors import FieldError, NotFoundError
from desk.reports.statistics.layout import Form, Item, Split, Sums, TableLayout
from desk.reports.statistics.layouts import LAYOUTS
from desk.tabulating import delete_layout, layouts, rename_layout, restore_layout, save_layout

OWN = TableLayout(
    "",
    "季度通报表",
    (Item("unit"), Item(text="采用", parts=(Item("adopted", "{本期}"), Item("publications")))),
    form=Form.TRANSPOSED,
    split=Split.APART,
    order="adopted",
    falling=False,
    sums=Sums.BOTH,
    note="共 {单位数} 个单位",
    blank_zeros=True,
)


@pytest.fixture
def saved(office):
    return save_layout(office.store, OWN, by=office.by)


def test_a_layout_comes_back_as_it_was_saved(office, saved):
    own = layouts(office.store)[-1]
    assert own == saved
    assert replace(own, key="", id=0) == OWN
    assert own.key == f"own-{own.id}"


def test_those_delivered_come_first(office, saved):
    assert [one.key for one in layouts(office.store)] == [*LAYOUTS, saved.key]


def test_every_layout_delivered_can_be_saved_as_the_office_s_own(office):
    for one in LAYOUTS.values():
        own = save_layout(office.store, replace(one, name=f"{one.name}（自用）"), by=office.by)
        assert own.items == one.items


def test_a_change_is_kept_under_the_same_number(office, saved):
    changed = save_layout(office.store, replace(saved, items=(Item("unit"),)), by=office.by)
    assert (changed.id, changed.keys) == (saved.id, ("unit",))
    assert len(layouts(office.store)) == len(LAYOUTS) + 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": " "}, "表样没有名称"),
        ({"name": "长" * 41}, "最多 40 个字"),
        ({"name": "季度通报表"}, "已经有叫“季度通报表”的表样"),
        ({"name": LAYOUTS["total"].name}, "已经有叫"),
        ({"name": "空表", "items": ()}, "一栏也没有"),
    ],
)
def test_what_cannot_be_kept_is_told(office, saved, changed, sentence):
    with pytest.raises(FieldError, match=sentence):
        save_layout(office.store, replace(OWN, **changed), by=office.by)


def test_a_renamed_layout_is_put_back_by_what_it_was(office, saved):
    before = rename_layout(office.store, saved.id, "半年通报表", by=office.by)
    assert layouts(office.store)[-1].name == "半年通报表"
    restore_layout(office.store, before, by=office.by)
    assert layouts(office.store)[-1] == saved


def test_a_deleted_layout_comes_back(office, saved):
    gone = delete_layout(office.store, saved.id, by=office.by)
    assert len(layouts(office.store)) == len(LAYOUTS)
    back = restore_layout(office.store, gone, by=office.by)
    assert back.items == saved.items
    with pytest.raises(NotFoundError, match="已经没有了"):
        delete_layout(office.store, saved.id, by=office.by)


def test_the_trail_tells_who_did_what(office, saved):
    rename_layout(office.store, saved.id, "半年表", by=office.by)
    delete_layout(office.store, saved.id, by=office.by)
    with office.store.read() as work:
        told = [(one.action, one.detail) for one in work.audit.records(f"table_layout:{saved.id}")]
    assert sorted(told) == [
        ("保存表样", "季度通报表　3 栏"),
        ("删除表样", "半年表"),
        ("表样改名", "季度通报表 → 半年表"),
    ]
