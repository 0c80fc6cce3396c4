"""The numbers of copies (份号), laid over the first page, which itself stays as it is."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from desk.body import Body
from desk.layout.content import IssueContent
from desk.layout.drawing import Mark, Page, draw
from desk.layout.dressing import dressed
from desk.layout.fonts import Face, Fonts, installed_fonts
from desk.layout.grid import BODY_SIZE, MM, WIDTH, Grid, PrintSize, grid_of, left_mm
from desk.layout.model import Look, Piece
from desk.layout.pdf import engine, faces_of, lay_out
from desk.layout.pdfium import PDFIUM, PdfPage, opened
from desk.layout.runs import run_mark
from desk.layout.setting import widths_of
from desk.layout.styles import Template
from desk.layout.templates import TEMPLATES

_PAGE = TEMPLATES / "_shared" / "issue.typ"
_LOOK = Look(BODY_SIZE, 0.0)  # 3号
_AIR = 1.0  # points around a number in which nothing else may stand

Setter = Callable[[str], list[Mark]]  # the marks of a number


def number_sheet(
    pdf: bytes,
    content: IssueContent,
    numbers: Sequence[str],
    fonts: Fonts | None = None,
    template: Template | None = None,
    size: PrintSize = PrintSize.NORMAL,
) -> bytes:
    """A PDF with a page for every number, to be laid over the first page of ``pdf``.

    A number stands where the template has {copy_number}. Where that is taken, or there is no such
    place, it stands at the left of line 1 (GB/T 9704-2012 7.2.1), at the right, or above.
    """
    fonts = fonts or installed_fonts()
    template = dressed(content, template)
    grid = grid_of(template.grid, size)
    for place in _places(content, template, fonts, grid, size):
        if not place(numbers[0]):
            continue
        sheet = _sheet(content, [place(number) for number in numbers], fonts)
        if _is_free(pdf, sheet):
            break
    return sheet


def _places(
    content: IssueContent, template: Template, fonts: Fonts, grid: Grid, size: PrintSize
) -> Iterator[Setter]:
    """Where a number may stand, the best place first."""
    head = replace(
        content, sections=(), note=Body(), instruction=Body(), send_to=(), contents_list=False
    )

    def in_template(number: str) -> list[Mark]:
        _, paged = lay_out(replace(head, copy_number=number), template, fonts, size)
        texts = draw(paged, grid, fonts)[0]["texts"]
        return [one for one in texts if number in _text_of(one)]

    yield in_template
    left = left_mm(1) * MM
    for row, share in ((0, 0.0), (0, 1.0), (-1, 0.0)):
        yield partial(_at, left, grid.y(row), share, fonts)


def _at(left: float, y: float, share: float, fonts: Fonts, number: str) -> list[Mark]:
    pieces = (Piece(number, Face.FANG),)
    spare = WIDTH - sum(widths_of(pieces, _LOOK, fonts))
    return [run_mark((left + spare * share, y), pieces, _LOOK, fonts)]


def _text_of(mark: Mark) -> str:
    return "".join(run["text"] for run in mark["runs"])


def _sheet(content: IssueContent, pages: Sequence[list[Mark]], fonts: Fonts) -> bytes:
    data = {
        "title": f"{content.name}份号",
        "author": content.issuer,
        "day": [content.day.year, content.day.month, content.day.day],
        "faces": faces_of(fonts),
        "pages": [Page(texts=texts).data() for texts in pages],
    }
    inputs = {"issue": json.dumps(data, ensure_ascii=False)}
    return engine(fonts, TEMPLATES).compile(_PAGE, inputs, content.day)


def _is_free(pdf: bytes, sheet: bytes) -> bool:
    """Whether nothing is printed on the first page where the first number would stand."""
    with PDFIUM, opened(sheet) as numbers, opened(pdf) as issue:
        left, bottom, right, top = _bounds(numbers[0])
        text = issue[0].get_textpage()
        there = text.get_text_bounded(left - _AIR, bottom - _AIR, right + _AIR, top + _AIR)
        return not there.strip()


def _bounds(page: PdfPage) -> tuple[float, float, float, float]:
    text = page.get_textpage()
    boxes = [text.get_charbox(at) for at in range(text.count_chars())]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
