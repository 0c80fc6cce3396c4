"""What the desk knows of one file format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desk.intake.document import Enclosed, ReadDocument


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: whether bytes are its own, and how to read or unpack them.

    ``accepts`` is given all bytes. ``by_content`` says that they alone prove the format; without
    it the suffix must agree. A document has ``read(data, name)``; a container has
    ``unpack(data, name)`` instead, which yields its own texts and the files inside it, one at a
    time. Both raise NotReadableError with a sentence.
    """

    label: str
    suffixes: tuple[str, ...]
    accepts: Callable[[bytes], bool]
    read: Callable[[bytes, str], ReadDocument] | None = None
    by_content: bool = True
    unpack: Callable[[bytes, str], Iterator[ReadDocument | Enclosed]] | None = None
