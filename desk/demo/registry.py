"""Who and what there is in the demo county, read from resources/demo/office.toml."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from desk.paths import RESOURCES
from desk.presets import publication_from
from desk.publications import Publication
from desk.scoring.scheme import JointShare
from desk.scoring.schemes.file import read_file
from desk.scoring.schemes.rows import SchemeFile

FOLDER = RESOURCES / "demo"


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A unit as the office knows it."""

    name: str
    short: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A group with the quota of each of its units."""

    name: str
    points: Decimal
    items: int
    units: tuple[UnitEntry, ...]


@dataclass(frozen=True, slots=True)
class PublicationEntry:
    """A publication; ``days`` are the weekdays it comes out on, Monday is 0.

    The demo's clerk puts ``wanted`` drafts into an issue; 0 where nobody makes its issues.
    """

    preset: Publication
    days: tuple[int, ...]
    wanted: int

    @property
    def name(self) -> str:
        """Its name."""
        return self.preset.name

    @property
    def sections(self) -> tuple[str, ...]:
        """The names of its sections."""
        return tuple(section.name for section in self.preset.sections)

    @property
    def copies(self) -> int:
        """How many are printed; 0 of others' publications."""
        return self.preset.copies

    def last_day(self, day: date) -> date:
        """The last day before ``day`` that it should have come out on."""
        return next(
            earlier
            for earlier in (day - timedelta(offset) for offset in range(1, 8))
            if earlier.weekday() in self.days
        )

    def number(self, day: date) -> int:
        """The 期号 of the issue of a day, when one came out on each of its weekdays."""
        first = date(day.year, 1, 1)
        return sum(
            (first + timedelta(offset)).weekday() in self.days
            for offset in range((day - first).days + 1)
        )

    def issue_day(self, day: date) -> date:
        """The first day on or after ``day`` that it comes out on."""
        return next(
            later
            for later in (day + timedelta(offset) for offset in range(7))
            if later.weekday() in self.days
        )


@dataclass(frozen=True, slots=True)
class SchemeEntry:
    """A scheme in force from 1 January, ``years_ago``; rules name publication, section, points.

    ``file`` has its clauses, and the number of the paper it stands in.
    """

    name: str
    years_ago: int
    joint: JointShare
    rules: tuple[tuple[str, str, Decimal, Decimal], ...]
    file: SchemeFile


@dataclass(frozen=True, slots=True)
class Office:
    """The whole demo county."""

    name: str
    groups: tuple[GroupEntry, ...]
    publications: tuple[PublicationEntry, ...]
    schemes: tuple[SchemeEntry, ...]
    villages: dict[str, tuple[str, ...]]  # by the short name of township or street
    names: dict[str, Any]  # pools of invented names

    @property
    def units(self) -> tuple[UnitEntry, ...]:
        """All units, group by group."""
        return tuple(unit for group in self.groups for unit in group.units)

    @property
    def streets(self) -> tuple[str, ...]:
        """Short names of the streets (街道)."""
        return tuple(name for name in self.villages if name.endswith("街道"))

    @property
    def townships(self) -> tuple[str, ...]:
        """Short names of the towns and townships (镇、乡)."""
        return tuple(name for name in self.villages if not name.endswith("街道"))

    def members(self, origin: str) -> tuple[str, ...]:
        """The units a story's origin stands for: 乡镇, 街道, or the unit of that name."""
        return {"乡镇": self.townships, "街道": self.streets}.get(origin, (origin,))


@cache
def demo_office() -> Office:
    """The demo county as its file has it."""
    data = tomllib.loads((FOLDER / "office.toml").read_text(encoding="utf-8"))
    return Office(
        name=data["office"],
        groups=tuple(_group(item) for item in data["group"]),
        publications=tuple(_publication(item) for item in data["publication"]),
        schemes=tuple(_scheme(item) for item in data["scheme"]),
        villages={name: tuple(places) for name, places in data["villages"].items()},
        names=data["names"],
    )


def _group(item: dict[str, Any]) -> GroupEntry:
    units = (UnitEntry(row[0], row[1], tuple(row[2:])) for row in item["units"])
    return GroupEntry(item["name"], Decimal(item["points"]), item["items"], tuple(units))


def _publication(item: dict[str, Any]) -> PublicationEntry:
    return PublicationEntry(publication_from(item), tuple(item["days"]), item.get("wanted", 0))


def _scheme(item: dict[str, Any]) -> SchemeEntry:
    rules = ((row[0], row[1], Decimal(row[2]), Decimal(row[3])) for row in item["rules"])
    return SchemeEntry(
        item["name"],
        item["years_ago"],
        JointShare(item["joint"]),
        tuple(rules),
        read_file(FOLDER / item["clauses"]),
    )
