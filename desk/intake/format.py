"""What the desk knows of one file format."""

from collections.abc import Callable
from dataclasses import dataclass

from desk.intake.document import ReadDocument


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: whether the first bytes are its own, and how to read the whole.

    ``by_content`` says that the first bytes alone prove the format; without it the suffix
    must agree. ``read(data, name)`` raises NotReadableError with a sentence.
    """

    label: str
    suffixes: tuple[str, ...]
    accepts: Callable[[bytes], bool]
    read: Callable[[bytes, str], ReadDocument]
    by_content: bool = True
