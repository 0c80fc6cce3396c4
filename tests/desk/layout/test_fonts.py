"""Faces as files: the official one first, then the bundled stand-in."""

from types import SimpleNamespace

import pytest

from desk.errors import DeskError
from desk.layout.fonts import Face, bundled_fonts, installed_fonts, resolve


@pytest.fixture
def infos(fonts):
    return list(fonts.typst.fonts())


def installed(fonts, family):
    """An installed face of that name, for the test with a bundled file behind it."""
    path = str(fonts.faces[Face.SONG].path)
    return SimpleNamespace(family=family, style="normal", weight=400, path=path, index=0)


def test_an_official_face_is_preferred_to_the_stand_in(fonts, infos):
    extra = [installed(fonts, "FangSong"), installed(fonts, "FangSong_GB2312")]
    found = resolve(fonts.typst, [*infos, *extra], use_installed=True)
    assert found.faces[Face.FANG].family == "FangSong_GB2312"
    assert found.faces[Face.KAI].path == fonts.faces[Face.KAI].path


def test_the_bundled_faces_take_no_notice_of_installed_ones(fonts, infos):
    found = resolve(fonts.typst, [*infos, installed(fonts, "FangSong")], use_installed=False)
    assert found.faces[Face.FANG].path.name == "FandolFang-Regular.otf"


def test_a_lost_font_file_is_named(fonts, infos):
    rest = [info for info in infos if "FandolKai" not in info.path]
    with pytest.raises(DeskError, match=r"FandolKai-Regular\.otf"):
        resolve(fonts.typst, rest, use_installed=True)


def test_faces_are_found_on_any_machine():
    assert set(installed_fonts().faces) == set(Face)


def test_rare_characters_are_told_apart_from_those_no_face_has():
    assert bundled_fonts().missing_glyphs("王喆\U00020bb7，喆") == ("\U00020bb7", "喆")
