"""Faces as files: the official one first, then the bundled stand-in."""

from types import SimpleNamespace

import pytest

from desk.body import Body, Level, Paragraph, Run
from desk.errors import DeskError
from desk.layout.fonts import FALLBACK, Face, Source, bundled_fonts, installed_fonts, resolve
from desk.layout.pdf import render_pdf
from desk.layout.preview import page_images


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


def test_names_of_gbk_are_lent_by_a_face_of_the_same_kind(fonts):
    for face in Face:
        for char in "喆堃镕䶮㛃":
            assert fonts.falls_back(face, char)
            assert fonts.drawn_by(face, char).advances[char] == 1.0
    families = {face: fonts.drawn_by(face, "喆").family for face in Face}
    assert families[Face.FANG] == families[Face.KAI] == "InfoDesk Lent Sans"
    assert families[Face.HEI] == "Noto Sans SC"
    assert families[Face.TITLE] == families[Face.SONG] == "Noto Serif SC"


def test_lent_names_are_as_dark_on_the_screen_as_on_paper(issue, fonts):
    def ink(text, dpi):
        image = page_images(render_pdf(issue(text), {}, fonts).pdf, dpi, range(1))[0]
        return (255 - sum(image.rgb) / len(image.rgb)) * 1000

    on_screen, on_paper = (ink("喆" * 99, dpi) - ink("一", dpi) for dpi in (72, 240))
    assert on_screen == pytest.approx(on_paper, rel=0.1)


def test_an_older_official_face_is_completed_by_a_newer_one(fonts, infos):
    sans = next(one for one in infos if one.family == "Noto Sans SC")
    newer = SimpleNamespace(family="FangSong", style="normal", weight=400, path=sans.path, index=0)
    extra = [installed(fonts, "FangSong_GB2312"), newer]
    found = resolve(fonts.typst, [*infos, *extra], use_installed=True)
    assert found.faces[Face.FANG].source is Source.OFFICIAL
    assert found.drawn_by(Face.FANG, "喆").family == "FangSong"
    assert found.key(Face.FANG, "喆") in found.files


def test_a_character_that_no_face_has_is_the_last_fallbacks(fonts):
    assert fonts.key(Face.FANG, "\U00020bb7") == FALLBACK
    assert fonts.advance(Face.FANG, "\U00020bb7") == 1.0


@pytest.mark.parametrize("level", [Level.PLAIN, Level.FIRST, Level.SECOND])
def test_lent_characters_print_at_every_level(level, issue, printed):
    body = Body((Paragraph((Run("王喆、李堃、朱镕、张䶮、陈㛃到会"),), level),))
    pages, texts = printed(issue(body, name="王喆"))
    assert "王喆、李堃、朱镕、张䶮、陈㛃到会" in "".join(texts)
    assert len(pages.warnings) == 5
