"""Which face stands in for which, and the record of the office's choices."""

from desk.auditing import By
from desk.font_choice import choose_font, faces_in_use, put_back, take_back
from desk.layout import own_fonts
from desk.layout.fonts import Face, bundled_fonts


def test_a_stand_in_is_named_with_the_face_it_stands_for():
    texts = [one.text for one in faces_in_use(bundled_fonts())]
    assert texts[0] == "仿宋_GB2312 → FandolFang-Regular（随程序）"


def test_choices_are_recorded_and_taken_back(store, tmp_path, now):
    by, folder = By("王敏", now), tmp_path / "fonts"
    choose_font(store, folder, Face.FANG, bundled_fonts().faces[Face.KAI].path, by=by)
    before = dict(own_fonts.own_fonts(folder))
    take_back(store, folder, Face.FANG, by=by)
    assert own_fonts.own_fonts(folder) == {}
    put_back(store, folder, before, by=by)
    assert own_fonts.own_fonts(folder) == before
    with store.read() as work:
        actions = {one.action for one in work.audit.records(f"font:{Face.FANG}")}
    assert actions == {"设置字体", "还原字体"}
