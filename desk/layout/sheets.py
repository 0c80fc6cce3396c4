"""Put the pages of a PDF on sheets: imposed, numbered, marked, with their text still text."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from desk.layout.imposition import A4, Imposition, cells_of, spread_of
from desk.layout.pdfium import PDFIUM, Document, lay_over, opened, saved, started

FIRST = 0  # the page that bears the copy's number
_AT_ONCE = 48  # pages: PDFium looks through the whole document for each one it writes on

Cells = list[int | None]


@dataclass(frozen=True, slots=True)
class Copies:
    """What tells copies apart: each of ``which`` has a page in ``numbers`` and in ``marks``.

    Numbers lie over the first page, marks (watermarks) over every side; with ``apart`` every copy
    begins on a sheet of its own.
    """

    which: Sequence[int] = ()
    numbers: bytes = b""
    marks: bytes = b""
    apart: bool = False

    def few(self, most: int) -> Iterator["Copies"]:
        """So many at a time, one at least."""
        step = max(1, most)
        for at in range(0, max(1, len(self.which)), step):
            yield replace(self, which=self.which[at : at + step])


ONE_PLAIN = Copies()


def chosen_pages(pdf: bytes, pages: Sequence[int]) -> bytes:
    """These pages, counted from 0, in this order; the very bytes where all are chosen."""
    with PDFIUM, opened(pdf) as source:
        if list(pages) == list(range(len(source))):
            return pdf
        with started() as target:
            target.import_pages(source, list(pages))
            return saved(target)


def imposed(pdf: bytes, pages: Sequence[int], way: Imposition, copies: Copies = ONE_PLAIN) -> bytes:
    """The sides to print, in order: of one copy, or of each of several one after another."""
    cells = _cells_of_copy(pages, way, copies)
    some = list(copies.few(_AT_ONCE // len(cells)))
    with PDFIUM, opened(pdf) as source:
        parts = (_part(source, cells, way, few) for few in some)
        return next(parts) if len(some) == 1 else _joined(parts)


def _joined(parts: Iterable[bytes]) -> bytes:
    with started() as target:
        for one in parts:
            with opened(one) as part:
                target.import_pages(part)
        return saved(target)


def _part(source: Document, cells: Cells, way: Imposition, copies: Copies) -> bytes:
    order = cells * max(1, len(copies.which))
    with started() as target:
        target.import_pages(source, [page for page in order if page is not None])
        for at, page in enumerate(order):
            if page is None:
                target.new_page(*A4, at)
        if copies.numbers and FIRST in cells:
            places = [[at] for at, page in enumerate(order) if page == FIRST]
            lay_over(target, copies.numbers, dict(zip(copies.which, places, strict=True)))
        with _gathered(target, way) as sides:
            if copies.marks:
                lay_over(sides, copies.marks, _sides(cells, way, copies.which))
            return saved(sides)


def _sides(cells: Cells, way: Imposition, copies: Sequence[int]) -> dict[int, list[int]]:
    """The sides of each copy that have something on them."""
    on_side = spread_of(way).cells
    blank = [None] * on_side
    sides = [cells[at : at + on_side] for at in range(0, len(cells), on_side)]
    printed = [at for at, side in enumerate(sides) if side != blank]
    return {copy: [done * len(sides) + at for at in printed] for done, copy in enumerate(copies)}


def _cells_of_copy(pages: Sequence[int], way: Imposition, copies: Copies) -> Cells:
    cells = cells_of(pages, way)
    on_side = spread_of(way).cells
    if copies.apart and len(copies.which) > 1 and len(cells) // on_side % 2:
        cells += [None] * on_side
    return cells


@contextmanager
def _gathered(document: Document, way: Imposition) -> Iterator[Document]:
    """The pages of a document on their sides; PDFium keeps the faces they share."""
    if way is Imposition.NONE:
        yield document
        return
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; heavy
    from pypdfium2 import raw  # noqa: PLC0415 - heavy, loaded on use

    spread = spread_of(way)
    gathered = raw.FPDF_ImportNPagesToOne(
        document, spread.width, spread.height, spread.columns, spread.rows
    )
    with pypdfium2.PdfDocument(gathered) as sides:
        yield sides
