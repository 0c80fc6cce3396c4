"""A mail, whatever program wrote it: its own text as a document, its attachments as files."""

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desk.errors import NotReadableError
from desk.intake.document import Block, Enclosed, Line, ReadDocument
from desk.intake.formats import html, plain_text
from desk.intake.letters.courtesy import is_courtesy
from desk.intake.letters.quotes import after_head, passed_on, quote, signature

_SHOWN = 60  # characters of a courtesy that its note repeats
_PASSING_ON = ("转发", "fw:", "fwd:", "fw：")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as its program kept it; ``inline`` counts the pictures set into its text.

    ``html`` is the same text as a page, in UTF-8.
    """

    name: str
    sender: str = ""
    subject: str = ""
    sent: date | None = None
    text: str = ""
    html: bytes = b""
    attachments: tuple[Enclosed, ...] = ()
    inline: int = 0
    notes: tuple[str, ...] = field(default=())


def parts_of(letter: Letter) -> Iterator[ReadDocument | Enclosed]:
    """The mail's text, if it says anything, then its attachments."""
    notes = letter.notes
    try:
        document = _document(letter)
    except NotReadableError as refusal:
        yield Enclosed(letter.name, b"", refusal=str(refusal))
        document = None
    if document is not None:
        text = _text(document.blocks)
        if letter.attachments and is_courtesy(text):
            notes = (*notes, *_courtesy(text))
        else:
            yield replace(document, notes=(*document.notes, *notes))
            notes = ()
    for attachment in letter.attachments:
        yield replace(
            attachment,
            sender=letter.sender,
            subject=letter.subject,
            sent=letter.sent,
            notes=(*attachment.notes, *notes),
        )
        notes = ()


def _document(letter: Letter) -> ReadDocument | None:
    """What the mail itself says, without what it quotes; None where it says nothing."""
    read = _read(letter)
    if read is None:
        return None
    blocks, said = _own_words(read.blocks, letter.subject)
    if not blocks:
        return None
    if letter.inline and not letter.html:  # the page says of itself which are missing
        said.append(f"邮件里有 {letter.inline} 张嵌在正文里的图片，没有读入，请从原邮件另取。")
    return replace(
        read,
        blocks=blocks,
        notes=(*read.notes, *said),
        labels=(*read.labels, *((("主题", letter.subject),) if letter.subject else ())),
        sender=letter.sender,
        sent=letter.sent,
    )


def _read(letter: Letter) -> ReadDocument | None:
    """The mail's text as it stands; the page where there is one, since it keeps tables."""
    try:
        if letter.html.strip():
            return html.read(codecs.BOM_UTF8 + letter.html, letter.name)
    except NotReadableError:
        if not letter.text.strip():
            return None  # a page without words, as some programs send with an attachment
    if not letter.text.strip():
        return None
    return plain_text.read(letter.text.encode("utf-8", "replace"), letter.name)


def _own_words(blocks: tuple[Block, ...], subject: str) -> tuple[tuple[Block, ...], list[str]]:
    """The blocks without the mail that is answered and without a program's signature."""
    said: list[str] = []
    lines = _lines(blocks)
    start = passed_on(lines)
    if start is None and subject.lower().startswith(_PASSING_ON):
        start = quote(lines)
    if start is not None:
        own = () if is_courtesy(_text(blocks[:start])) else blocks[:start]
        blocks = (*own, *blocks[after_head(lines, start) :])
    elif (end := quote(lines)) is not None and _text(blocks[:end]).strip():
        blocks = blocks[:end]
        said.append("邮件下面引用的原邮件没有读入。")
    end = signature(_lines(blocks))
    if end is not None:
        cut = _text(blocks[end:]).replace("\n", " ").strip("- ")
        blocks = blocks[:end]
        said += [f"邮件签名没有读入：{cut[:_SHOWN]}"] if cut else []
    return blocks, said


def _lines(blocks: Sequence[Block]) -> list[str]:
    """One line for each block; a table is a line that nothing matches."""
    return [block.text if isinstance(block, Line) else "　表" for block in blocks]


def _courtesy(text: str) -> Sequence[str]:
    """Say what of the mail is in no draft."""
    shown = " ".join(text.split())
    short = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return (f"随邮件收到，邮件正文没有单独登记：{short}",) if shown else ()


def _text(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks if isinstance(block, Line))
