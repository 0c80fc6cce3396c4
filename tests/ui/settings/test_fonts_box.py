"""The window says which file prints which face, and takes the office's own."""

import shutil

import pytest

from desk.layout import own_fonts
from desk.layout.fonts import Face, Source, bundled_fonts, installed_fonts
from ui.settings import fonts_box
from ui.settings.fonts_box import FontsBox
from ui.settings.page import SettingsPage


@pytest.fixture
def box(opened, session, paths, qtbot):
    own_fonts.use(paths.fonts)
    found = opened(SettingsPage).findChild(FontsBox)
    qtbot.waitUntil(lambda: not session.worker.busy)
    yield found
    own_fonts.use(None)


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    """A font file that the next question for one is answered with."""
    file = shutil.copy(bundled_fonts().faces[Face.KAI].path, tmp_path / "某某仿宋.otf")
    monkeypatch.setattr(fonts_box, "open_paths", lambda *_: [file])
    return file


def test_every_face_is_named_with_its_file(box):
    for face in Face:
        assert installed_fonts().faces[face].path.stem in box.names[face].text()
    assert box.names[Face.FANG].text().startswith("仿宋_GB2312 → ")


def test_a_chosen_file_prints_from_then_on_and_can_be_reset(box, chosen, at_rest):
    box.choose[Face.FANG].click()
    at_rest()
    assert box.names[Face.FANG].text() == "仿宋_GB2312 → 某某仿宋（自己设置）"
    assert installed_fonts().faces[Face.FANG].source is Source.OWN
    box.reset[Face.FANG].click()
    at_rest()
    assert installed_fonts().faces[Face.FANG].source is not Source.OWN
    assert not box.reset[Face.FANG].isEnabled()


def test_a_choice_can_be_undone_from_its_note(box, chosen, session, at_rest):
    box.choose[Face.FANG].click()
    at_rest()
    session.messages.toast._undo.click()
    at_rest()
    assert installed_fonts().faces[Face.FANG].source is not Source.OWN


def test_a_file_that_is_no_font_is_refused_in_words(box, chosen, session, at_rest):
    chosen.write_bytes(b"no font")
    box.choose[Face.FANG].click()
    at_rest()
    assert "已损坏或不是字体文件" in session.messages.banner.text
    assert installed_fonts().faces[Face.FANG].source is not Source.OWN


def test_a_lost_copy_is_told(box, chosen, paths, at_rest):
    box.choose[Face.FANG].click()
    at_rest()
    next(paths.fonts.glob("FANG*")).unlink()
    own_fonts.use(None)
    installed_fonts()
    own_fonts.use(paths.fonts)
    box.refresh()
    at_rest()
    assert box.trouble.isVisibleTo(box)
    assert "某某仿宋.otf" in box.trouble.text()
    assert box.reset[Face.FANG].isEnabled()
