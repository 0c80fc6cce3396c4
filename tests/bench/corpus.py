"""The labelled texts by which the checks are measured.

A label in a text is ``⟦code|wrong words|right words⟧`` (right words where there is one answer),
``⟦!code|words that look wrong but are right⟧`` marks a trap, ``missing`` names errors of the
whole draft that have no place. The texts were written before and apart from the rules.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desk.checks.manuscript import Manuscript
from desk.drafts import Kind

SEEN = Path(__file__).parents[1] / "desk" / "checks" / "corpus"
UNSEEN = SEEN / "unseen"  # on which no rule was tuned
_LABEL = re.compile(r"⟦(?P<trap>!?)(?P<code>[A-Z]\d\d)\|(?P<wrong>[^|⟧]*)(?:\|(?P<right>[^⟧]*))?⟧")


@dataclass(frozen=True, slots=True)
class Label:
    """An error, or a trap, at its place in a field."""

    code: str
    field: str
    start: int
    end: int
    right: str | None
    is_trap: bool


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with what is wrong in it."""

    id: str
    manuscript: Manuscript
    labels: tuple[Label, ...]
    missing: tuple[str, ...]


def clean(folder: Path = SEEN) -> Iterator[Sample]:
    """Yield the correct drafts."""
    yield from _samples(folder / "clean")


def faulty(folder: Path = SEEN) -> Iterator[Sample]:
    """Yield the texts with labelled errors and traps."""
    yield from _samples(folder / "errors")


def _samples(folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.glob("*.toml")):
        for number, record in enumerate(tomllib.loads(path.read_text("utf-8"))["draft"], start=1):
            yield _sample(record, f"{path.stem}/{record.get('id', number)}")


def _sample(record: dict[str, Any], name: str) -> Sample:
    is_fragment = "text" in record and "title" not in record
    running = record.get("text") or record.get("body") or ""
    title, in_title = _unlabelled(record.get("title", ""), "title")
    body, in_body = _unlabelled(running.strip("\n"), "text" if is_fragment else "body")
    kind = record.get("kind")
    manuscript = Manuscript(
        title=title,
        body=body,
        kind=Kind(kind) if kind else None,
        report_date=_day(record.get("report_date")),
        event_date=_day(record.get("event_date")),
        units=(record["unit"],) if "unit" in record else (),
        is_fragment=is_fragment,
    )
    return Sample(name, manuscript, (*in_title, *in_body), tuple(record.get("missing", ())))


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _unlabelled(text: str, field: str) -> tuple[str, list[Label]]:
    pieces, labels, done, length = [], [], 0, 0
    for match in _LABEL.finditer(text):
        before = text[done : match.start()]
        start = length + len(before)
        pieces += [before, match["wrong"]]
        length = start + len(match["wrong"])
        label = Label(match["code"], field, start, length, match["right"], bool(match["trap"]))
        labels.append(label)
        done = match.end()
    whole = "".join([*pieces, text[done:]])
    if "⟦" in whole or "⟧" in whole:
        raise ValueError(f"a label that can't be read: {whole}")
    return whole, labels
