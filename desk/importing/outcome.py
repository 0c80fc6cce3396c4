"""What an import comes to: all of it, or a refusal that lists every wrong row."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desk.errors import NotAllowedError

LISTED = 20


@dataclass(frozen=True, slots=True)
class Imported:
    """How many rows came in, and sentences about them."""

    count: int
    messages: tuple[str, ...]


@dataclass(slots=True)
class Problems:
    """Collect what is wrong with a table, row by row, in the order found."""

    file: str
    found: list[str] = field(default_factory=list)

    def add(self, row: int, what: str, sheet: str = "") -> None:
        """Note what is wrong in a row, of a sheet where there are several."""
        self.found.append(f"{f'“{sheet}”' if sheet else ''}第{row}行：{what}")

    def refuse_any(self, advice: str = "") -> None:
        """Raise NotAllowedError with the first twenty problems, their number and advice, if any."""
        if self.found:
            raise NotAllowedError(refusal(self.file, self.found) + advice)


def refusal(file: str, found: Sequence[str]) -> str:
    """The text of a refusal: how many problems, the first of them, what to do."""
    lines = list(found[:LISTED])
    if len(found) > LISTED:
        lines.append(f"……还有 {len(found) - LISTED} 处没有列出")
    head = f"“{file}”有 {len(found)} 处问题，一行也没有导入。请改好后重新导入："
    return "\n".join([head, *lines])
