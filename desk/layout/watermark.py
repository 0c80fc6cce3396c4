"""Watermarks: which copy this is and who has it, or who took it out and when. Text stays text."""

import json
from collections.abc import Sequence
from datetime import date

from desk.layout.fonts import Face, Fonts, installed_fonts
from desk.layout.pdf import engine
from desk.layout.pdfium import PDFIUM, lay_over, opened, saved, started
from desk.layout.templates import TEMPLATES

_PAGE = TEMPLATES / "_watermark" / "page.typ"

Size = tuple[float, float]  # width and height, in points


def watermarked(pdf: bytes, text: str, day: date, fonts: Fonts | None = None) -> bytes:
    """A copy of a PDF with a text across its pages; the PDF itself stays as it is."""
    with PDFIUM, opened(pdf) as source:
        sizes = [source[at].get_size() for at in range(len(source))]
    marks = {size: mark_sheet([text], size, day, fonts) for size in set(sizes)}
    with PDFIUM, opened(pdf) as source, started() as target:
        target.import_pages(source)
        for size, sheet in marks.items():
            lay_over(target, sheet, {0: [at for at, one in enumerate(sizes) if one == size]})
        return saved(target)


def mark_sheet(texts: Sequence[str], size: Size, day: date, fonts: Fonts | None = None) -> bytes:
    """A PDF with a page of that size for each text, to be laid over others."""
    fonts = fonts or installed_fonts()
    data = {
        "texts": list(texts),
        "family": fonts.files[Face.HEI].family,
        "width": size[0],
        "height": size[1],
        "day": [day.year, day.month, day.day],
    }
    inputs = {"issue": json.dumps(data, ensure_ascii=False)}
    return engine(fonts, TEMPLATES).compile(_PAGE, inputs, day)
