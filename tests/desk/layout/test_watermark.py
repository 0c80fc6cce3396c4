"""A watermark: on every page, upright or across, its text readable; the page itself as before."""

from datetime import date

from desk.layout.forms import Form, form_pdf
from desk.layout.pdfium import page_texts
from desk.layout.preview import page_sizes
from desk.layout.watermark import watermarked

DAY = date(2026, 7, 15)
TEXT = "云岭县　王敏　2026-07-15 09:30"


def test_every_page_says_who_took_it_out_and_what_it_said_before():
    plain = form_pdf([Form("交接单", "云岭县", DAY, paragraphs=("防汛工作。" * 300,))])
    before = bytes(plain)
    marked = watermarked(plain, TEXT, DAY)
    assert page_sizes(marked) == page_sizes(plain)
    assert len(page_texts(plain)) > 1
    for old, new in zip(page_texts(plain), page_texts(marked), strict=True):
        assert new.count("王敏") > 3
        assert "王敏" not in old
        assert old[:40] in new
    assert plain == before
