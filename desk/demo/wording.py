"""The leaders and documents of the demo county, ready to be inserted."""

import tomllib
from collections.abc import Iterator
from datetime import date

from desk.demo.registry import FOLDER
from desk.phrases import Category, Phrase
from desk.store import Work


def add_phrases(work: Work, today: date) -> None:
    """Keep the leaders in their order, and the documents of this year and the last."""
    for phrase in _phrases(today):
        work.phrases.save(phrase)


def _phrases(today: date) -> Iterator[Phrase]:
    data = tomllib.loads((FOLDER / "phrases.toml").read_text(encoding="utf-8"))
    for position, (name, post) in enumerate(data["leaders"]):
        yield Phrase(Category.LEADER, name, post, position=position)
    years = today.year, today.year - 1
    for position, (title, number, ago, day) in enumerate(data["documents"]):
        issued = date.fromisoformat(f"{years[ago]}-{day}")
        yield Phrase(
            Category.DOCUMENT,
            title.format(*years),
            number.format(*years),
            position=position,
            day=issued,
        )
