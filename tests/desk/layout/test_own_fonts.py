"""Font files that the office sets by hand."""

import shutil
from pathlib import Path

import matplotlib
import pytest
from fontTools.ttLib import TTFont

from desk.errors import DeskError
from desk.layout import own_fonts
from desk.layout.fonts import Face, Source, installed_fonts
from desk.layout.pdf import render_pdf


@pytest.fixture
def folder(tmp_path):
    """The office's folder, in use for the test."""
    own_fonts.use(tmp_path / "fonts")
    yield tmp_path / "fonts"
    own_fonts.use(None)


@pytest.fixture
def kai(fonts, tmp_path):
    """A font file as a user would have it."""
    return shutil.copy(fonts.faces[Face.KAI].path, tmp_path / "某某仿宋.otf")


@pytest.fixture
def own(kai, folder):
    own_fonts.set_font(folder, Face.FANG, kai)


@pytest.mark.usefixtures("own")
def test_a_set_file_is_used_from_then_on(kai, folder, issue):
    kai.unlink()
    face = installed_fonts().faces[Face.FANG]
    assert (face.source, face.name, face.path.parent) == (Source.OWN, "某某仿宋.otf", folder)
    assert render_pdf(issue("正文"), {}).page_count == 1


def test_a_set_file_is_kept_over_a_restart(folder, own):
    own_fonts.use(None)
    assert installed_fonts().faces[Face.FANG].source is not Source.OWN
    own_fonts.use(folder)
    assert installed_fonts().faces[Face.FANG].source is Source.OWN


def test_what_was_set_can_be_taken_back(folder, own):
    own_fonts.unset_font(folder, Face.FANG)
    assert installed_fonts().faces[Face.FANG].source is not Source.OWN


def test_taking_it_back_can_be_undone(folder, own):
    before = own_fonts.own_fonts(folder)
    own_fonts.unset_font(folder, Face.FANG)
    own_fonts.put_back(folder, before)
    assert installed_fonts().faces[Face.FANG].source is Source.OWN


def test_another_file_takes_the_place_of_the_first(folder, own, kai):
    for name in ("另一个.ttf", "再一个.ttc"):
        own_fonts.set_font(folder, Face.FANG, shutil.copy(kai, kai.with_name(name)))
    assert installed_fonts().faces[Face.FANG].name == "再一个.ttc"
    assert len(list(folder.glob("FANG*"))) == 2  # one for 撤销


def test_a_vanished_file_is_told_and_stood_in_for(folder, own):
    next(folder.glob("FANG*")).unlink()
    own_fonts.use(None)
    installed_fonts()
    own_fonts.use(folder)
    found = installed_fonts()
    assert found.faces[Face.FANG].source is not Source.OWN
    assert found.troubles == ("给仿宋设置的字体“某某仿宋.otf”打不开了，请在设置里重新选择。",)


def test_a_broken_copy_is_told_and_stood_in_for(folder, own):
    next(folder.glob("FANG*")).write_bytes(b"no font")
    own_fonts.use(None)
    installed_fonts()
    own_fonts.use(folder)
    assert installed_fonts().troubles


def test_a_broken_record_sets_nothing(folder, own):
    (folder / "chosen.json").write_text("[1, 2", "utf-8")
    assert own_fonts.own_fonts(folder) == {}
    assert installed_fonts().faces[Face.FANG].source is not Source.OWN


@pytest.mark.parametrize("data", [b"", b"no font", b"\0\1\0\0" + b"\xff" * 400, b"OTTO"])
def test_what_is_no_font_is_refused(tmp_path, data):
    file = tmp_path / "坏.ttf"
    file.write_bytes(data)
    with pytest.raises(DeskError, match=r"“坏\.ttf”已损坏或不是字体文件"):
        own_fonts.check_font(file)


def test_other_files_are_refused_by_their_name(tmp_path):
    with pytest.raises(DeskError, match="不是字体文件，请选"):
        own_fonts.check_font(tmp_path / "字体.zip")


def test_a_file_that_is_gone_is_refused(tmp_path):
    with pytest.raises(DeskError, match="打不开"):
        own_fonts.check_font(tmp_path / "字体.ttf")


def test_a_font_without_chinese_is_refused():
    latin = Path(matplotlib.get_data_path()) / "fonts/ttf/DejaVuSans.ttf"
    with pytest.raises(DeskError, match="缺少常用字"):
        own_fonts.check_font(latin)


def test_a_font_that_must_not_go_into_a_file_is_refused(kai):
    with TTFont(kai) as font:
        font["OS/2"].fsType = 2
        font.save(kai)
    with pytest.raises(DeskError, match="不允许嵌入"):
        own_fonts.check_font(kai)
