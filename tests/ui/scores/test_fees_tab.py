"""稿酬 in the window: proposals, the form, paying, undo, files."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from desk.facts import Fact, FactKind, Particulars
from desk.fee_classes import FIVE
from desk.payments.fee import FeeState
from ui.scores import fees_tab
from ui.scores.fees_tab import FeesTab

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows of their own
ROWS = (("水库巡查", 600), ("春耕备耕", 1200), ("校园安全", None))


@pytest.fixture
def tab(page, office, store, qtbot, at_rest):
    unit, publication = office.units[0].id, office.publication.id
    with store.begin() as work:
        work.fees.replace(FIVE)
        work.ledger.add(
            Fact(
                FactKind.ADOPTION, date(2026, 7, 3 + at), unit, title, f"hand:{at}",
                publication_id=publication,
                particulars=Particulars(words=words, people=("李强", "王芳")),
            )
            for at, (title, words) in enumerate(ROWS)
        )  # fmt: skip
    page.days.show_days(date(2026, 7, 1), date(2026, 7, 5))
    page.show_target("稿酬")
    found = page.tab(FeesTab)
    page.refresh()
    at_rest()
    qtbot.waitUntil(lambda: len(found.model.rows) == 3)
    return found


def states(tab):
    return {row.title: (row.state, row.total) for row in tab.model.all_rows}


def test_what_is_sure_is_confirmed_in_one_step_and_undone(tab, at_rest):
    tab.view.select([0, 1, 2])
    tab.confirm_button.click()
    at_rest()
    assert states(tab) == {
        "水库巡查": (FeeState.CONFIRMED, Decimal(60)),
        "春耕备耕": (FeeState.CONFIRMED, Decimal(150)),
        "校园安全": (FeeState.PROPOSED, Decimal(0)),
    }
    assert "待核定 1 篇　已核定 2 篇 210 元" in tab.told.text()
    tab.session.messages.toast._undo.click()
    at_rest()
    assert {state for state, _ in states(tab).values()} == {FeeState.PROPOSED}


def test_the_form_decides_what_the_length_does_not_say(tab, at_rest):
    tab.view.choose(2)
    form = tab.form
    form.choice.setCurrentIndex(form.choice.findData("二类稿"))
    form.choice.activated.emit(form.choice.currentIndex())
    form.times.setText("1.5")
    assert form.sum.text() == "150 元 × 1.5（核定时改） ＝ 225 元"
    tab.save()
    at_rest()
    assert states(tab)["校园安全"] == (FeeState.CONFIRMED, Decimal(225))


def test_a_wrong_amount_is_said_at_its_field(tab):
    tab.view.choose(0)
    tab.form.times.setText("很多")
    tab.save()
    assert "不是倍数" in tab.form.fields["times"].error


def test_paying_asks_once_and_marks_what_is_confirmed(tab, at_rest):
    tab.view.select([0, 1])
    tab.confirm()
    at_rest()
    tab.pay_button.click()
    assert "2 篇、210 元标记为 2026-07-15 已发" in tab.strip.text
    tab.strip.buttons[0].click()
    at_rest()
    assert "已发 2 篇 210 元" in tab.told.text()


def test_a_refusal_wants_a_reason(tab, at_rest):
    tab.view.choose(0)
    tab.form.refuse_button.click()
    tab.strip.reason.setCurrentText("转载稿")
    tab.strip.buttons[0].click()
    at_rest()
    assert states(tab)["水库巡查"] == (FeeState.REFUSED, Decimal(0))


def test_the_sheet_has_a_line_to_sign_for_everybody(tab, at_rest, tmp_path, monkeypatch):
    tab.view.select([0, 1])
    tab.confirm()
    at_rest()
    path = tmp_path / "稿酬单.xlsx"
    monkeypatch.setattr(fees_tab, "save_path", lambda *_args: path)
    tab.export()
    at_rest()
    book = load_workbook(path)
    assert book.sheetnames == ["按人", "按单位", "逐篇"]
    cells = [[cell.value for cell in row] for row in book["按人"].iter_rows()]
    assert [row[2:5] for row in cells if row[2] in ("李强", "王芳")] == [
        ["李强", 2, 105], ["王芳", 2, 105],
    ]  # fmt: skip
    assert any("签　　　　　名" in row for row in cells)


def test_rules_are_kept_and_change_the_proposals(tab, office, at_rest):
    tab.rules_button.click()
    window = tab.rules_window
    window.budget.setText("200")
    window.sharing.setCurrentText("归第一作者")
    window.must_in[office.publication.id].setChecked(True)
    window.save()
    at_rest()
    assert replace(tab._rules, budgets=()).must_in == (office.publication.id,)
    tab.view.select([0, 1])
    tab.confirm()
    at_rest()
    assert "▲ 超 10 元" in tab.told.text()
