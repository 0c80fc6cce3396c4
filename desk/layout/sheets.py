"""Put the pages of a PDF on sheets: imposed, numbered, with their text still text."""

from collections.abc import Sequence

from desk.layout.imposition import A4, Imposition, cells_of, spread_of
from desk.layout.pdfium import PDFIUM, Document, opened, saved, started

FIRST = 0  # the page that bears the copy's number


def chosen_pages(pdf: bytes, pages: Sequence[int]) -> bytes:
    """These pages, counted from 0, in this order; the very bytes where all are chosen."""
    with PDFIUM, opened(pdf) as source:
        if list(pages) == list(range(len(source))):
            return pdf
        with started() as target:
            target.import_pages(source, list(pages))
            return saved(target)


def imposed(
    pdf: bytes,
    pages: Sequence[int],
    way: Imposition,
    numbers: bytes = b"",
    copies: Sequence[int] = (),
    *,
    both_sides: bool = False,
) -> bytes:
    """The sides to print, in order: of one copy, or of each numbered one after another.

    ``numbers`` is a PDF of pages to lay over the first page, ``copies`` which of them are wanted.
    With ``both_sides`` every copy begins on a sheet of its own.
    """
    cells = _cells_of_copy(pages, way, both_sides=both_sides and len(copies) > 1)
    order = cells * max(1, len(copies))
    with PDFIUM, opened(pdf) as source, started() as target:
        target.import_pages(source, [page for page in order if page is not None])
        for at, page in enumerate(order):
            if page is None:
                target.new_page(*A4, at)
        if copies and FIRST in cells:
            places = [at for at, page in enumerate(order) if page == FIRST]
            _lay_over(target, places, numbers, copies)
        return _gathered(target, way)


def _cells_of_copy(pages: Sequence[int], way: Imposition, *, both_sides: bool) -> list[int | None]:
    cells = cells_of(pages, way)
    on_side = spread_of(way).cells
    if both_sides and len(cells) // on_side % 2:
        cells += [None] * on_side
    return cells


def _lay_over(
    target: Document, places: Sequence[int], numbers: bytes, copies: Sequence[int]
) -> None:
    with opened(numbers) as overlay:
        for at, copy in zip(places, copies, strict=True):
            page = target[at]
            page.insert_obj(overlay.page_as_xobject(copy, target).as_pageobject())
            page.gen_content()
            page.close()


def _gathered(document: Document, way: Imposition) -> bytes:
    """The pages of a document on their sides; PDFium keeps the faces they share."""
    if way is Imposition.NONE:
        return saved(document)
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; heavy
    from pypdfium2 import raw  # noqa: PLC0415 - heavy, loaded on use

    spread = spread_of(way)
    gathered = raw.FPDF_ImportNPagesToOne(
        document, spread.width, spread.height, spread.columns, spread.rows
    )
    with pypdfium2.PdfDocument(gathered) as sides:
        return saved(sides)
