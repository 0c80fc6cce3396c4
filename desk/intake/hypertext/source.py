"""From the bytes of a web page to its elements: encoding, pictures in the text, parsing."""

import base64
import binascii
import codecs
import re
from xml.etree.ElementTree import Element

from desk.errors import NotReadableError
from desk.intake.encoding import decode
from desk.intake.preflight import dangerous

_LARGEST = 5 << 20  # characters of markup, pictures not counted
_MOST_TAGS = 100_000
_LONG_TAG, _MOST_ATTRIBUTES = 8_192, 2_000
_ATTRIBUTE = re.compile(r"\s+[^\s=]|=")
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{3,20})""", re.IGNORECASE)
_WHERE = 4_096  # bytes in which an encoding is declared
_OFFICE = re.compile(r"generator[^<>]{0,40}(?:LibreOffice|OpenOffice|Microsoft|WPS)", re.IGNORECASE)
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "hz-gb-2312", "x-gbk", "cp936"})
_PICTURE = re.compile(r"data:image/[\w.+-]{1,20};base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE)
_CLIPBOARD = b"Version:"  # Windows puts a header of places in front
_FEW = 0.01  # of the characters
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_STRAY = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff]")


def markup(data: bytes, name: str) -> str:
    """The characters of a page: by BOM, by its own word, else as any Chinese text.

    Bytes that fit no encoding are shown as replaced, as long as they are few.
    """
    if data.startswith(_CLIPBOARD):
        data = data[max(0, data.find(b"<")) :]
    declared = _DECLARED.search(data, 0, _WHERE)
    code = declared[1].decode("ascii").lower() if declared else ""
    code = "gb18030" if code in _CHINESE else code
    text = _as_declared(data, code)
    if text is None:
        try:
            text = decode(data, name)
        except NotReadableError:
            text = _mended(data, code)
            if text is None:
                raise
    return _STRAY.sub("", text)


def _mended(data: bytes, declared: str) -> str | None:
    """The characters with the few that are damaged replaced; None where they are many."""
    known = declared if declared in {"utf-8", "gb18030"} else ""
    codes = (known,) if known else ("utf-8", "gb18030")
    text = min((data.decode(code, "replace") for code in codes), key=_damage)
    return text if _damage(text) <= len(text) * _FEW else None


def _damage(text: str) -> int:
    return text.count("\ufffd")


def breaks_at_blanks(text: str) -> bool:
    """Whether an office program wrote the page, which breaks lines only where a blank was."""
    return bool(_OFFICE.search(text[:_WHERE]))


def _as_declared(data: bytes, code: str) -> str | None:
    """The characters, if the page begins with no BOM and keeps to what it declares."""
    if not code or code.startswith("utf-16") or data.startswith(_MARKS):
        return None
    try:
        return data.decode(code)
    except (LookupError, UnicodeError):
        return None


def without_pictures(text: str, pictures: list[bytes]) -> str:
    """The markup with each picture written into it taken out; its number stands there."""

    def take(found: re.Match[str]) -> str:
        try:
            pictures.append(base64.b64decode(found[1], validate=False))
        except (binascii.Error, ValueError):
            pictures.append(b"")
        return f"data:{len(pictures) - 1}"

    return _PICTURE.sub(take, text)


def _is_bomb(piece: str) -> bool:
    """Whether a tag has so many attributes, or so long a name, that the parser takes for ever."""
    if len(piece) <= _LONG_TAG:
        return False
    tag = piece.partition(">")[0]
    return len(tag) > _LONG_TAG and len(_ATTRIBUTE.findall(tag)) > _MOST_ATTRIBUTES


def parse(text: str, name: str) -> Element | None:
    """The root of a page; raises NotReadableError for one built to cost time or memory."""
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; heavy

    if len(text) > _LARGEST or text.count("<") > _MOST_TAGS:
        raise NotReadableError(
            f"“{name}”的网页内容太多（最多 500 万字符、10 万个标记），不像是一篇稿件。"
            "请只复制稿件的文字，用“粘贴”登记。"
        )
    if any(map(_is_bomb, text.split("<"))):
        raise dangerous(name, "里面有一个标记带着几千个属性")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    root: Element | None = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise NotReadableError(
            f"“{name}”没有读入：里面的标记套得太深，可能是有害文件。请先向报送单位核实。"
        )
    return root
