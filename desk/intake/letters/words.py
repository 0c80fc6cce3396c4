"""Characters of mails: charsets that lie, encoded words cut in the middle of a character."""

import codecs
import re
from datetime import date
from email.base64mime import decode as from_base64
from email.quoprimime import header_decode
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath

from desk.intake.encoding import mended
from desk.office_clock import day_of

_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "hz", "hz-gb-2312", "cp936", "x-gbk"})
_WESTERN = frozenset({"us-ascii", "ascii", "iso-8859-1", "latin-1", "latin1", "windows-1252"})
_GUESSES = ("utf-8", "gb18030")
_LONG_ENOUGH = 12  # bytes that are UTF-8 by chance once in a great many texts
_LONGEST = 2_000  # characters of a header that are read
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


def characters(data: bytes, charset: str) -> str:
    """Decode bytes by the charset they claim, or by the one they are really in."""
    claimed = charset.strip().strip("\"'").lower()
    codes: tuple[str, ...]
    if claimed in _CHINESE:
        codes = ("gb18030", "utf-8")
        if claimed.startswith("hz") and b"~{" in data:
            codes = ("hz", *codes)
        elif sum(byte > 0x7F for byte in data) >= _LONG_ENOUGH:  # noqa: PLR2004 - beyond ASCII
            codes = ("utf-8", "gb18030")
    elif not claimed or claimed in _WESTERN:
        codes = (*_GUESSES, claimed or "latin-1")
    else:
        codes = (claimed, *_GUESSES)
    for code in codes:
        text = (code == "gb18030" and mended(data)) or _strict(data, code)
        if text is not None:
            return text
    return mended(data) or data.decode("gb18030", "replace")


def _strict(data: bytes, code: str) -> str | None:
    try:
        return codecs.decode(data, code, "strict") if codecs.lookup(code) else None
    except (UnicodeError, LookupError, ValueError, TypeError):
        return None


def header(raw: str) -> str:
    """One line of a mail's head as its writer meant it."""
    return _UNPRINTABLE.sub(" ", _with_words(unencoded(raw))).strip()


def unencoded(raw: str) -> str:
    """A field with its bare bytes, which many Chinese systems send, as characters."""
    raw = raw[:_LONGEST]
    return raw if raw.isascii() else characters(raw.encode("utf-8", "surrogateescape"), "")


def _with_words(raw: str) -> str:
    """The text with its encoded words decoded; neighbours of one charset are one text."""
    said: list[str] = []
    held, held_charset, place = b"", "", 0
    for word in _WORD.finditer(raw):
        between = raw[place : word.start()]
        charset, data = word[1].split("*")[0], _bytes(word[2], word[3])
        if held and not between.strip() and charset.lower() == held_charset.lower():
            held += data
        else:
            said += [characters(held, held_charset), between if between.strip() else ""]
            held, held_charset = data, charset
        place = word.end()
    return "".join([*said, characters(held, held_charset), raw[place:]])


def _bytes(encoding: str, text: str) -> bytes:
    """The bytes of one encoded word; what is no base64 stays as it stands."""
    if encoding in "qQ":
        return header_decode(text).encode("latin-1", "replace")
    try:
        return bytes(from_base64(text + "=" * (-len(text) % 4)))
    except ValueError:
        return text.encode("utf-8", "replace")


def file_name(raw: str, fallback: str) -> str:
    """The bare name of an attachment."""
    name = PurePosixPath(header(raw).replace("\\", "/")).name
    return name if name not in {"", ".", ".."} else fallback


def day(raw: str) -> date | None:
    """The day a mail was sent, in this place's time."""
    try:
        return day_of(parsedate_to_datetime(raw))
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None
