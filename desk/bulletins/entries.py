"""The names that templates may use: what each says, an example, and how it is told."""

from collections.abc import Callable
from dataclasses import dataclass

from desk.bulletins.matter import Matter
from desk.bulletins.template import Value


@dataclass(frozen=True, slots=True)
class Entry:
    """A name that may stand in braces; ``several`` takes a line of its own for its paragraphs."""

    name: str
    about: str
    example: str
    read: Callable[[Matter], Value]
    several: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """Names that belong together, as the manual lists them."""

    title: str
    entries: tuple[Entry, ...]


def said(name: str, about: str, example: str, read: Callable[[Matter], str]) -> Entry:
    """A name for words that stand within a line."""
    return Entry(name, about, example, lambda matter: Value(read(matter)))


def counted(name: str, about: str, example: str, read: Callable[[Matter], int]) -> Entry:
    """A name for a whole number."""
    return Entry(name, about, example, lambda matter: Value(str(read(matter))))


def lines(name: str, about: str, example: str, read: Callable[[Matter], tuple[str, ...]]) -> Entry:
    """A name for paragraphs of their own."""
    return Entry(name, about, example, lambda matter: Value(paragraphs=read(matter)), several=True)
