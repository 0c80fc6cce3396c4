"""版式: templates are taken in, given out, and told what is wrong with them."""

import shutil

import pytest
from PySide6.QtWidgets import QFileDialog

from desk.layout import shelf
from desk.layout.templates import TEMPLATES
from desk.publications import Publication
from desk.settings import Settings
from ui.publications.looks import LooksPart


@pytest.fixture
def own_shelf(tmp_path):
    shelf.use(tmp_path / "office")
    yield
    shelf.use(None)


@pytest.fixture
def settled(qtbot, session):
    return lambda: qtbot.waitUntil(lambda: not session.worker.busy)


@pytest.fixture
def looks(own_shelf, window, session, settled):
    made = LooksPart(session)
    made.setParent(window)
    made.fill(Publication("政务信息", (), template="zhengwu"), Settings())
    made.look()
    made.show()
    settled()
    return made


@pytest.fixture
def folder(tmp_path):
    """A template of the office's own, still outside."""
    made = tmp_path / "minsheng"
    shutil.copytree(TEMPLATES / "zhengwu", made)
    return made


@pytest.fixture
def chosen(monkeypatch):
    """Choose a folder in the next question for one."""

    def choose(path):
        answer = lambda *_args: str(path)  # noqa: E731 - stands for Qt's own
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))

    return choose


def test_a_folder_taken_in_becomes_the_template(looks, folder, chosen, settled):
    chosen(folder)
    looks.install_button.click()
    settled()
    looks.look()
    settled()
    assert looks.folder == "minsheng"
    assert "没有这个模板" not in looks.template.currentText()


def test_a_broken_folder_is_refused_with_file_and_line(looks, folder, settled):
    manifest = folder / "template.toml"
    manifest.write_text(f"grid = = 1\n{manifest.read_text('utf-8')}", "utf-8")
    looks.install(folder)
    settled()
    assert "template.toml第1行" in looks.fields["template"].error.replace(" ", "")
    assert looks.folder == "zhengwu"


# the offscreen platform has no window manager to tell the question's size to
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_template_of_that_name_is_replaced_only_when_asked(
    looks, folder, chosen, settled, answer
):
    chosen(folder)
    looks.install_button.click()
    settled()
    looks.look()
    settled()
    asked = answer("取消")
    looks.install_button.click()
    assert "minsheng" in "".join(asked)


def test_a_template_is_given_out_to_be_changed(looks, tmp_path, chosen, settled):
    chosen(tmp_path / "out")
    looks.export_button.click()
    settled()
    assert (tmp_path / "out" / "template.toml").is_file()


def test_what_is_wrong_with_an_office_template_is_told(looks, tmp_path, settled):
    broken = tmp_path / "office" / "broken"
    broken.mkdir(parents=True)
    (broken / "template.toml").write_text("title = 1\n", "utf-8")
    looks.look()
    settled()
    assert "broken" in looks.complaints.text()


def test_a_template_that_is_gone_stays_chosen_and_is_called_gone(looks):
    looks.fill(Publication("政务信息", (), template="gone"), Settings())
    assert looks.folder == "gone"
    assert "没有这个模板" in looks.template.currentText()


def test_what_the_template_has_is_shown_where_nothing_is_decided(looks):
    assert looks.name_size.text() == "照模板（62 磅）"
    assert looks.contents.currentText() == "照模板（每期都印）"
    assert "{编辑}" in looks.tail_left.placeholderText()
