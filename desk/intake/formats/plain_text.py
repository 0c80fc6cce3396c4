"""Plain text files in any Chinese encoding."""

import re

from desk.body import Run
from desk.errors import NotReadableError
from desk.intake import magic
from desk.intake.document import Align, Line, ReadDocument
from desk.intake.encoding import decode
from desk.intake.format import Format
from desk.intake.preflight import check_size
from desk.intake.wraps import Whole, unwrap, width

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u200b-\u200d\ufeff]")
_HEAD = 4_096  # bytes that tell text from other things
_LARGEST = 5 << 20  # bytes; two million characters
_MOST_LINES = 20_000
_PAGE = 76  # columns between the margins of a page typed by hand
_INDENT = 8  # blanks that mean more than the two characters of a first line


def read(data: bytes, name: str) -> ReadDocument:
    """Read a text file; raises NotReadableError when it is no text or has none."""
    check_size(len(data), name)
    if len(data) > _LARGEST:
        raise NotReadableError(
            f"“{name}”有 {len(data) >> 20} MB，不像是一篇稿件（文本最多 5 MB）。请核对后再导入。"
        )
    text = _CONTROL.sub("", decode(data, name)).expandtabs(4)
    raw = [line for line in re.split(r"\r\n|[\r\n\f\v\u0085\u2028\u2029]", text) if line.strip()]
    if not raw:
        raise NotReadableError(f"“{name}”里没有文字，无法登记。请让报送单位检查后重新发一份。")
    if len(raw) > _MOST_LINES:
        raise NotReadableError(
            f"“{name}”有 {len(raw)} 行，不像是一篇稿件（文本最多 {_MOST_LINES // 10_000} 万行）。"
            "请核对后再导入。"
        )
    return ReadDocument(tuple(map(_line, unwrap(raw))))


def _line(whole: Whole) -> Line:
    """A line, with the place its blanks give it."""
    text = whole.text
    return Line((Run(text.strip()),), _align(text.rstrip()), cuts=whole.cuts)


def _align(text: str) -> Align:
    """Centred or right-set text shows by its blanks in front."""
    blanks = width(text) - width(text.strip())
    if blanks < _INDENT:
        return Align.LEFT
    behind = _PAGE - width(text)
    return Align.RIGHT if behind < blanks // 2 else Align.CENTRE


def accepts(data: bytes) -> bool:
    """Whether the bytes may be text; two bytes a character leave noughts among them."""
    head = data[:_HEAD]
    if magic.nature(head) or head.startswith(b"PK"):
        return False
    return b"\0" in head or not magic.is_binary(head)


FORMAT = Format(
    label="文本文件",
    suffixes=(".txt", ".text"),
    accepts=accepts,
    read=read,
)
