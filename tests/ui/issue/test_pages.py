"""What the page shows of the printed issue, and what stands against releasing it."""

from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtWidgets import QFileDialog

from desk.body import plain
from desk.drafts import Revision, Status
from desk.issues import IssueStatus
from desk.releasing import reprint
from ui.issue.printing import Printing
from ui.issue.releasing import Releasing
from ui.issue.remarking import Remarking
from ui.issue.saving import Saving
from ui.session import Topic

LONG = "\n".join(
    f"第{number}段，全县完成排查任务{number}项，整改隐患{number}处。" * 4 for number in range(1, 30)
)

# the offscreen platform has no window manager to tell the size of a dialog
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def remarks_of(page):
    return [
        page.feature(Remarking).list.item(at).text()
        for at in range(page.feature(Remarking).list.count())
    ]


def words_of(pdf):
    with PdfDocument(pdf) as document:
        texts = [one.get_textpage().get_text_bounded() for one in document]
    return "".join("".join(texts).split())


@pytest.fixture
def released(page, compiled, at_rest):
    """A released issue with two entries, and its pages from before."""
    compiled("县教育局开展校园安全检查", "县水利局加固病险水库")
    before = page.shown.pdf
    page.feature(Releasing).release_now()
    at_rest()
    return before


def test_the_preview_is_what_will_be_printed(page, compiled):
    compiled("县教育局开展校园安全检查")
    with PdfDocument(page.shown.pdf) as document:
        assert page.shown.count == len(document)
    assert f"本期 {page.shown.count} 页" in page.meter.text()
    assert "县教育局开展校园安全检查" in words_of(page.shown.pdf)


def test_moving_an_entry_moves_it_in_print(page, compiled, at_rest):
    drafts = compiled("县教育局开展校园安全检查", "县水利局加固病险水库")
    page.tree.choose(drafts[1].id)
    page.tree.move_current(-1)
    at_rest()
    printed = words_of(page.shown.pdf)
    assert printed.rindex("加固病险水库") < printed.rindex("开展校园安全检查")


def test_choosing_an_entry_brings_its_page_into_view(page, compiled):
    drafts = compiled("长稿", "县水利局加固病险水库", text=LONG)
    page.tree.choose(drafts[0].id)
    top = page.preview.verticalScrollBar().value()
    page.tree.choose(drafts[1].id)
    number = page.shown.starts[str(drafts[1].id)]
    assert number > page.shown.starts[str(drafts[0].id)]
    assert page.preview.verticalScrollBar().value() > top
    view = page.preview.viewport().rect().translated(0, page.preview.verticalScrollBar().value())
    assert view.intersects(page.preview.pages.page_rect(number - 1))


def test_the_preview_keeps_its_place_while_the_issue_changes(page, compiled, at_rest):
    drafts = compiled("长稿", "县水利局加固病险水库", text=LONG)
    page.tree.choose(drafts[0].id)
    page.preview.verticalScrollBar().setValue(300)
    page.refresh()
    at_rest()
    assert page.tree.current_draft() == drafts[0].id
    assert page.preview.verticalScrollBar().value() == 300


def test_a_clean_issue_is_said_to_be_clean(page, compiled):
    compiled("县教育局开展校园安全检查")
    assert remarks_of(page) == ["印发前检查：没有问题"]


def test_open_faults_and_missing_units_are_named(page, compiled):
    compiled("县教育局开展校园安全检查", text="县教育局组织检查组,对全县学校开展检查.", unit_ids=())
    said = "\n".join(remarks_of(page))
    assert "“县教育局开展校园安全检查”没有供稿单位" in said
    assert "“县教育局开展校园安全检查”还有 2 处差错没有处理" in said


def test_a_remark_leads_to_its_draft(page, compiled, session, qtbot):
    drafts = compiled("县教育局开展校园安全检查", unit_ids=())
    with qtbot.waitSignal(session.requested) as asked:
        found = page.feature(Remarking).list
        found.itemActivated.emit(found.item(0))
    assert asked.args == ["editor", drafts[0].id]


def test_an_empty_issue_says_so(page, office, at_rest):
    page.new_issue(office.publication.id)
    at_rest()
    assert remarks_of(page) == ["这一期还没有条目"]


def test_releasing_freezes_the_issue(page, released, stored):
    assert stored().status is IssueStatus.RELEASED
    frozen = (page.add_button, page.feature(Releasing).button)
    edited = (page.bar.number, page.bar.total, page.bar.day)
    assert not any(widget.isEnabled() for widget in (*frozen, *edited))
    page.tree.remove_current()
    page.tree.move_current(1)
    assert page.tree.entries() == list(stored().entries)
    assert "已印发" in page.bar.state.text()
    assert page.feature(Printing).button.text() == "重印"


def test_a_reprint_shows_what_was_released(page, released, store):
    assert page.shown.pdf == reprint(store, page.issue.id)[0]
    assert words_of(page.shown.pdf) == words_of(released)


def test_what_changes_after_the_release_changes_no_page(page, released, store, office, at_rest):
    frozen = page.shown.pdf
    with store.begin() as work:
        draft = work.drafts.get(page.issue.entries[0].draft_id)
        work.registry.save_unit(type(office.units[0])("改名局", "改名局", 1, id=office.units[0].id))
        assert draft.status is Status.RELEASED
    page.refresh()
    at_rest()
    assert page.shown.pdf == frozen


@pytest.fixture
def asked(page, answer, at_rest, qtbot):
    """What is asked before the release, which then does not come."""

    def press():
        at_rest()
        said = answer("取消")
        page.feature(Releasing).button.click()
        qtbot.waitUntil(lambda: bool(said))
        return said

    return press


def test_releasing_asks_first(compiled, asked, stored):
    compiled("县教育局开展校园安全检查")
    assert "印发《政务信息》2026年第1期" in asked()
    assert stored().status is IssueStatus.OPEN


def test_a_draft_without_a_unit_stops_the_release_in_words(
    page, compiled, at_rest, session, stored
):
    compiled("县教育局开展校园安全检查", unit_ids=())
    page.feature(Releasing).release_now()
    at_rest()
    assert "没有供稿单位" in session.messages.banner.text
    assert stored().status is IssueStatus.OPEN


def test_an_edited_draft_shows_in_the_open_issue(page, compiled, store, office, at_rest):
    draft = compiled("县教育局开展校园安全检查")[0]
    body = plain("县教育局又完成复查三次。")
    with store.begin() as work:
        changed = replace(work.drafts.get(draft.id), body=body)
        why = Revision(0, office.by.now, "王敏", "改", draft.title, body)
        work.drafts.revise(changed, why)
    page.session.changed.emit(frozenset({Topic.DRAFTS}))
    at_rest()
    assert "又完成复查三次" in words_of(page.shown.pdf)


def test_the_files_are_saved_where_the_clerk_says(page, compiled, at_rest, tmp_path, monkeypatch):
    compiled("县教育局开展校园安全检查")
    target = tmp_path / "第1期.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.feature(Saving).save_pdf()
    at_rest()
    assert target.read_bytes() == page.shown.pdf
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "第1期"), ""))
    page.feature(Saving).save_word()
    at_rest()
    assert (tmp_path / "第1期.docx").read_bytes().startswith(b"PK")


def test_the_question_before_release_says_what_is_still_open(compiled, asked):
    compiled("县教育局开展校园安全检查", ticks=frozenset())
    assert "印发前检查：还有 1 项没有处理" in asked()


def test_a_clean_issue_is_asked_about_without_warning(compiled, asked):
    compiled("干净的")
    assert "没有处理" not in "".join(asked())
