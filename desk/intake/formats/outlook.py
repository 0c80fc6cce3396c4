"""Outlook's mails (.msg): a compound file with one stream for each property ([MS-OXMSG])."""

import struct
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import PurePosixPath
from typing import Any

from desk.errors import NotReadableError
from desk.intake import magic
from desk.intake.bounds import MAX_DEPTH, MAX_FILES, MAX_UNPACKED
from desk.intake.document import Enclosed, ReadDocument
from desk.intake.format import Format
from desk.intake.letters.letter import Letter, parts_of
from desk.intake.letters.words import characters, file_name
from desk.intake.ole.container import inside, opened
from desk.office_clock import day_of

_PROPERTIES = "__properties_version1.0"
_ATTACHMENT = "__attach_version1.0_"
_INNER = "__substg1.0_3701000D"  # a mail attached to the mail
_UNICODE, _BYTES, _BINARY = "001F", "001E", "0102"
_SUBJECT, _BODY, _HTML, _SHOWN_NAME = "0037", "1000", "1013", "3001"
_SENDERS = (("0C1A", ("5D01", "0C1F")), ("0042", ("5D02", "0065")))  # name, addresses
_FILE_NAMES = ("3707", "3704", _SHOWN_NAME)
_CLASS = "001A"
_DATA, _CONTENT_ID = "3701", "3712"
_SENT, _DELIVERED, _CODE_PAGE, _HIDDEN = 0x0039, 0x0E06, 0x3FFD, 0x7FFE
_ENTRY = struct.Struct("<HHIq")  # type, property, flags, value
_TOP, _NESTED, _ATTACHED = 32, 24, 8  # bytes before the entries
_CHINESE, _UTF8 = 936, 65001
_SINCE = datetime(1601, 1, 1, tzinfo=UTC)
_SEALED = "IPM.Note.SMIME"
_STORAGE = 1  # what an entry of the directory is


def unpack(data: bytes, name: str) -> Iterator[ReadDocument | Enclosed]:
    """Unpack a mail; raises NotReadableError when its attachments are beyond all bounds."""
    with opened(data) as file:
        letter = _Folder(file, (), _TOP, [0]).letter(name, depth=1)
    yield from parts_of(letter)


class _Folder:
    """A storage of the compound file: the mail, an attachment, or a mail attached to it.

    ``taken`` counts the bytes of all attachments so far, which may share one stream.
    """

    def __init__(self, file: Any, path: tuple[str, ...], head: int, taken: list[int]) -> None:  # noqa: ANN401 - olefile has no types
        self._file = file
        self._path = path
        self._taken = taken
        stream = self._stream(_PROPERTIES)[head:]
        whole = len(stream) // _ENTRY.size * _ENTRY.size
        self._numbers = {
            number: value for _t, number, _f, value in _ENTRY.iter_unpack(stream[:whole])
        }

    def letter(self, name: str, depth: int) -> Letter:
        """The mail this storage holds."""
        if self._text(_CLASS).startswith(_SEALED):
            raise NotReadableError(f"“{name}”读不了：邮件是加密的。请让报送单位不加密重新发一份。")
        attachments: list[Enclosed] = []
        inline = 0
        for folder in self._attachments(name):
            if folder.stands_in_text:
                inline += 1
            else:
                attachments.append(folder.enclosed(len(attachments) + 1, depth))
        return Letter(
            name,
            sender=self._sender(),
            subject=self._text(_SUBJECT).strip(),
            sent=self._day(),
            text=self._text(_BODY).replace("\r\n", "\n"),
            html=self._binary(_HTML) or self._text(_HTML).encode("utf-8", "replace"),
            attachments=tuple(attachments),
            inline=inline,
        )

    @property
    def stands_in_text(self) -> bool:
        """Whether an attachment is a picture shown inside the text."""
        return bool(self._text(_CONTENT_ID)) and bool(self._numbers.get(_HIDDEN, 0) & 1)

    def enclosed(self, number: int, depth: int) -> Enclosed:
        """An attachment as a file to read."""
        raw = next(filter(None, map(self._text, _FILE_NAMES)), "")
        name = file_name(raw, f"附件{number}")
        if self._file.exists([*self._path, _INNER]):
            return self._inner(name, depth)
        data = self._binary(_DATA)
        self._taken[0] += len(data)
        if self._taken[0] > MAX_UNPACKED:
            raise NotReadableError(
                f"“{name}”没有读入：邮件里的附件合起来超过 {MAX_UNPACKED >> 20} MB，"
                "可能是有害文件。请先向报送单位核实。"
            )
        return Enclosed(name, data)

    def _inner(self, name: str, depth: int) -> Enclosed:
        """A mail attached to this one, written as the standard's mail."""
        name = f"{PurePosixPath(name).stem}.eml"
        if depth >= MAX_DEPTH:
            said = f"“{name}”没有读入：邮件一层套一层，超过 {MAX_DEPTH} 层。请另存后再导入。"
            return Enclosed(name, b"", refusal=said)
        inner = _Folder(self._file, (*self._path, _INNER), _NESTED, self._taken)
        return Enclosed(name, _written(inner.letter(name, depth + 1)))

    def _attachments(self, name: str) -> Iterator["_Folder"]:
        found = [
            (*self._path, one.name)
            for one in inside(self._file, self._path)
            if one.entry_type == _STORAGE and one.name.startswith(_ATTACHMENT)
        ]
        if len(found) > MAX_FILES:
            raise NotReadableError(f"“{name}”里的附件超过 {MAX_FILES} 个，没有读入。请分开发送。")
        return map(self._folder, found)

    def _folder(self, path: tuple[str, ...]) -> "_Folder":
        return _Folder(self._file, path, _ATTACHED, self._taken)

    def _sender(self) -> str:
        """张三 <zhang@yl.gov.cn>, from whatever of it is there."""
        for name, addresses in _SENDERS:
            said = self._text(name).strip().strip("'\"")
            found = map(self._text, addresses)
            address = next((one for one in found if "@" in one), "").strip()
            if said or address:
                return f"{said} <{address}>".strip() if address else said
        return ""

    def _day(self) -> date | None:
        ticks = self._numbers.get(_SENT) or self._numbers.get(_DELIVERED) or 0
        try:
            return day_of(_SINCE + timedelta(microseconds=ticks // 10)) if ticks else None
        except (OverflowError, ValueError, OSError):
            return None

    def _text(self, number: str) -> str:
        unicode = self._stream(f"__substg1.0_{number}{_UNICODE}")
        if unicode:
            return unicode.decode("utf-16-le", "replace").rstrip("\0")
        page = self._numbers.get(_CODE_PAGE, _CHINESE) & 0xFFFF
        charset = {_CHINESE: "gb18030", _UTF8: "utf-8"}.get(page, f"cp{page}")
        return characters(self._stream(f"__substg1.0_{number}{_BYTES}").rstrip(b"\0"), charset)

    def _binary(self, number: str) -> bytes:
        return self._stream(f"__substg1.0_{number}{_BINARY}")

    def _stream(self, name: str) -> bytes:
        path = [*self._path, name]
        return bytes(self._file.openstream(path).read()) if self._file.exists(path) else b""


def _written(letter: Letter) -> bytes:
    """A mail by the standard, so that it can be read like any other file."""
    message = EmailMessage()
    message["From"] = " ".join(letter.sender.split())
    message["Subject"] = " ".join(letter.subject.split())
    if letter.sent:
        message["Date"] = format_datetime(datetime.combine(letter.sent, time(12)))
    message.set_content(letter.text)
    for attachment in letter.attachments:
        message.add_attachment(
            attachment.data,
            maintype="application",
            subtype="octet-stream",
            filename=attachment.name,
        )
    return message.as_bytes()


FORMAT = Format(
    label="Outlook 邮件",
    suffixes=(".msg",),
    accepts=lambda data: data.startswith(magic.OLE) and _PROPERTIES.encode("utf-16-le") in data,
    unpack=unpack,
)
