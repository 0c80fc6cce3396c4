"""Days of the 24 solar terms and of lunar feasts, from resources/seasons/lunar.toml."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from desk.paths import RESOURCES

FOLDER = RESOURCES / "seasons"
_NONE = "-"


def lunar_day(name: str, year: int) -> date | None:
    """The day of a term or feast in a calendar year; None for others and beyond the table."""
    return _days().get(name, {}).get(year)


@cache
def terms() -> tuple[str, ...]:
    """The 24 solar terms, from 小寒 on."""
    return tuple(_table()["terms"])


@cache
def feasts() -> tuple[str, ...]:
    """The lunar feasts the table has."""
    return tuple(_table()["feasts"])


@cache
def first_year() -> int:
    """The first year of the table."""
    return int(_table()["first"])


@cache
def last_year() -> int:
    """The last year of the table."""
    return first_year() + len(str(_table()["terms"][terms()[0]]).split()) - 1


@cache
def _days() -> Mapping[str, Mapping[int, date]]:
    found: dict[str, dict[int, date]] = {}
    for name, line in (_table()["terms"] | _table()["feasts"]).items():
        days = enumerate(str(line).split(), first_year())
        found[name] = {
            year: date(year, int(day[:2]), int(day[2:])) for year, day in days if day != _NONE
        }
    return found


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((FOLDER / "lunar.toml").read_text(encoding="utf-8"))
