"""What the reading process makes of each part of a file: read, then recognised."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from desk.body import Body, Paragraph, Run
from desk.intake.cleaning.breaks import reopened
from desk.intake.document import ReadDocument
from desk.intake.reading import Part, Pending
from desk.intake.recognition.recognise import recognise
from desk.intake.recognition.recognised import Recognised
from desk.intake.recognition.registry import Names


@dataclass(frozen=True, slots=True)
class Understood:
    """A draft to be, or the sentence why there is none (``found``).

    ``body`` is the recognised text with its footnotes at the end, ``whole`` the same with the
    lines joined that the edge of a page had parted; ``pictures`` are by digest. ``part`` is
    without its content.
    """

    part: Part
    found: Recognised | str
    body: Body = field(default_factory=Body)
    whole: Body = field(default_factory=Body)
    pictures: dict[str, bytes] = field(default_factory=dict)
    by_mail: bool = False

    @property
    def name(self) -> str:
        """The name of its original: the bare file's, with the place in it."""
        return PurePosixPath(self.part.name).name


@dataclass(frozen=True, slots=True)
class Understanding:
    """Reads and recognises parts, given the registry's names and the day they came."""

    names: Names
    near: date

    def __call__(self, pending: Pending, folder: str) -> Understood:
        """Read and recognise one part of a file that lay in ``folder``."""
        part = pending.read()
        bare = Part(part.name, "", part.data, part.digest, part.within, part.file)
        if isinstance(part.content, str):
            return Understood(bare, part.content)
        document: ReadDocument = part.content
        found = recognise(
            document,
            self.names,
            name=PurePosixPath(part.name).name,
            folder=self._folder(part.name, folder),
            near=self.near,
        )
        whole = _with_footnotes(found)
        body = reopened(whole, document)
        by_mail = bool(document.sender)
        return Understood(bare, found, body, whole, document.pictures, by_mail=by_mail)

    def _folder(self, name: str, outer: str) -> str:
        """The folders and archives around a file, the nearest last."""
        steps = [PurePosixPath(step).stem for step in PurePosixPath(name).parts[:-1]]
        return "/".join(filter(None, (*outer.split("/"), *steps)))


def _with_footnotes(found: Recognised) -> Body:
    """The running text with the footnotes as paragraphs at its end."""
    notes = (
        Paragraph((Run(f"注{number}：{text}"),))
        for number, text in enumerate(found.footnotes, start=1)
    )
    return Body((*found.body.blocks, *notes))
