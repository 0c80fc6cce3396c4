"""What carries a text says whose it is: sender, subject, file, folder, at last the title."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from desk.intake.document import ReadDocument
from desk.intake.recognition.registry import Names

_SUBJECT = ("主题", "邮件主题")


@dataclass(frozen=True, slots=True)
class Carrier:
    """How a document came."""

    document: ReadDocument
    name: str
    folder: str  # of folders and archives the nearest last, parted by /

    @property
    def around(self) -> tuple[str, ...]:
        """The folders and archives it lay in, the nearest first."""
        return tuple(reversed(self.folder.split("/")))

    @property
    def subject(self) -> str:
        """The subject of the mail."""
        return next((text for word, text in self.document.labels if word in _SUBJECT), "")

    @property
    def address(self) -> str:
        """The mail's address alone, else the sender as written."""
        sender = self.document.sender
        return sender.rpartition("<")[2].rstrip("> ") or sender

    def marked(self) -> Iterator[str]:
        """The texts in which marks of secrecy and urgency may stand, beside the document."""
        yield from (self.name, self.subject, *self.around)


def carried_unit(carrier: Carrier, names: Names, subject_of_text: str) -> tuple[int, str] | None:
    """The unit that something beside the text names, and what that is.

    ``subject_of_text`` is the title of a text that names no unit of its own, else empty.
    """
    found = (
        (names.of_sender(carrier.document.sender), "发件人"),
        (names.in_file_name(carrier.subject), "邮件主题"),
        (names.in_file_name(PurePath(carrier.name).stem), "文件名"),
        *((names.in_file_name(step), "文件夹名") for step in carrier.around),
        (names.at_start(subject_of_text), "标题"),
    )
    return next(((unit_id, how) for unit_id, how in found if unit_id is not None), None)
