"""The print window: what is wanted is seen, said in words, checked, and remembered."""

from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt

from desk.copies import Copy
from desk.drafts import Secrecy
from desk.layout.grid import PrintSize
from desk.layout.imposition import Imposition
from desk.print_runs import PrintRun
from desk.printing import record_printing, runs_of
from ui.issue import print_window
from ui.issue.print_choices import Choices, remember, remembered
from ui.issue.printing import Printing

# the offscreen platform has no window manager to tell sizes and stacking to
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LONG = "\n".join("全县完成排查任务，整改隐患，建立台账，逐项销号。" * 6 for _ in range(7))


@pytest.fixture
def asked(page, compiled, at_rest):
    """The window on an issue of three pages."""
    compiled("县教育局开展校园安全检查", text=LONG)
    page.feature(Printing).begin()
    at_rest()
    return page.feature(Printing).window


@pytest.fixture
def form(asked):
    return asked.form


@pytest.fixture
def saved(monkeypatch, tmp_path):
    """The file that is chosen when one is asked for."""
    file = tmp_path / "out.pdf"
    monkeypatch.setattr(print_window, "save_path", lambda *_asked: file)
    return file


@pytest.fixture
def drawn(asked, at_rest, qtbot):
    """Wait for the picture of the sheets."""

    def wait():
        qtbot.waitUntil(lambda: not asked._settle.isActive())
        at_rest()

    return wait


def choose(box, value):
    box.setCurrentIndex(box.findData(value))


def texts(path):
    with PdfDocument(path) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def test_the_window_says_what_will_be_printed(asked):
    assert asked.summary.text() == "3 页 × 1 份，双面，共 2 张纸"
    assert asked.windowTitle() == "打印　《政务信息》2026年第1期"


def test_pages_that_are_not_there_are_said_at_their_field(asked, form):
    form.pages.setText("1-4")
    assert "一共只有 3 页" in form.fields["pages"].error
    assert not asked.print_button.isEnabled()
    form.pages.setText("2-3")
    assert form.fields["pages"].error == ""
    assert asked.summary.text().startswith("2 页")


def test_a_booklet_is_turned_over_the_short_edge(asked, form, drawn):
    choose(form.way, Imposition.BOOKLET_A3)
    assert not form.duplex.isEnabled()
    assert asked.summary.text().endswith("小册子（A3 对折），双面，共 1 张 A3 纸")
    drawn()
    assert asked.picture.where.text() == "第 1 张正面，共 1 张"
    assert asked.picture.paper._image.width() > asked.picture.paper._image.height()


def test_the_sheets_can_be_turned(asked, drawn, qtbot):
    drawn()
    assert not asked.picture.back.isEnabled()
    qtbot.mouseClick(asked.picture.on, Qt.MouseButton.LeftButton)
    drawn()
    assert asked.picture.where.text() == "第 1 张反面，共 2 张"


def test_copies_of_a_controlled_publication_have_numbers_at_once(page, office, asked, at_rest):
    controlled = replace(office.publication, controlled=True)
    asked.open_for(page.issue, controlled, page.name)
    at_rest()
    assert asked.form.numbered.isChecked()
    assert "份号 000001—000030" in asked.summary.text()


def test_numbers_need_the_first_page(form):
    form.numbered.setChecked(True)
    form.pages.setText("2-3")
    assert "份号印在第 1 页上" in form.fields["pages"].error


def test_numbers_go_on_after_those_that_were_printed(page, store, office, asked, at_rest):
    done = PrintRun("HP", "1-3", 30, 60, 1, 30)
    record_printing(store, page.issue.id, done, by=office.by)
    with store.begin() as work:
        kept = work.print_runs.of(page.issue.id)[0]
        work.print_runs.add(replace(kept, is_proof=False))
    asked.open_for(page.issue, page.publication, page.name, numbered=True)
    at_rest()
    assert (asked.form.first.value(), asked.form.last.value()) == (31, 31)
    asked.form.first.setValue(30)
    assert "有 1 个号已经印过" in asked.form.fields["numbers"].note
    assert "000001—000030" in asked.runs.item(0).text()


def test_large_print_has_its_own_pages(asked, form, at_rest):
    choose(form.edition_box, PrintSize.LARGEST)
    at_rest()
    assert int(asked.summary.text().split(" ")[0]) > 3


def test_printing_into_a_file_is_recorded_and_said(asked, page, store, at_rest, saved):
    asked.send()
    assert asked.isHidden()
    at_rest()
    assert len(texts(saved)) == 3
    assert [run.printer for run in runs_of(store, page.issue.id)] == ["PDF 文件：out.pdf"]
    assert "已存为 out.pdf：3 页 × 1 份" in page.session.messages.toast._note


def test_numbered_copies_are_saved_with_text_and_recorded(asked, form, page, store, at_rest, saved):
    form.numbered.setChecked(True)
    form.first.setValue(4)
    form.last.setValue(5)
    asked.save()
    at_rest()
    made = texts(saved)
    assert ["编号：000004" in made[0], "编号：000005" in made[4]] == [True, True]
    assert [run.numbers for run in runs_of(store, page.issue.id)] == ["000004—000005"]


def test_a_graded_issue_is_saved_with_each_copy_s_own_watermark(
    page, asked, form, store, at_rest, saved
):
    with store.begin() as work:
        draft = work.drafts.get(page.issue.entries[0].draft_id)
        work.drafts.save(replace(draft, secrecy=Secrecy.INTERNAL))
        work.copies.put([Copy(page.issue.id, 2, "县水利局")])
    asked.open_for(page.issue, page.publication, page.name, numbered=True)
    at_rest()
    form.last.setValue(2)
    assert form.marked.isChecked()
    assert form.fields["marks"].note == "1 个号没有登记发送单位，只印份号"
    assert "加水印" in asked.summary.text()
    asked.save()
    at_rest()
    made = texts(saved)
    first, second = made[:3], made[4:7]
    assert all("内部000001" in side and "县水利局" not in side for side in first)
    assert all("内部000002县水利局" in side for side in second)
    assert "编号：000002" in second[0]
    assert runs_of(store, page.issue.id)[0].way == "双面，长边翻转，加水印"


def test_a_watermark_is_asked_for_by_hand_and_remembered(asked, form, page, at_rest, saved):
    assert not form.marked.isChecked()
    form.marked.setChecked(True)
    asked.save()
    at_rest()
    assert page.session.by().who in texts(saved)[2]
    asked.open_for(page.issue, page.publication, page.name)
    at_rest()
    assert form.marked.isChecked()


def test_a_saved_booklet_without_numbers_is_no_printing(asked, form, page, store, at_rest, saved):
    choose(form.way, Imposition.BOOKLET_A4)
    asked.save()
    at_rest()
    assert len(texts(saved)) == 2
    assert runs_of(store, page.issue.id) == []


def test_choices_are_remembered_for_each_publication(asked, form, page, at_rest, saved):
    choose(form.way, Imposition.TWO)
    choose(form.dpi, 600)
    asked.send()
    at_rest()
    folder, mine = page.session.paths.data, page.publication.id
    kept = remembered(folder, mine)
    assert (kept.way, kept.dpi) == (Imposition.TWO, 600)
    assert remembered(folder, mine + 1) == Choices()


def test_remembered_choices_come_back_as_they_were(tmp_path):
    chosen = Choices("HP", PrintSize.LARGE, Imposition.FOUR, grey=True, numbered=False, marked=True)
    remember(tmp_path, 7, chosen)
    assert remembered(tmp_path, 7) == chosen


def test_an_unreadable_choice_is_as_at_first(tmp_path):
    (tmp_path / "window.ini").write_text("[print-7]\nway=骑马订\ndpi=many\n", "utf-8")
    assert remembered(tmp_path, 7) == Choices()


def test_a_printer_that_is_gone_is_said(page, asked, at_rest):
    folder, mine = page.session.paths.data, page.publication.id
    remember(folder, mine, Choices("三楼的打印机"))
    asked.open_for(page.issue, page.publication, page.name)
    at_rest()
    asked.form.printer.insertItem(0, "别的打印机")
    asked.form.printer.setCurrentIndex(0)
    assert asked.form.fields["printer"].note == "没有找到“三楼的打印机”"


def test_escape_closes_the_window(asked, qtbot):
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert not asked.isVisible()
