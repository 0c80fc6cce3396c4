"""The call list, read back from its pages."""

from datetime import UTC, datetime

import pypdfium2
import pytest

from desk.errors import DeskError
from desk.reports.call_list import Called, Waiting, call_list_pdf

NOW = datetime(2026, 7, 15, 1, 30, tzinfo=UTC)


def pages(*people):
    found = pypdfium2.PdfDocument(call_list_pdf("县政府办公室", people, NOW))
    return ["".join(page.get_textpage().get_text_bounded().split()) for page in found]


def test_everybody_has_a_page_with_the_telephone_number():
    draft = Waiting("山体滑坡", "主任审签", NOW, "5 小时", 2, "下午看")
    first, second = pages(
        Called("郑国平", "5120002", [draft]),
        Called("李县长", "", [Waiting("旱情", "县长审阅", NOW, "9 小时", 0)]),
    )
    for text in (
        "县政府办公室信息文稿催批单",
        "郑国平",
        "电话5120002",
        "山体滑坡",
        "5小时",
        "2次",
        "下午看",
    ):
        assert text in first
    assert "旱情" not in first
    assert "李县长1篇" in second


def test_nobody_to_call_is_said_so():
    with pytest.raises(DeskError, match="不用催批"):
        pages()


def test_a_character_that_no_face_prints_stands_as_a_mark():
    (page,) = pages(Called("王\ue123", "", [Waiting("旱情", "县长审阅", NOW, "9 小时", 0)]))
    assert "王〓1篇" in page
