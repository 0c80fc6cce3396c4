"""Rows of a scheme's tables to plain data with Chinese keys, and back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from desk.errors import DeskError
from desk.scoring.clauses.told import fields_of
from desk.scoring.schemes.nearest import offered
from desk.scoring.schemes.shapes import shape_of

Row = TypeVar("Row")


@dataclass(slots=True)
class Problems:
    """Everything found wrong with a file, in sentences with their place."""

    found: list[str] = field(default_factory=list)

    def add(self, place: str, what: str) -> None:
        """Note one more."""
        self.found.append(f"{place}{what}")


def encode_row(row: Any) -> dict[str, object]:  # noqa: ANN401 - a row of any table
    """The row's values by label; those that are as by default are left out."""
    kind = type(row)
    held = ((told, getattr(row, told.attribute)) for told in fields_of(kind))
    return {
        told.label: shape_of(kind, told.attribute).write(value)
        for told, value in held
        if told.required or value != told.default
    }


def decode_row(kind: type[Row], data: object, place: str, problems: Problems) -> Row | None:
    """The row that plain data tell of; None where something is wrong, which is noted."""
    if not isinstance(data, Mapping):
        problems.add(place, "不是一行。请写成“键 = 值”的样子，一项一行。")
        return None
    before = len(problems.found)
    values: dict[str, Any] = {}
    labels = {told.label: told for told in fields_of(kind)}
    for key, value in data.items():
        told = labels.get(str(key).strip())
        if told is None:
            problems.add(place, f"没有“{key}”这一项。{offered(str(key), labels)}")
        elif value != "":
            try:
                values[told.attribute] = shape_of(kind, told.attribute).read(value)
            except DeskError as error:
                problems.add(place, f"“{told.label}”：{error}")
    given = {str(key).strip() for key, value in data.items() if value != ""}
    for told in labels.values():
        if told.required and told.label not in given:
            problems.add(place, f"缺“{told.label}”（{told.help}）。")
    return kind(**values) if len(problems.found) == before else None
