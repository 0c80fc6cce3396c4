"""What an official document is made of; plain values."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from desk.body import Paragraph
from desk.layout.content import About
from desk.stat_table import StatTable


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture (PNG) of a width on paper, made smaller where it would not fit its page."""

    png: bytes
    width_mm: float
    caption: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 of its bytes."""
        return sha256(self.png).hexdigest()


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment begins here, on pages of its own, upright or across."""

    title: str
    landscape: bool = False


Part = Paragraph | StatTable | Drawing | Attachment


@dataclass(frozen=True, slots=True)
class Document:
    """A document; with a ``number`` (发文字号) it carries the office's red head.

    ``signed`` are the office and the day as they stand below the text, ``copies_to`` (抄送) closes
    the last page. What follows an Attachment belongs to it.
    """

    title: str
    office: str
    day: date
    parts: tuple[Part, ...]
    number: str = ""
    to: str = ""
    signed: tuple[str, ...] = ()
    copies_to: str = ""

    @property
    def about(self) -> About:
        """What its files say of themselves."""
        return About(self.title, self.office, self.day)

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """Its attachments in order."""
        return tuple(part for part in self.parts if isinstance(part, Attachment))

    @property
    def pictures(self) -> dict[str, bytes]:
        """Its pictures by their digests."""
        return {part.digest: part.png for part in self.parts if isinstance(part, Drawing)}
