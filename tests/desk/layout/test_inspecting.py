"""What comes out badly on the page is named with its item."""

import hashlib
from dataclasses import replace

import pytest

from desk.body import Body, Picture, Size, Table, plain
from desk.layout.grid import GRIDS
from desk.layout.inspecting import Flaw, page_flaws
from desk.layout.pdf import lay_out
from desk.layout.templates import load_template


@pytest.fixture
def flaws(fonts):
    """The flaws of an issue."""

    def read(content, pictures=None):
        laid = lay_out(content, load_template(content.template), fonts)
        return page_flaws(content, pictures or {}, laid, GRIDS["full"], fonts)

    return read


def picture(data, width, height, size=Size.WIDE):
    return Picture(hashlib.sha256(data).hexdigest(), width, height, "图", 0, size)


def test_a_clean_issue_has_none(issue, flaws):
    assert flaws(issue("全县开展安全检查。")) == []


def test_a_title_of_three_lines_is_named(issue, flaws):
    content = issue("全县开展安全检查。")
    (section,) = content.sections
    item = replace(section.items[0], title="云岭县农业农村局反映秋粮收购中存在的问题" * 3)
    (flaw,) = flaws(replace(content, sections=(replace(section, items=(item,)),)))
    assert (flaw.flaw, flaw.text, flaw.key) == (Flaw.TITLE, "标题排成了 3 行", "k1")


def test_characters_are_named_one_by_one(issue, flaws):
    (lent, missing) = sorted(
        flaws(issue("村民喆堃、\U0002a6d6反映。")), key=lambda one: list(Flaw).index(one.flaw) * -1
    )
    assert (lent.flaw, missing.flaw) == (Flaw.STAND_IN, Flaw.NO_GLYPH)
    assert "喆、堃" in lent.text
    assert "U+2A6D6" in missing.text


def test_a_coarse_picture_is_named_by_its_dots(issue, flaws, photo):
    data = photo(size=(600, 400))
    body = Body((*plain("如图。").blocks, picture(data, 600, 400)))
    (flaw,) = flaws(issue(body), {picture(data, 600, 400).digest: data})
    assert flaw.flaw is Flaw.PICTURE_COARSE
    assert "只有 98 点/英寸" in flaw.text


def test_the_same_picture_is_fine_at_a_third_of_the_width(issue, flaws, photo):
    data = photo(size=(600, 400))
    small = picture(data, 600, 400, Size.SMALL)
    assert flaws(issue(Body((*plain("如图。").blocks, small))), {small.digest: data}) == []


def test_a_picture_that_is_gone_is_named(issue, flaws):
    body = Body((*plain("如图。").blocks, picture(b"", 1200, 800)))
    assert [one.flaw for one in flaws(issue(body))] == [Flaw.PICTURE_GONE]


def test_a_table_that_cuts_its_numbers_is_named(issue, flaws):
    row = tuple("1234567.89" for _ in range(14))
    body = Body((Table((row, row), caption="表"),))
    assert Flaw.TABLE in [one.flaw for one in flaws(issue(body))]


def test_a_last_page_with_nothing_but_the_tail_is_named(issue, flaws, fonts, chinese):
    def lone(lines):
        found = flaws(issue(*["\n".join(chinese(20) for _ in range(lines))]))
        return [one.flaw for one in found]

    assert [Flaw.LONE_TAIL] in [lone(lines) for lines in range(8, 24)]
