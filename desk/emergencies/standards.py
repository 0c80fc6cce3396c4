"""《紧急信息报送范围和标准》: what is to be reported, and the grade that follows from numbers."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from desk.emergencies.categories import Category
from desk.emergencies.emergency import Grade, Slots
from desk.paths import RESOURCES

_FILE = RESOURCES / "emergencies" / "standards.toml"


@dataclass(frozen=True, slots=True)
class Threshold:
    """From which numbers on it is of a grade (any one of them); ``loss`` in 万元."""

    grade: Grade
    dead: Decimal
    injured: Decimal
    loss: Decimal


@dataclass(frozen=True, slots=True)
class StandardPart:
    """What is to be reported of one category."""

    category: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standards:
    """The standing list; ``source`` says whence the grades are."""

    parts: tuple[StandardPart, ...]
    thresholds: tuple[Threshold, ...]
    source: str


@dataclass(frozen=True, slots=True)
class OwnStandards:
    """The office's own text of the list, which goes before; "" where it has none."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A grade that follows from the numbers, and why."""

    grade: Grade
    why: str


@cache
def shipped_standards() -> Standards:
    """The list that comes with the program."""
    held = tomllib.loads(_FILE.read_text("utf-8"))
    thresholds = (
        Threshold(Grade(one["name"]), *(Decimal(one[key]) for key in ("dead", "injured", "loss")))
        for one in held["grade"]
    )
    parts = (StandardPart(one["category"], tuple(one["lines"])) for one in held["part"])
    return Standards(tuple(parts), tuple(thresholds), held["source"])


def proposed_grade(category: Category, slots: Slots) -> Proposed | None:
    """The grade the numbers ask for; None where nothing is counted, or the category has no rule."""
    if not category.graded:
        return None
    known = {key: _number(value) for key, value in slots}
    counted = {key: known.get(key) for key in ("dead", "injured", "loss")}
    if all(value is None for value in counted.values()):
        return None
    held = shipped_standards()
    for one in held.thresholds:
        for key, least in (("dead", one.dead), ("injured", one.injured), ("loss", one.loss)):
            value = counted[key]
            if value is not None and value >= least:
                return Proposed(one.grade, f"{category.label(key)}{value}，{held.source}")
    return Proposed(Grade.COMMON, held.source)


def standards_text(own: str, words: str = "", category: str = "") -> str:
    """The list as plain text: the office's own first, a category's part before the others.

    ``words`` leaves only lines that hold them.
    """
    parts = sorted(shipped_standards().parts, key=lambda one: one.category != category)
    if own:
        parts = [StandardPart("本办公室的范围和标准", tuple(own.splitlines())), *parts]
    blocks = []
    for part in parts:
        wanted = words in part.category
        lines = [one for one in part.lines if one.strip() and (wanted or words in one)]
        if lines:
            blocks.append("\n".join((part.category, *(f"· {one.strip()}" for one in lines))))
    return "\n\n".join(blocks)


def grade_text() -> str:
    """The grades by numbers, a line each."""
    held = shipped_standards()
    lines = (
        f"{one.grade}：死亡 {one.dead} 人以上，或者重伤 {one.injured} 人以上，"
        f"或者直接经济损失 {one.loss} 万元以上"
        for one in held.thresholds
    )
    return "\n".join((*lines, "一般：以上各项都不到", f"（{held.source}）"))


def _number(text: str) -> Decimal | None:
    plain = "".join(sign for sign in text if sign.isdecimal() or sign == ".")
    try:
        return Decimal(plain) if plain else None
    except InvalidOperation:
        return None
