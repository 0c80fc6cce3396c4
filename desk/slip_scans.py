"""Check the scan of a signed slip before it is kept: a picture, or a PDF of a few pages."""

from desk.errors import FieldError
from desk.intake.pdfs.bombs import swells
from desk.layout.preview import page_count
from desk.recording import LARGEST_SCAN, scan

_PDF = b"%PDF-"
_MOST_PAGES = 20


def must_be_scan(name: str, data: bytes) -> None:
    """Raise FieldError for what is neither a JPG, a PNG nor a readable PDF, or is too large."""
    if not data:
        raise FieldError("scan", f"“{name}”是空文件。请重新扫描。")
    if not is_pdf(data):
        _must_be_picture(name, data)
        return
    if len(data) > LARGEST_SCAN:
        raise FieldError(
            "scan", f"“{name}”超过 {LARGEST_SCAN >> 20} MB。请用较低的清晰度重新扫描。"
        )
    if swells(data):
        raise FieldError("scan", f"“{name}”解压后会膨胀几百倍，可能是有害文件。请重新扫描。")
    pages = _pages(name, data)
    if pages > _MOST_PAGES:
        raise FieldError("scan", f"“{name}”有 {pages} 页，不像一份审签单。请只扫描这一篇的审签单。")


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF's."""
    return data.startswith(_PDF)


def _must_be_picture(name: str, data: bytes) -> None:
    try:
        scan(name, data)
    except FieldError as error:
        sentence = str(error).replace("JPG 或 PNG 格式", "JPG、PNG 或 PDF 格式")
        raise FieldError("scan", sentence) from error


def _pages(name: str, data: bytes) -> int:
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; heavy

    try:
        return page_count(data)
    except pypdfium2.PdfiumError as error:
        raise FieldError("scan", f"“{name}”打不开，文件可能已损坏。请重新扫描。") from error
