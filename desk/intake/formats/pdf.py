"""PDFs that hold text; scanned ones are said to be pictures.

Bounds: 50 MB, the first 100 pages, 200,000 characters; the reader's time and memory limits hold
for what a page may cost.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from desk.errors import NotReadableError
from desk.intake.document import Block, Grid, Image, Line, ReadDocument
from desk.intake.format import Format
from desk.intake.pdfs.bombs import swells
from desk.intake.pdfs.characters import Photo, characters, photos
from desk.intake.pdfs.lines import Row, rows
from desk.intake.pdfs.margins import without_margins, without_notes
from desk.intake.pdfs.paragraphs import edges, paragraphs, usual_size
from desk.intake.pdfs.tables import with_tables
from desk.intake.pictures import Album
from desk.intake.preflight import check_size, dangerous

_MOST_PAGES = 100
_MOST_CHARACTERS = 200_000
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_HEAD = 1_024  # bytes in which a PDF says that it is one
_FEWEST = 10  # characters of a document that is no scan
_UNREADABLE = 0.3  # of the characters; fonts without a way back to text give such
_ASK = "请向报送单位要 Word 稿，或者打开后照着登记"


@dataclass(slots=True)
class _Pages:
    """What was taken from the pages."""

    rows: list[list[Row]] = field(default_factory=list)
    photos: list[list[Photo]] = field(default_factory=list)
    width: float = 0.0
    left_out: int = 0


def read(data: bytes, name: str) -> ReadDocument:
    """Read a PDF; raises NotReadableError for a sealed, scanned or unreadable one."""
    check_size(len(data), name)
    if swells(data):
        raise dangerous(name, "里面的对象多得不正常，或者解压后会膨胀几百倍")
    pages = _taken(data, name)
    _check_text(pages, name)
    kept, margins = without_margins(pages.rows)
    if not any(kept):
        kept = pages.rows
    size = usual_size(kept)
    parted = [without_notes(page, size) for page in kept]
    kept = [page for page, _notes in parted]
    album = Album()
    found = list(with_tables(list(paragraphs(kept, edges(kept, pages.width)))))
    blocks = tuple(_with_photos(found, pages.photos, album))
    notes = ["PDF 里的段落和表格是按版面推断的，请对照原稿核实。", *album.notes()]
    if pages.left_out:
        notes.append(f"PDF 超过 {_MOST_PAGES} 页，后面 {pages.left_out} 页没有读入。")
    footnotes = tuple(note for _page, found_notes in parted for note in found_notes)
    return ReadDocument(blocks, album.pictures, footnotes, tuple(margins), tuple(notes))


def _taken(data: bytes, name: str) -> _Pages:
    """The lines and pictures of the pages."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; heavy

    try:
        with pypdfium2.PdfDocument(data) as document:
            return _read_pages(document, name)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise NotReadableError(
                f"“{name}”读不了：PDF 有打开密码。请让报送单位去掉密码后重新发一份。"
            ) from error
        raise NotReadableError(
            f"“{name}”是 PDF 文件，但不完整或已损坏，读不出来。{_ASK}。"
        ) from error


def _read_pages(document: Any, name: str) -> _Pages:  # noqa: ANN401 - pypdfium2 has no types
    import pypdfium2  # noqa: PLC0415 - heavy, loaded on use

    taken, count = _Pages(), 0
    for number in range(min(len(document), _MOST_PAGES)):
        with suppress(pypdfium2.PdfiumError):  # a damaged page stops no other
            page = document[number]
            text = page.get_textpage()
            count += text.count_chars()
            if count > _MOST_CHARACTERS:
                raise NotReadableError(
                    f"“{name}”的文字超过 {_MOST_CHARACTERS // 10_000} 万个，不像是一篇稿件。"
                    "请核对后再导入。"
                )
            taken.rows.append(rows(characters(text)))
            taken.photos.append(list(photos(page)))
            taken.width = max(taken.width, page.get_width())
            page.close()
    taken.left_out = max(0, len(document) - _MOST_PAGES)
    return taken


def _check_text(pages: _Pages, name: str) -> None:
    """Refuse what holds no text or none that can be made out."""
    text = "".join(row.text for page in pages.rows for row in page)
    if len("".join(text.split())) < _FEWEST:
        raise NotReadableError(f"“{name}”是扫描件或图片，里面没有文字。{_ASK}。")
    unknown = sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" for letter in text)
    if unknown > _UNREADABLE * len(text):
        raise NotReadableError(f"“{name}”里的文字没有通用编码，读出来是乱码。{_ASK}。")


def _with_photos(
    found: list[tuple[int, float, Line | Grid]], pictures: list[list[Photo]], album: Album
) -> Iterator[Block]:
    """The paragraphs with each picture before the first that begins below it."""
    waiting = sorted(
        ((number, photo) for number, page in enumerate(pictures) for photo in page),
        key=lambda item: (item[0], -item[1].y),
    )
    for number, height, block in found:
        while waiting and (waiting[0][0], -waiting[0][1].y) < (number, -height):
            yield from _kept(waiting.pop(0)[1], album)
        yield block
    for _number, photo in waiting:
        yield from _kept(photo, album)


def _kept(photo: Photo, album: Album) -> Iterator[Image]:
    image = album.take(photo.data)
    if image:
        yield image


FORMAT = Format(
    label="PDF 文件",
    suffixes=(".pdf",),
    accepts=lambda data: b"%PDF-" in data[:_HEAD],
    read=read,
)
