"""The meter's words."""

import pytest

from desk.page_fill import PageFill


@pytest.mark.parametrize(
    ("taken", "target", "said"),
    [
        ((22, 22, 22, 16), 0, "本期 4 页，末页余 6 行；双面印 2 张"),
        ((22, 22, 16), 0, "本期 3 页，末页余 6 行；双面印 2 张，第 3 页背面空白，还可加 28 行"),
        ((22, 16), 2, "本期 2 页，末页余 6 行；双面印 1 张；到 2 页还可加 6 行"),
        ((22, 16), 4, "本期 2 页，末页余 6 行；双面印 1 张；到 4 页还可加 50 行"),
        ((22, 22, 7), 2, "本期 3 页，末页余 15 行；双面印 2 张，第 3 页背面空白；超出 2 页约 7 行"),
        ((22, 22, 22, 16), 2, "本期 4 页，末页余 6 行；双面印 2 张；超出 2 页约 38 行"),
    ],
)
def test_the_meter_says_pages_sheets_and_what_is_missing(taken, target, said):
    assert "；".join(PageFill(taken, 22, target).sentences) == said


def test_an_issue_that_is_too_long_has_less_than_no_room():
    assert PageFill((22, 22, 4), 22, 2).room == -4
    assert PageFill((22, 22, 4), 22).room == 18
