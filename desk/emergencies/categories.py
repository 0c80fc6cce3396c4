"""The categories of emergencies: which slots each asks for, and how its title and text read."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from desk.paths import RESOURCES

_FILE = RESOURCES / "emergencies" / "categories.toml"


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing to be known; with a ``unit`` it is a number of these."""

    key: str
    label: str
    unit: str = ""
    required: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """One category; ``graded`` where the grade follows from the casualties (令第493号).

    A sentence stands where all its slots are known, else what follows "|" in it.
    """

    name: str
    title: str
    events: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    sentences: tuple[str, ...] = ()
    graded: bool = False

    def label(self, key: str) -> str:
        """What a slot is called."""
        return next((one.label for one in self.slots if one.key == key), key)

    @property
    def told(self) -> Iterator[str]:
        """The sentences, with one for each slot of the office's own that no pattern names."""
        patterns = "".join((self.title, *self.sentences))
        yield from self.sentences
        for one in self.slots:
            is_told = one.key in COUNTED or f"{{{one.key}}}" in patterns
            if not is_told:
                yield f"{one.label}：{{{one.key}}}。"


COUNTED = ("dead", "missing", "trapped", "injured", "light")  # told together as the casualties


@dataclass(frozen=True, slots=True)
class EmergencyForms:
    """The office's own categories; without any, those that come with the program."""

    own: tuple[Category, ...] = ()

    @property
    def categories(self) -> tuple[Category, ...]:
        """What there is to choose from."""
        return self.own or shipped()

    def category(self, name: str) -> Category:
        """A category by its name; the last one for a name that is gone."""
        found = (one for one in self.categories if one.name == name)
        return next(found, self.categories[-1])


@cache
def shipped() -> tuple[Category, ...]:
    """The categories that come with the program."""
    held = tomllib.loads(_FILE.read_text("utf-8"))
    return tuple(map(_category, held["category"]))


def _category(held: dict[str, object]) -> Category:
    slots = held.get("slots", [])
    assert isinstance(slots, list)  # noqa: S101 - our own file
    return Category(
        str(held["name"]),
        str(held["title"]),
        _texts(held.get("events")),
        tuple(Slot(**one) for one in slots),
        _texts(held.get("sentences")),
        bool(held.get("graded")),
    )


def _texts(held: object) -> tuple[str, ...]:
    return tuple(map(str, held)) if isinstance(held, list) else ()


def missing(category: Category, filled: Iterable[str]) -> list[str]:
    """The labels of required slots that are not filled in."""
    known = set(filled)
    return [one.label for one in category.slots if one.required and one.key not in known]
