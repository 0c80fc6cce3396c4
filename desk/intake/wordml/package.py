"""The parts of a .docx: which is the text, and what its relations lead to."""

import posixpath
from xml.etree.ElementTree import Element

from desk.errors import NotReadableError
from desk.intake.document import Image
from desk.intake.pictures import Album
from desk.intake.wordml.markup import parse

_TEXT = "/officeDocument"
_STYLE_END = b"</w:style>"
_TABLE_STYLE = b'<w:style w:type="table"'


class Parts:
    """The unpacked parts and the pictures taken from them so far."""

    def __init__(self, parts: dict[str, bytes], name: str) -> None:
        self._parts = parts
        self._name = name
        self._text_part = self._find_text()
        self._targets = self._relations(self._text_part)
        self.album = Album()

    def text(self) -> Element:
        """The root of the main text."""
        return parse(self._parts[self._text_part], self._name)

    def beside(self, file_name: str) -> Element | None:
        """The root of a part in the text's folder, such as footnotes.xml."""
        part = self._parts.get(posixpath.join(posixpath.dirname(self._text_part), file_name))
        return None if part is None else parse(part, self._name)

    def styles(self) -> Element | None:
        """The root of styles.xml without the table styles, nine tenths of it and not needed."""
        path = posixpath.join(posixpath.dirname(self._text_part), "styles.xml")
        part = self._parts.get(path)
        return None if part is None else parse(_without_table_styles(part), self._name)

    def headers(self) -> list[Element]:
        """The page headers and footers."""
        folder = posixpath.dirname(self._text_part)
        return [
            parse(part, self._name)
            for name, part in self._parts.items()
            if name.startswith((f"{folder}/header", f"{folder}/footer")) and name.endswith(".xml")
        ]

    @property
    def embedded(self) -> int:
        """How many files of other programs are kept inside."""
        folder = posixpath.join(posixpath.dirname(self._text_part), "embeddings", "")
        return sum(name.startswith(folder) for name in self._parts)

    def picture(self, relation: str | None) -> Image | None:
        """Take the picture a relation leads to; None when it cannot be kept."""
        return self.album.take(self._parts.get(self._targets.get(relation or "", ""), b""))

    def _find_text(self) -> str:
        """The part named as the document's text, else the customary one."""
        named = self._relations("", kind=_TEXT).values()
        for name in (*named, "word/document.xml"):
            if name in self._parts and name.endswith(".xml"):
                return name
        raise NotReadableError(
            f"“{self._name}”里没有正文部件，可能已损坏。"
            "请让报送单位用 Word 或 WPS 重新保存一份再发来。"
        )

    def _relations(self, part: str, kind: str = "") -> dict[str, str]:
        """Relation ids of a part with the parts they lead to inside the package."""
        folder, file_name = posixpath.split(part)
        listing = self._parts.get(posixpath.join(folder, "_rels", f"{file_name}.rels"))
        if listing is None:
            return {}
        return {
            node.get("Id", ""): posixpath.normpath(
                posixpath.join("/", folder, node.get("Target", ""))
            ).lstrip("/")
            for node in parse(listing, self._name)
            if node.get("TargetMode") != "External" and node.get("Type", "").endswith(kind)
        }


def _without_table_styles(part: bytes) -> bytes:
    """Cut out the table styles; the first piece stays, since it holds the root's start."""
    first, *rest = part.split(_STYLE_END)
    return _STYLE_END.join([first, *(style for style in rest if _TABLE_STYLE not in style)])
