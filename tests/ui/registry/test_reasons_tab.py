"""Reasons: worded, ordered, put out of use, never lost."""

import pytest

from desk.drafts import Status
from desk.starting import complete
from ui.registry.reasons_tab import ReasonsTab


@pytest.fixture
def tab(page, office):
    complete(office.store, by=office.by)
    page.show_target("理由")
    page.refresh()
    page.tab(ReasonsTab).view.choose(0)
    return page.tab(ReasonsTab)


@pytest.fixture
def stored(store):
    """The reasons of one decision by code, in their order."""

    def read(decision=Status.RETURNED):
        with store.read() as work:
            found = [one for one in work.lists.reasons() if one.decision is decision]
        return {one.code: one for one in found}

    return read


def codes(tab):
    return [row.code for row in tab.model.rows]


def test_reasons_stand_by_decision_in_the_order_they_are_offered(tab):
    assert codes(tab)[:2] == ["T01", "T02"]
    assert codes(tab)[-1] == "C04"


def test_one_decision_is_listed_alone(tab):
    tab.decision.setCurrentText("存查")
    assert codes(tab) == ["C01", "C02", "C03", "C04"]


def test_a_new_reason_is_numbered_by_the_program(tab, stored, settled):
    tab.start_new()
    tab.form.text.setText("缺少联系电话")
    tab.form.advice.setPlainText("请写明联系人和电话。")
    tab.save()
    settled()
    assert stored()["T51"].advice == "请写明联系人和电话。"
    assert tab.form.heading.text() == "T51　缺少联系电话"


def test_the_decision_of_a_reason_is_for_ever(tab):
    assert not tab.form.decision.isEnabled()
    tab.start_new()
    assert tab.form.decision.isEnabled()


def test_a_reworded_reason_can_be_worded_back(tab, stored, settled, undo):
    tab.form.text.setText("缺要素")
    tab.save()
    settled()
    assert stored()["T01"].text == "缺要素"
    undo()
    assert stored()["T01"].text == "要素不全"


def test_a_reason_moves_inside_its_decision_only(tab, stored, settled):
    tab.form.down.click()
    settled()
    assert list(stored())[:2] == ["T02", "T01"]
    tab.view.choose(codes(tab).index("B01"))
    settled()
    tab.form.up.click()
    settled()
    assert next(iter(stored(Status.REJECTED))) == "B01"


def test_a_reason_out_of_use_says_so(tab, settled):
    tab.form.active.setChecked(False)
    tab.save()
    settled()
    assert tab.model.texts_of(tab.model.row(0))[-1] == "○ 停用"


def test_a_doubled_reason_is_refused_at_its_field(tab, settled):
    tab.form.text.setText("题文不符")
    tab.save()
    settled()
    assert "T02" in tab.form.fields["text"].error
