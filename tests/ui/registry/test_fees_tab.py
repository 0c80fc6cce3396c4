"""Fee classes: five to begin with, changed, refused, removed, each with a way back."""

import pytest

from desk.fee_classes import FIVE
from ui.registry.fees_tab import FeesTab


@pytest.fixture
def tab(page):
    page.show_target("稿酬")
    return page.tab(FeesTab)


@pytest.fixture
def kept(store):
    def kept():
        with store.read() as work:
            return work.fees.classes()

    return kept


@pytest.fixture
def five(tab, settled):
    tab.give()
    settled()
    tab.view.choose(2)
    return tab


def test_five_classes_are_there_by_one_button(five, kept):
    assert [one.name for one in kept()] == [one.name for one in FIVE]
    assert five.model.texts_of(five.model.row(3))[:3] == ("四类稿", "250 以上", "5–10 元")


def test_setting_five_can_be_taken_back(five, kept, undo):
    undo()
    assert kept() == []


def test_an_amount_is_changed_exactly_and_back(five, kept, settled, undo):
    five.form.amount.setText("62.50")
    five.save()
    settled()
    assert next(one for one in kept() if one.name == "三类稿").yuan == "62.50 元"
    undo()
    assert next(one for one in kept() if one.name == "三类稿").yuan == "60 元"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("amount", "六十", "不是金额"),
        ("amount", "-5", "不是金额"),
        ("amount", "1.234", "不是金额"),
        ("amount", "", "没有写稿酬"),
        ("longest", "100", "少于最少"),
        ("least", "70", "多于"),
        ("shortest", "很多", "不是整数"),
        ("name", "一类稿", "已经有"),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(field, typed, said, five, kept, settled):
    before = kept()
    getattr(five.form, field).setText(typed)
    five.save()
    settled()
    assert said in five.form.fields[field].error
    assert kept() == before


def test_a_class_limited_to_kinds_is_asked_before_one_for_all(five, kept, settled):
    five.start_new()
    five.form.name.setText("三类调研")
    five.form.shortest.setText("500")
    five.form.amount.setText("80元")
    next(iter(five.form.kinds.values())).setChecked(True)
    five.save()
    settled()
    assert [one.name for one in kept()][2:4] == ["三类调研", "三类稿"]


def test_a_class_is_removed_and_brought_back(five, kept, settled, undo):
    five.form.delete_button.click()
    settled()
    assert "三类稿" not in [one.name for one in kept()]
    undo()
    assert [one.name for one in kept()] == [one.name for one in FIVE]
