"""Word 97–2003 documents (.doc, .dot), also those that WPS calls .wps.

Bounds: 50 MB, two million characters, 100,000 paragraphs; another program may work on a file for
12 seconds.
"""

from collections.abc import Iterator
from dataclasses import replace

from desk.errors import NotReadableError
from desk.intake import converter
from desk.intake.document import ReadDocument
from desk.intake.format import Format
from desk.intake.formats import word
from desk.intake.ole.comments import comments
from desk.intake.ole.container import Compound, holds_word
from desk.intake.ole.content import Content
from desk.intake.ole.document import BrokenError, WordDocument
from desk.intake.ole.header import Header, Story, read_header
from desk.intake.ole.notes import headers, notes
from desk.intake.preflight import check_size
from desk.intake.remarks import CONVERTED, MACROS, comment_note, embedded_note, said

_SAVE_AS = "请用 Word 或 WPS 打开后另存为 .docx，再重新导入"


def read(data: bytes, name: str) -> ReadDocument:
    """Read a .doc; one that only another program understands goes through LibreOffice."""
    check_size(len(data), name)
    file = Compound(data, name)
    header = read_header(file.read("WordDocument"))
    if header is not None and header.is_encrypted:
        raise NotReadableError(
            f"“{name}”读不了：文件有打开密码。请用密码打开，去掉密码后另存，再重新导入。"
        )
    document = _understood(file, header, data, name)
    macros = (MACROS,) if file.has_macros() else ()
    embedded = (embedded_note(file.embedded),) if file.embedded else ()
    return replace(document, notes=(*macros, *embedded, *document.notes))


def _understood(file: Compound, header: Header | None, data: bytes, name: str) -> ReadDocument:
    if header is None:
        return _converted(data, name, "是 Word 97 以前的旧格式")
    try:
        return _read(WordDocument(file, header, name), name)
    except BrokenError:
        return _converted(data, name, "的文字顺序表已损坏")


def _read(document: WordDocument, name: str) -> ReadDocument:
    content = Content(document)
    try:
        blocks = content.blocks(document.span(Story.MAIN))
        boxes = content.boxes()
    except NotReadableError as error:
        raise NotReadableError(f"“{name}”没有读入：{error}。请先向报送单位核实。") from error
    if not blocks and not boxes:
        raise NotReadableError(f"“{name}”里没有文字，无法登记。请让报送单位检查后重新发一份。")
    return ReadDocument(
        (*blocks, *boxes),
        content.album.pictures,
        tuple(notes(document, content)),
        tuple(headers(document, content)),
        tuple(_remarks(document, content, has_boxes=bool(boxes))),
    )


def _remarks(document: WordDocument, content: Content, *, has_boxes: bool) -> Iterator[str]:
    """Say what was decided on the writer's behalf."""
    yield from said(revised=content.seen.revised, hidden=content.seen.hidden)
    yield from content.album.notes()
    if has_boxes:
        yield "有的文本框不知在何处，文字放在正文后面，请核对位置。"
    yield from (comment_note(*comment) for comment in comments(document, content))


def _converted(data: bytes, name: str, why: str) -> ReadDocument:
    """Let LibreOffice read it; raises NotReadableError where there is none."""
    converted = converter.to_docx(data, ".doc")
    if converted is None:
        raise NotReadableError(f"“{name}”{why}，读不出来。{_SAVE_AS}。")
    document = word.read(converted, name)
    return replace(document, notes=(CONVERTED, *document.notes))


FORMAT = Format(
    label="Word 97–2003 文档",
    suffixes=(".doc", ".wps", ".dot", ".wpt"),
    accepts=holds_word,
    read=read,
)
