"""The names that wordings of letters may use of one unit: what each says, and how it is told."""

from collections.abc import Callable
from dataclasses import dataclass

from desk.bulletins.matter import Matter
from desk.bulletins.template import Value
from desk.surveys.survey import GroupSurvey, Survey, UnitSurvey


@dataclass(frozen=True, slots=True)
class UnitMatter:
    """What a letter to a unit is told from: the unit, its group, and all of the survey."""

    matter: Matter
    group: GroupSurvey
    one: UnitSurvey
    listed: int = 12  # items told one by one

    @property
    def survey(self) -> Survey:
        """The survey of all units."""
        return self.matter.survey


Read = Callable[[UnitMatter], str]


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A name that may stand in braces; ``several`` takes a line of its own for its paragraphs."""

    name: str
    about: str
    example: str
    read: Callable[[UnitMatter], Value]
    several: bool = False


@dataclass(frozen=True, slots=True)
class UnitTopic:
    """Names that belong together, as the manual lists them."""

    title: str
    entries: tuple[UnitEntry, ...]


def said(name: str, about: str, example: str, read: Read) -> UnitEntry:
    """A name for words or a number within a line."""
    return UnitEntry(name, about, example, lambda matter: Value(read(matter)))


def whether(name: str, about: str, test: Callable[[UnitMatter], bool]) -> UnitEntry:
    """A name that is 是 or empty, to go by in 〔有{…}：…〕."""
    return said(name, f"{about}时写“是”", "是", lambda matter: "是" if test(matter) else "")


def lines(
    name: str, about: str, example: str, read: Callable[[UnitMatter], tuple[str, ...]]
) -> UnitEntry:
    """A name for paragraphs of their own."""
    return UnitEntry(
        name, about, example, lambda matter: Value(paragraphs=read(matter)), several=True
    )
