"""Names and small readings of WordprocessingML."""

from xml.etree.ElementTree import Element, ParseError, fromstring

from desk.errors import NotReadableError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATION[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)


def w(name: str) -> str:
    """A name in Word's own namespace."""
    return _W + name


def parse(part: bytes, name: str) -> Element:
    """Parse a checked part; raises NotReadableError where the XML is broken."""
    if _STRICT in part[:4096]:
        for strict, transitional in _TRANSITIONAL:
            part = part.replace(strict, transitional)
    try:
        return fromstring(part)  # noqa: S314 - preflight has refused every DTD and entity
    except (ParseError, ValueError, LookupError) as error:
        raise NotReadableError(
            f"“{name}”里的正文已损坏，读不出来。请让报送单位用 Word 或 WPS 重新保存一份再发来。"
        ) from error


def value(node: Element | None, name: str) -> str | None:
    """The ``w:val`` of a child; None when there is no such child, "" when it has no value."""
    child = node.find(w(name)) if node is not None else None
    return None if child is None else child.get(w("val"), "")


def switch(node: Element | None, name: str) -> bool | None:
    """An on/off child: None when the file does not say."""
    setting = value(node, name)
    return None if setting is None else setting.lower() not in {"0", "false", "off", "none"}


def number(text: str | None) -> int | None:
    """A whole number, or None for anything else."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None
