from io import BytesIO

import pypdfium2
import pytest
from matplotlib.image import imread

from desk.reports.bullet_chart import bullet_chart


def words(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def test_the_printed_chart_names_all_sixty_units(make_table):
    table = make_table(60)
    (page,) = words(bullet_chart(table, "前三季度完成情况", fmt="pdf"))
    assert [item.unit.short for item in table.units if item.unit.short not in page] == []
    assert "前三季度完成情况" in page


def test_zero_units_are_marked_by_word(make_table):
    table = make_table(60)
    (page,) = words(bullet_chart(table, "图", fmt="pdf"))
    in_legend_and_sentence = 2
    zero = sum(item.zero for item in table.units)
    assert page.count("挂零") == zero + in_legend_and_sentence


def test_sixty_units_fit_one_upright_page(make_table):
    with pypdfium2.PdfDocument(bullet_chart(make_table(60), "图", fmt="pdf")) as document:
        width, height = document[0].get_size()
    assert width == pytest.approx(595, abs=1)
    assert height <= 842


def test_the_picture_has_the_asked_width_and_is_not_blank(make_table):
    picture = imread(BytesIO(bullet_chart(make_table(9), "图", dpi=100, width_mm=254)))
    assert picture.shape[1] == 1000
    assert picture.min() < 0.3


def test_a_unit_far_ahead_is_cut_so_that_the_others_stay_readable(make_table):
    quota_of_one = make_table(8, quota=1)  # points from 1.5 to 12
    picture = imread(BytesIO(bullet_chart(quota_of_one, "图", dpi=100)))
    blue = ((picture[..., 2] > 0.5) & (picture[..., 0] < 0.3)).sum(axis=1)
    bars = blue[blue > 100]
    assert bars.min() > 0.9 * bars.max()


def test_a_dollar_in_a_title_is_a_dollar(make_table):
    (page,) = words(bullet_chart(make_table(3), "$完成$", fmt="pdf"))
    assert "$完成$" in page


def test_a_long_title_stays_on_the_page(make_table):
    title = (
        "云岭县人民政府办公室关于二〇二六年前三季度各乡镇各部门各单位政务信息报送采用得分完成情况"
    )
    (page,) = words(bullet_chart(make_table(3), title, fmt="pdf"))
    assert title in page


def test_an_office_without_units_gets_an_empty_chart(make_table):
    (page,) = words(bullet_chart(make_table(0), "图", fmt="pdf"))
    assert "0 个单位" in page


@pytest.mark.parametrize("fmt", ["png", "pdf", "svg"])
def test_one_table_gives_the_same_bytes_for_ever(make_table, fmt):
    table = make_table(6)
    assert bullet_chart(table, "图", fmt=fmt) == bullet_chart(table, "图", fmt=fmt)
