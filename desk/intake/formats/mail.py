"""Mails (.eml) and web archives (.mht): MIME messages with their attachments.

The standard parser's newer policies parse each header by a grammar that costs minutes on hostile
ones, so the raw lines are taken and decoded here.
"""

import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from mimetypes import guess_extension

from desk.errors import NotReadableError
from desk.intake import magic
from desk.intake.document import Enclosed, ReadDocument
from desk.intake.format import Format
from desk.intake.letters.letter import Letter, parts_of
from desk.intake.letters.words import characters, day, file_name, header, unencoded
from desk.intake.preflight import dangerous

_FIELD = re.compile(rb"^([!-9;-~]{1,40}):", re.MULTILINE)
_KNOWN = frozenset(
    {b"from", b"to", b"subject", b"date", b"mime-version", b"received", b"content-type"}
    | {
        b"message-id",
        b"return-path",
        b"x-mailer",
        b"sender",
        b"reply-to",
        b"snapshot-content-location",
    }
)
_HEAD_BYTES = 16_384
_FEWEST = 2  # fields that tell a mail from a text with a colon
_NO_FILES = frozenset({"application/pgp-signature", "application/pkcs7-signature"})
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})
_MOST_LEAVES = 2_000
_MOST_BORDERS = 2 * _MOST_LEAVES + 1_000  # lines that may part it, signatures among them
_LONGEST_FIELD = 16_384
_READ = ("from", "sender", "subject", "date", "content-type", "content-disposition", "content-id")


def accepts(data: bytes) -> bool:
    """Whether the bytes begin with the head of a mail."""
    if magic.nature(data[:4096]) or data.startswith(b"PK"):
        return False
    head = re.split(rb"\r?\n\r?\n", data[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    fields = {field.lower() for field in _FIELD.findall(head)}
    return bool(_FIELD.match(head)) and len(fields & _KNOWN) >= _FEWEST


def unpack(data: bytes, name: str) -> Iterator[ReadDocument | Enclosed]:
    """Unpack a mail; raises NotReadableError when it is sealed."""
    if data.count(b"\n--") > _MOST_BORDERS:
        raise _too_many(name)
    message = BytesParser(policy=compat32).parsebytes(data.lstrip(b"\xef\xbb\xbf\r\n"))
    _check_fields(message, name)
    if message.get_content_type() in _SEALED:
        raise NotReadableError(f"“{name}”读不了：邮件是加密的。请让报送单位不加密重新发一份。")
    yield from parts_of(_Sorting(message, name).letter())


def _too_many(name: str) -> NotReadableError:
    return NotReadableError(
        f"“{name}”里有 {_MOST_LEAVES} 多个部分，远多于正常邮件，没有读入。请先向报送单位核实。"
    )


def _check_fields(message: Message, name: str) -> None:
    """Refuse a field that would cost seconds to take apart; lists of receivers are not read."""
    if any(len(str(one)) > _LONGEST_FIELD for key in _READ for one in message.get_all(key, ())):
        raise dangerous(name, "邮件头里有一项长得不正常")


class _Sorting:
    """Sorts the leaves of a message into text, attachments and what stands in the text."""

    def __init__(self, message: Message, name: str) -> None:
        self._message = message
        self._name = name
        self._texts: list[str] = []
        self._pages: list[bytes] = []
        self._attachments: list[Enclosed] = []
        self._inline = 0
        self._leaves = 0

    def letter(self) -> Letter:
        """The mail."""
        self._sort(self._message, "")
        return Letter(
            self._name,
            sender=_field(self._message, "from") or _field(self._message, "sender"),
            subject=_field(self._message, "subject"),
            sent=day(_field(self._message, "date")),
            text="\n".join(self._texts),
            html=b"\n".join(self._pages),
            attachments=tuple(self._attachments),
            inline=self._inline,
        )

    def _sort(self, message: Message, around: str) -> None:
        self._leaves += 1
        if self._leaves > _MOST_LEAVES:
            raise _too_many(self._name)
        _check_fields(message, self._name)
        kind = message.get_content_type()
        if kind == "message/rfc822" and message.is_multipart():
            self._nested(message)
        elif message.is_multipart():
            for child in message.get_payload():
                if isinstance(child, Message):
                    self._sort(child, kind)
        elif kind not in _NO_FILES:
            self._leaf(message, kind, around)

    def _leaf(self, message: Message, kind: str, around: str) -> None:
        name = _stated_name(message)
        is_attached = message.get_content_disposition() == "attachment"
        data = _payload(message)
        if kind in {"text/plain", "text/html"} and not is_attached and not name:
            self._text(message, kind, data)
        elif not is_attached and _stands_in_text(message, kind, around):
            self._inline += kind.startswith("image/")
        elif data or name:
            self._attach(name or self._unnamed(kind), data)

    def _text(self, message: Message, kind: str, data: bytes) -> None:
        charset = str(message.get_param("charset") or "")
        text = characters(data, charset)
        if kind == "text/html":
            self._pages.append(text.encode("utf-8", "replace"))
        else:
            self._texts.append(text)

    def _nested(self, message: Message) -> None:
        inner = message.get_payload(0)
        if isinstance(inner, Message):
            subject = _field(inner, "subject") or "邮件"
            name = file_name(_stated_name(message) or subject.replace("/", "／"), "邮件")
            self._attach(name if name.endswith(".eml") else f"{name}.eml", inner.as_bytes())

    def _attach(self, name: str, data: bytes) -> None:
        self._attachments.append(Enclosed(name, data))

    def _unnamed(self, kind: str) -> str:
        return f"附件{len(self._attachments) + 1}{guess_extension(kind) or ''}"


def _stands_in_text(message: Message, kind: str, around: str) -> bool:
    """Whether a part is shown inside the text: a picture, a style sheet."""
    is_placed = "content-id" in message or "content-location" in message
    if kind.startswith("image/"):
        return is_placed or around == "multipart/related"
    return around == "multipart/related" and "content-location" in message


def _payload(message: Message) -> bytes:
    data = message.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _field(message: Message, wanted: str) -> str:
    """A field of the head, decoded."""
    return header(_raw(message, wanted))


def _raw(message: Message, wanted: str) -> str:
    """A field as it stands: asked by name, the parser would drop what is not ASCII."""
    return next((str(value) for name, value in message.raw_items() if name.lower() == wanted), "")


def _stated_name(message: Message) -> str:
    """The name an attachment states, by RFC 2231, by encoded words or by bare bytes."""
    for parameter, field in (("filename", "content-disposition"), ("name", "content-type")):
        alone = Message()
        alone[field] = unencoded(_raw(message, field))
        value = alone.get_param(parameter, header=field)
        if isinstance(value, tuple):
            charset, _language, text = value
            raw = text.encode("latin-1", "replace")
            return file_name(characters(raw, charset or ""), "")
        if value:
            return file_name(str(value), "")
    return ""


FORMAT = Format(
    label="邮件",
    suffixes=(".eml", ".mht", ".mhtml"),
    accepts=accepts,
    unpack=unpack,
)
