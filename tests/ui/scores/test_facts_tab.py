"""登记事项: book, correct, take back, undo, and go to what is behind a fact."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.facts import FactKind
from ui.scores.facts_tab import FactsTab


@pytest.fixture
def tab(page, at_rest):
    page.show_target("登记事项")
    at_rest()
    return page.tab(FactsTab)


@pytest.fixture
def typed(tab, at_rest):
    """Book an instruction by the form."""

    def act(title: str = "校园安全检查", units: str = "县水利局") -> None:
        tab.begin()
        form = tab.form
        form.kind.setCurrentText("批示")
        form.title.setText(title)
        form.units.setText(units)
        form.level.setCurrentText("市级")
        form.rank.setCurrentText("主要领导")
        form.saving.emit()
        at_rest()

    return act


def kinds(tab) -> list[str]:
    return [row.fact.kind.value for row in tab.model.rows]


def test_a_fact_is_booked_by_the_form_and_undone_from_its_note(tab, typed, at_rest):
    typed()
    assert kinds(tab)[0] == "批示"
    row = tab._row()
    assert (row.unit_name, row.origin, row.fact.by, row.told) == (
        "县水利局",
        "手工登记",
        "王敏",
        "市级　主要领导",
    )
    assert tab.form.isHidden()
    tab.session.messages.toast._on_undo()
    at_rest()
    assert "批示" not in kinds(tab)


def test_only_what_the_kind_can_say_is_asked(tab):
    tab.begin()
    shown = {}
    for kind in ("批示", "调整", "紧急"):
        tab.form.kind.setCurrentText(kind)
        shown[kind] = {name for name, one in tab.form.fields.items() if not one.isHidden()}
    assert {"level", "rank", "tone"} <= shown["批示"]
    assert shown["调整"] == {"kind", "day", "title", "unit_ids", "note", "value", "approver"}
    assert {"outcome", "started", "ended", "late"} <= shown["紧急"]
    assert tab.form.fields["note"].label == "说明（核定分要写理由）"


def test_what_is_missing_is_said_at_its_field(tab, at_rest):
    tab.begin()
    tab.form.kind.setCurrentText("调整")
    tab.form.units.setText("县水利局")
    tab.form.line("value").setText("五分")
    tab.form.saving.emit()
    assert "不是数" in tab.form.fields["value"].error
    tab.form.line("value").setText("-2.5")
    tab.form.saving.emit()
    at_rest()
    assert "要写明理由" in tab.form.fields["note"].error
    tab.form.line("note").setText("迟报")
    tab.form.line("approver").setText("李国华")
    tab.form.saving.emit()
    at_rest()
    assert tab._row().fact.particulars.value == Decimal("-2.5")


def test_taking_back_asks_for_a_reason_and_keeps_both_records(tab, typed, at_rest):
    typed()
    tab.back_button.click()
    tab.strip.reason.setCurrentText("单位登错")
    tab.strip.buttons[0].click()
    at_rest()
    assert kinds(tab)[:2] == ["冲销", "批示"]
    assert tab.model.rows[1].state.startswith("已收回")
    tab.session.messages.toast._on_undo()
    at_rest()
    assert kinds(tab)[0] == "批示"


def test_correcting_shows_what_was_booked_and_books_it_anew(tab, typed, at_rest):
    typed()
    tab.correct_button.click()
    at_rest()
    form = tab.form
    assert (form.title.text(), form.units.text(), form.level.currentText()) == (
        "校园安全检查",
        "县水利局",
        "市级",
    )
    form.level.setCurrentText("省级")
    form.saving.emit()
    at_rest()
    assert "要写明理由" in form.fields["reason"].error
    form.reason.setText("级别写错")
    form.saving.emit()
    at_rest()
    assert kinds(tab)[:3] == ["批示", "冲销", "批示"]
    assert tab.model.rows[0].fact.particulars.level == "省级"


def test_what_was_printed_or_received_cannot_be_taken_back_here(tab, store, office, at_rest):
    with store.begin() as work:
        fact = work.ledger.get([1])[0]
        work.ledger.add([replace(fact, source="issue:1")])
        wanted = work.ledger.last_id()
    tab.show_days()
    at_rest()
    tab.show_target(f"fact:{wanted}")
    assert not tab.back_button.isEnabled()


def test_the_list_is_narrowed_by_kind_words_and_group(tab, typed, page, at_rest):
    typed()
    tab.kind.setCurrentText("批示")
    tab.narrow()
    assert kinds(tab) == ["批示"]
    page.search.setText("没有")
    assert (kinds(tab), tab.count.text()) == ([], "0 件")


def test_a_title_can_be_that_of_a_draft(tab, office, at_rest, qtbot):
    draft = office.draft("关于防汛准备的报告")
    tab.begin()
    tab.form.title.setText("防汛")
    tab.form.title._ask()
    at_rest()
    tab.form.title._take(tab.form.title._model.index(0, 0))
    assert tab.form.value().item_id == draft.id
    assert "得分记在这篇稿件上" in tab.form.fields["title"].note
    tab.form.kind.setCurrentText(FactKind.INSTRUCTION)
    tab.form.level.setCurrentText("市级")
    tab.form.saving.emit()
    at_rest()
    with qtbot.waitSignal(tab.session.requested) as asked:
        tab.view.opened.emit(0)
    assert asked.args == ["life", draft.id]


def test_a_fact_of_another_day_is_found_by_its_days(tab, page, at_rest):
    assert [row.fact.day for row in tab.model.rows] == [date(2026, 7, 6), date(2026, 3, 9)]


def test_what_is_half_typed_is_not_lost_to_another_entry(tab, session, at_rest):
    tab.begin()
    tab.form.title.setText("写到一半")
    tab.begin()
    assert tab.form.title.text() == "写到一半"
    assert "还没有登记" in session.messages.toast.text
