"""Lay a watermark over every page of a PDF: who took it out, and when. Its text stays text."""

import json
from datetime import date

from desk.layout.fonts import Face, Fonts, installed_fonts
from desk.layout.pdf import engine
from desk.layout.pdfium import PDFIUM, opened, saved, started
from desk.layout.templates import TEMPLATES

_PAGE = TEMPLATES / "_watermark" / "page.typ"


def watermarked(pdf: bytes, text: str, day: date, fonts: Fonts | None = None) -> bytes:
    """A copy of a PDF with a text across its pages; the PDF itself stays as it is."""
    fonts = fonts or installed_fonts()
    with PDFIUM, opened(pdf) as source:
        sizes = [source[at].get_size() for at in range(len(source))]
    sheets = {size: _sheet(text, size, day, fonts) for size in set(sizes)}
    with PDFIUM, opened(pdf) as source, started() as target:
        target.import_pages(source)
        for size, sheet in sheets.items():
            with opened(sheet) as overlay:
                laid = overlay.page_as_xobject(0, target)
                for at in (at for at, one in enumerate(sizes) if one == size):
                    page = target[at]
                    page.insert_obj(laid.as_pageobject())
                    page.gen_content()
                    page.close()
        return saved(target)


def _sheet(text: str, size: tuple[float, float], day: date, fonts: Fonts) -> bytes:
    width, height = size
    data = {
        "text": text,
        "family": fonts.files[Face.HEI].family,
        "width": width,
        "height": height,
        "day": [day.year, day.month, day.day],
    }
    inputs = {"issue": json.dumps(data, ensure_ascii=False)}
    return engine(fonts, TEMPLATES).compile(_PAGE, inputs, day)
