"""What lies on the clipboard, as a text or a table can take it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QMimeData
from PySide6.QtGui import QImage

from desk.fragments import Fragment, bare, cells, fragment
from desk.tabling import Rows

PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif")


@dataclass(frozen=True, slots=True)
class File:
    """A picture file to be read, or the picture itself."""

    name: str
    data: bytes = b""
    path: Path | None = None

    def bytes_of(self) -> bytes:
        """Its bytes; a file is read only now."""
        return self.path.read_bytes() if self.path else self.data


def pasted(source: QMimeData) -> Fragment:
    """What a clipboard holds, cleaned; plain text where there is no HTML."""
    return fragment(source.text(), source.html() if source.hasHtml() else "")


def pasted_plain(source: QMimeData) -> Fragment:
    """Its paragraphs without anything else, and as they are."""
    return bare(source.text())


def pasted_cells(source: QMimeData) -> Rows:
    """The cells a clipboard holds."""
    return cells(source.text(), source.html() if source.hasHtml() else "")


def pasted_pictures(source: QMimeData) -> list[File]:
    """Picture files, or a picture that is not just the look of copied text."""
    files = list(_files(source))
    if files or source.hasText() or source.hasHtml() or not source.hasImage():
        return files
    image = source.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return []
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return [File("截图.png", bytes(buffer.data().data()))]


def _files(source: QMimeData) -> Iterator[File]:
    for url in source.urls() if source.hasUrls() else ():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in PICTURES:
            yield File(path.name, path=path)
