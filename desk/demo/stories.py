"""The stories drafts are told from: texts with blanks, in resources/demo/stories."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from desk.demo.registry import FOLDER, demo_office
from desk.drafts import Kind


@dataclass(frozen=True, slots=True)
class TableText:
    """A table whose cells may hold blanks; the first row is the head."""

    caption: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What can be told, by whom and in which months."""

    kind: Kind
    topic: str
    tellers: tuple[str, ...]  # short names of units
    titles: tuple[str, ...]
    paragraphs: tuple[str, ...]
    figures: str
    months: frozenset[int]
    partners: tuple[str, ...] = ()  # units that send it together with the teller
    table: TableText | None = None
    picture: str = ""  # photo, chart or nothing
    caption: str = ""


@cache
def stories() -> tuple[Story, ...]:
    """All stories, by file and place in it."""
    told = []
    for path in sorted((FOLDER / "stories").glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        told += [_story(Kind(data["kind"]), item) for item in data["story"]]
    return tuple(told)


@cache
def extra_titles() -> dict[str, tuple[str, ...]]:
    """More titles for the history, by the short name of the unit."""
    office = demo_office()
    data = tomllib.loads((FOLDER / "titles.toml").read_text(encoding="utf-8"))
    return {
        unit: tuple(titles) for origin, titles in data.items() for unit in office.members(origin)
    }


def told_by(unit: str) -> tuple[Story, ...]:
    """The stories one unit can tell."""
    return tuple(story for story in stories() if unit in story.tellers)


def _story(kind: Kind, item: dict[str, Any]) -> Story:
    office = demo_office()
    return Story(
        kind=kind,
        topic=item["topic"],
        tellers=tuple(unit for origin in item["from"] for unit in office.members(origin)),
        titles=tuple(item["titles"]),
        paragraphs=tuple(item["text"].strip().splitlines()),
        figures=item["figures"],
        months=frozenset(item.get("months", range(1, 13))),
        partners=tuple(item.get("joint", ())),
        table=_table(item["table"]) if "table" in item else None,
        picture=item.get("picture", ""),
        caption=item.get("picture_caption", ""),
    )


def _table(item: dict[str, Any]) -> TableText:
    rows = (item["head"], *item["rows"])
    return TableText(item["caption"], tuple(tuple(row) for row in rows))
