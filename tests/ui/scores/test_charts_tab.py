"""图表: pages drawn beside the work, told by mouse and keys, copied, kept and printed."""

from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desk.reports.charts.chart import Paper
from ui.scores.board_tab import BoardTab
from ui.scores.charts_tab import ChartsTab
from ui.scores.tab import ScoresTab


@pytest.fixture
def charts(page, at_rest):
    page.show_target(ChartsTab.title)
    at_rest()
    made = page.tab(ChartsTab)
    made.list.choose("bullet")
    at_rest()
    return made


@pytest.fixture
def many(charts, surveyed, at_rest):
    """The tab on an office of two hundred units: its charts have several pages."""
    charts.show_survey(surveyed("200"))
    at_rest()
    return charts


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """Where the next dialogs save to."""
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda _parent, _title, path, *_: (path, "")
    )
    monkeypatch.setattr("ui.style.documents_folder", lambda: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    return tmp_path


def choose_paper(charts, paper, at_rest):
    at = charts.bar.paper.findData(paper.name)
    charts.bar.paper.setCurrentIndex(at)
    charts.bar.paper.activated.emit(at)
    at_rest()


def export(page, words):
    next(one for one in page.export_menu.actions() if one.text() == words).trigger()


def press(qtbot, charts, *keys):
    charts.view.setFocus()
    for key in keys:
        qtbot.keyClick(charts.view, key)


def test_the_list_tells_what_each_chart_answers(charts):
    assert charts.list.count() == len(charts.list.charts)
    assert all(chart.question for chart in charts.list.charts)


def test_a_page_is_drawn_as_sharp_as_the_screen(charts, qtbot):
    canvas = charts.view.canvas
    qtbot.waitUntil(lambda: canvas.image.width() == canvas.wanted_px)
    assert canvas.words == ""


def test_while_it_is_drawn_the_tab_says_so(charts, at_rest):
    charts.view.fit(200)
    assert charts.view.canvas.words == "正在画……"
    at_rest()
    assert charts.view.canvas.image.width() == charts.view.canvas.wanted_px
    assert charts.view.percent == 200


def test_another_paper_gives_pages_of_its_shape(charts, at_rest):
    choose_paper(charts, Paper.UPRIGHT, at_rest)
    sheet = charts.view.canvas.page.sheet
    assert (sheet.width, sheet.height) == (210, 297)


def test_the_paper_is_remembered(charts, at_rest, page):
    choose_paper(charts, Paper.WIDE, at_rest)
    assert ChartsTab(page).bar.chosen is Paper.WIDE


def test_tab_tells_one_figure_after_the_other(charts, qtbot):
    first, second, *_ = charts.view.canvas.spots
    press(qtbot, charts, Qt.Key.Key_Tab)
    assert charts.view.canvas.tag.text() == first.text
    press(qtbot, charts, Qt.Key.Key_Tab)
    assert charts.view.canvas.tag.text() == second.text
    press(qtbot, charts, Qt.Key.Key_Backtab)
    assert charts.view.canvas.spot is first


def test_an_arrow_goes_to_the_figure_in_that_direction(charts, qtbot):
    press(qtbot, charts, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert "县水利局" in charts.view.canvas.tag.text()
    press(qtbot, charts, Qt.Key.Key_Up)
    assert "县教育局" in charts.view.canvas.tag.text()


def test_the_mouse_over_a_bar_tells_the_full_name_and_the_points(charts, qtbot):
    place = charts.view.spot_place(0)
    qtbot.mouseMove(charts.view.canvas, place)
    assert "云岭县教育局：得6.5分" in charts.view.canvas.tag.text()


def test_enter_shows_the_lines_behind_a_figure(charts, page, qtbot, at_rest):
    press(qtbot, charts, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    at_rest()
    assert page.current is page.tab(BoardTab)
    assert "云岭县教育局" in page.tab(BoardTab).lines.title.text()


def test_a_click_shows_the_lines_behind_a_figure(charts, page, qtbot, at_rest):
    qtbot.mouseClick(charts.view.canvas, Qt.MouseButton.LeftButton, pos=charts.view.spot_place(1))
    at_rest()
    assert "云岭县水利局" in page.tab(BoardTab).lines.title.text()


def test_words_in_the_filter_frame_the_units_they_name(charts, page):
    page.search.setText("水利")
    canvas = charts.view.canvas
    assert ["水利" in canvas.spots[at].text for at in canvas.marked] == [True]


def test_the_chart_follows_the_period(charts, page, at_rest):
    page.days.show_days(date(2026, 3, 1), date(2026, 3, 31))
    page.refresh()
    at_rest()
    assert "得5分" in charts.view.canvas.spots[0].text


def test_page_keys_turn_the_pages(many, qtbot, at_rest):
    last = len(many.view.pages) - 1
    assert last >= 2
    press(qtbot, many, Qt.Key.Key_PageDown)
    assert (many.view.at, many.bar.place.text()) == (1, f"第2页，共{last + 1}页")
    press(qtbot, many, Qt.Key.Key_End)
    assert many.view.at == last
    press(qtbot, many, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_PageUp)
    assert many.view.at == 0
    at_rest()


def test_the_clipboard_holds_the_page_at_two_hundred_dots_an_inch(charts, at_rest, session):
    charts.copy()
    at_rest()
    image = QGuiApplication.clipboard().image()
    assert image.width() == round(297 / 25.4 * 200)
    assert "已复制" in session.messages.toast.text


def test_a_chart_of_one_page_is_kept_as_one_picture(charts, page, folder, at_rest):
    export(page, "本图（PNG 图片）")
    at_rest()
    (path,) = folder.glob("*.png")
    assert path.name.endswith("目标完成情况图.png")
    assert path.read_bytes().startswith(b"\x89PNG")


def test_the_pages_of_a_chart_are_numbered_pictures(many, page, folder, at_rest):
    export(page, "本图（SVG 图形）")
    at_rest()
    names = sorted(path.name for path in folder.glob("*.svg"))
    assert names == [f"2026Q3 目标完成情况图-{at + 1}.svg" for at in range(len(many.view.pages))]


def test_the_pages_of_a_chart_are_one_pdf(many, page, folder, at_rest):
    export(page, "本图（PDF 文件）")
    at_rest()
    with pypdfium2.PdfDocument(folder / "2026Q3 目标完成情况图.pdf") as document:
        assert len(document) == len(many.view.pages)


def test_all_charts_go_into_a_folder(charts, page, folder, at_rest, session):
    charts.bar.dpi.setCurrentIndex(0)
    export(page, "全部图（PNG 图片）")
    at_rest()
    kept = {path.name for path in folder.glob("*.png")}
    assert all(any(chart.title in name for name in kept) for chart in charts.list.charts)
    assert "已存为" in session.messages.toast.text


# the offscreen platform has no window manager to tell sizes to
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_files_of_other_names_are_not_replaced_unasked(many, page, folder, at_rest, answer):
    there = folder / "2026Q3 目标完成情况图-2.svg"
    there.write_text("旧")
    said = answer("取消")
    export(page, "本图（SVG 图形）")
    at_rest()
    assert there.name in "".join(said)
    assert there.read_text() == "旧"


@pytest.mark.parametrize(
    ("paper", "across"), [(Paper.UPRIGHT, False), (Paper.ACROSS, True), (Paper.WIDE, True)]
)
def test_a_chart_is_printed_the_way_its_paper_lies(charts, monkeypatch, at_rest, paper, across):
    sent = []
    monkeypatch.setattr(
        ScoresTab, "send_to_printer", lambda _tab, pdf, *, landscape: sent.append((pdf, landscape))
    )
    choose_paper(charts, paper, at_rest)
    charts.print_out()
    at_rest()
    ((pdf, landscape),) = sent
    with pypdfium2.PdfDocument(pdf) as document:
        width, height = document[0].get_size()
    assert landscape is across
    assert (width > height, round(max(width, height))) == (across, 842)


def test_a_group_narrows_charts_and_is_named_in_files(many, page, surveyed, at_rest):
    chosen = surveyed("200").groups[1]
    page.group.show_groups(one.group for one in surveyed("200").groups)
    page.group.setCurrentIndex(2)
    at_rest()
    led = {spot.unit_id for one in many.view.pages for spot in one.spots if spot.unit_id}
    assert led == {one.unit.id for one in chosen.units}
    assert many.label == f"2026Q3 {chosen.group.name}"
