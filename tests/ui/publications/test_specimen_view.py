"""The specimen: the true pages of a publication as the form has it."""

from dataclasses import replace

import pytest

from desk.errors import DeskError
from desk.layout.pdfium import page_texts
from desk.publications import Appearance, Publication, Section
from ui.publications import specimen_view
from ui.publications.specimen_view import SpecimenView

PUBLICATION = Publication(
    "民生信息",
    (Section("民声"), Section("简讯")),
    template="zhengwu",
    copies=45,
    send_to=("报：县委书记、县长。",),
    mark="机密★1年",
    controlled=True,
)


@pytest.fixture
def view(window, session):
    made = SpecimenView(session)
    made.setParent(window)
    made.resize(480, 600)
    made.show()
    return made


@pytest.fixture
def drawn(view, session, qtbot):
    """Show a publication and wait; all that its pages say, without blanks."""

    def draw(publication):
        view.show_publication(publication)
        qtbot.waitUntil(lambda: not (view.is_waiting or session.worker.busy))
        return "".join("".join(page_texts(view.pages.pdf)).split()) if view.pages else ""

    return draw


def test_the_pages_say_what_the_publication_decides(drawn):
    text = drawn(PUBLICATION)
    for words in ("民生信息", "机密★1年", "000001", "报：县委书记、县长。", "共印45份", "【民声】"):
        assert words in text
    assert "云岭县人民政府办公室" in text


def test_the_pages_follow_what_is_typed(drawn):
    assert "目录【民声】" in drawn(PUBLICATION)
    text = drawn(replace(PUBLICATION, appearance=Appearance(masthead="云岭民情", contents="never")))
    assert "云岭民情" in text
    assert "目录【民声】" not in text


def test_a_name_too_wide_for_its_size_is_told_above_the_pages(drawn, view):
    drawn(PUBLICATION)
    assert not view.warnings.isVisible()
    drawn(replace(PUBLICATION, appearance=Appearance(masthead="云岭县民生信息专报", size=90)))
    assert "90磅排不下" in view.warnings.text()
    assert view.warnings.isVisible()


def test_a_publication_set_elsewhere_has_no_pages_and_says_so(drawn, view):
    drawn(PUBLICATION)
    assert drawn(replace(PUBLICATION, template="")) == ""
    assert "不在本机排版" in view.message.text()


def test_what_is_wrong_with_a_template_is_told_where_the_pages_would_be(drawn, view, monkeypatch):
    def broken(*_args):
        raise DeskError("刊物模板“zhengwu”的template.toml第3行有错，请改正。")

    monkeypatch.setattr(specimen_view, "render_pdf", broken)
    drawn(PUBLICATION)
    assert "第3行" in view.message.text()
    assert view.stack.currentWidget() is view.message


def test_nothing_is_drawn_while_out_of_sight(view, session, qtbot):
    view.hide()
    view.show_publication(PUBLICATION)
    qtbot.waitUntil(lambda: not view.is_waiting)
    assert not session.worker.busy
    view.show()
    qtbot.waitUntil(lambda: view.pages is not None)
