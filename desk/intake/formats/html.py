"""Web pages (.html, .htm), and the hypertext that programs put on the clipboard.

Bounds: 50 MB with the pictures in it, 5 million characters and 100,000 tags without them, depth
256; nothing is ever fetched, no script is run.
"""

from collections.abc import Iterator
from dataclasses import replace

from desk.errors import NotReadableError
from desk.intake.document import ReadDocument
from desk.intake.format import Format
from desk.intake.hypertext.content import Content
from desk.intake.hypertext.looks import Sheet
from desk.intake.hypertext.source import breaks_at_blanks, markup, parse, without_pictures
from desk.intake.preflight import check_size
from desk.intake.remarks import comment_note, said

_STARTS = (b"<html", b"<!doctype html")
_HEAD = 1_024


def accepts(data: bytes) -> bool:
    """Whether the bytes begin like a page, in whatever encoding."""
    head = data[:_HEAD].replace(b"\0", b"").lower()
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and any(
        start in head for start in _STARTS
    )


def read(data: bytes, name: str) -> ReadDocument:
    """Read a page, or a piece of one; pictures are those written into it."""
    check_size(len(data), name)
    return read_markup(markup(data, name), name)


def read_markup(text: str, name: str) -> ReadDocument:
    """Read the characters of a page, as a clipboard gives them."""
    pictures: list[bytes] = []
    root = parse(without_pictures(text, pictures), name)
    if root is None:
        raise _empty(name)
    sheet = Sheet("\n".join(node.text or "" for node in root.iter("style")))
    content = Content(sheet, pictures)
    content.breaks_are_blanks = breaks_at_blanks(text)
    try:
        blocks = content.blocks(root)
    except NotReadableError as error:
        raise NotReadableError(f"“{name}”没有读入：{error}。请先向报送单位核实。") from error
    if not blocks:
        raise _empty(name)
    seen = content.seen
    notes = tuple(_notes(content))
    found = ReadDocument(tuple(blocks), content.album.pictures, notes=notes)
    return replace(
        found, footnotes=tuple(filter(None, seen.footnotes)), margins=tuple(seen.margins)
    )


def _notes(content: Content) -> Iterator[str]:
    """Say what was decided on the writer's behalf."""
    seen = content.seen
    yield from said(revised=seen.revised, hidden=seen.hidden)
    yield from content.album.notes()
    if seen.elsewhere:
        yield f"有 {seen.elsewhere} 张图片不在文件里，没有读入，请从原稿另取。"
    yield from (comment_note("", text) for text in seen.comments if text)


def _empty(name: str) -> NotReadableError:
    return NotReadableError(f"“{name}”里没有文字，无法登记。请让报送单位检查后重新发一份。")


FORMAT = Format(label="网页", suffixes=(".html", ".htm"), accepts=accepts, read=read)
