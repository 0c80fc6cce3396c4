"""Word documents (.docx, .docm, .dotx)."""

from collections.abc import Iterator

from desk.errors import NotReadableError
from desk.intake.document import Image, Line, ReadDocument
from desk.intake.format import Format
from desk.intake.preflight import inspect
from desk.intake.remarks import comment_note, embedded_note, said
from desk.intake.wordml.content import Content, plain_text
from desk.intake.wordml.markup import w
from desk.intake.wordml.numbering import read_numbering
from desk.intake.wordml.package import Parts
from desk.intake.wordml.styles import Styles
from desk.intake.zipped import Kind, kind


def read(data: bytes, name: str) -> ReadDocument:
    """Read a .docx; raises NotReadableError with the true reason."""
    package = inspect(data, name)
    parts = Parts(package.parts, name)
    content = Content(parts, Styles(parts.styles()), read_numbering(parts.beside("numbering.xml")))
    body = parts.text().find(w("body"))
    try:
        blocks = tuple(content.blocks(body)) if body is not None else ()
    except NotReadableError as error:
        raise NotReadableError(f"“{name}”没有读入：{error}。请向报送单位核实。") from error
    if not any(isinstance(block, Image) or block for block in blocks):
        raise NotReadableError(f"“{name}”里没有文字，无法登记。请让报送单位检查后重新发一份。")
    footnotes = tuple(_footnotes(parts, content))
    notes = (*package.notes, *_notes(parts, content))
    return ReadDocument(
        blocks, parts.album.pictures, footnotes, tuple(_margins(parts, content)), notes
    )


def _footnotes(parts: Parts, content: Content) -> Iterator[str]:
    """The texts of the notes in the order the text refers to them."""
    wanted = tuple(content.seen.footnotes)
    for part in dict.fromkeys(part for part, _number in wanted):
        root = parts.beside(f"{part}.xml")
        nodes = {} if root is None else {node.get(w("id"), ""): node for node in root}
        for _part, note_id in (item for item in wanted if item[0] == part):
            text = plain_text(content, nodes[note_id]) if note_id in nodes else ""
            if text:
                yield text


def _margins(parts: Parts, content: Content) -> Iterator[str]:
    """The lines of the page headers."""
    for header in parts.headers():
        yield from (
            block.text.strip() for block in content.blocks(header) if isinstance(block, Line)
        )


def _notes(parts: Parts, content: Content) -> Iterator[str]:
    """Say what was decided on the writer's behalf."""
    yield from said(revised=content.seen.revised, hidden=content.seen.hidden)
    yield from parts.album.notes()
    if content.seen.charts:
        yield f"有 {content.seen.charts} 个图表没有读入，请从原稿截成图片再插入。"
    if parts.embedded:
        yield embedded_note(parts.embedded)
    comments = parts.beside("comments.xml")
    for comment in () if comments is None else comments.findall(w("comment")):
        yield comment_note(comment.get(w("author")) or "", plain_text(content, comment))


FORMAT = Format(
    label="Word 文档",
    suffixes=(".docx", ".docm", ".dotx"),
    accepts=lambda data: kind(data) in {Kind.WORD, Kind.BROKEN},
    read=read,
)
