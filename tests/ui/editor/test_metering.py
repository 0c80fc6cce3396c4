"""Beneath the text stand its figures beside the limits of the section it is meant for."""

from decimal import Decimal

import pytest

from desk.fees import FeeClass
from desk.publications import Limits, Publication, Section
from ui.editor.carrier_box import Carrier

SENTENCE = "全县建成高标准农田二万亩，惠及十二个村。"


@pytest.fixture
def publication(store):
    with store.begin() as work:
        work.fees.replace(
            [FeeClass("五类", 1, 249, Decimal(5)), FeeClass("四类", 250, 0, Decimal(10))]
        )
        section = Section("信息", limits=Limits(shortest=100, longest=200))
        return work.catalogue.save_publication(
            Publication("政务信息", (section,), template="zhengwu")
        )


@pytest.fixture
def measured(page, add, publication, qtbot, settled):
    """The page with a text of so many sentences, measured for the section."""

    def measured(times):
        page.show_target(add("农田建设", SENTENCE * times).id)
        page.side.findings.carrier.picked.emit(Carrier(publication.id, publication.sections[0].id))
        page.inspector.check()
        return page.middle.figures

    return measured


@pytest.mark.parametrize(
    ("times", "said"),
    [(4, "▼ 80／100–200 字 差 20"), (6, "✓ 120／100–200 字 合适"), (11, "▲ 220／100–200 字 超 20")],
)
def test_the_length_stands_beside_its_limits_with_shape_and_word(measured, times, said):
    assert measured(times).labels["characters"].text() == said


def test_lines_and_share_come_from_the_real_layout(measured, qtbot):
    bar = measured(6)
    qtbot.waitUntil(lambda: "行，占" in bar.labels["lines"].text())
    assert "每页 22 行" in bar.toolTip()
    assert "《政务信息》" in bar.toolTip()


def test_the_fee_class_follows_the_length(measured):
    assert measured(6).labels["fee"].text() == "五类 5 元"
    assert measured(20).labels["fee"].text() == "四类 10 元"


def test_a_click_selects_the_longest_sentence(page, add, publication):
    page.show_target(add("农田建设", "短句。" + SENTENCE + "又一句。").id)
    page.inspector.check()
    page.middle.figures.labels["longest"].click()
    assert page.middle.text.textCursor().selectedText() == SENTENCE


def test_where_room_is_short_the_least_needed_figures_go_and_the_tooltip_has_all(measured):
    bar = measured(6)
    bar.resize(190, 24)
    assert not bar.labels["characters"].isHidden()
    assert bar.labels["words"].isHidden()
    assert "不计标点" in bar.toolTip()


def test_a_publication_without_limits_shows_the_bare_length(page, add):
    page.show_target(add("农田建设", SENTENCE).id)
    page.inspector.check()
    assert page.middle.figures.labels["characters"].text() == "20 字"
