"""How the tables of a file are to be read: what each column means, and all that no cell says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desk.importing.batches import Sort


class Cell(StrEnum):
    """What a cell of a table across (汇总表: units down, carriers across) holds."""

    COUNT = "条数"
    POINTS = "得分"


@dataclass(frozen=True, slots=True)
class Guide:
    """What the clerk has said about a file; everything else is guessed anew each time.

    Columns are named by their label: the header, or all of its lines joined by “/”.
    """

    columns: Mapping[str, str] = field(default_factory=dict)  # meaning → label
    ignored: frozenset[str] = frozenset()  # labels that mean nothing
    fixed: Mapping[str, str] = field(default_factory=dict)  # meaning → value of empty cells
    fill: frozenset[str] = frozenset()  # meanings whose empty cells say 同上
    sheets: tuple[str, ...] = ()  # names; none: all that have such a table
    sheet_is: str = ""  # the meaning of a sheet's name
    head: tuple[int, int] | None = None  # header lines as Excel counts them
    cell: Cell | None = None
    crossed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # label → its cells
    year: int | None = None
    month: int | None = None  # of a sheet, where its name or title tells it
    units: Mapping[str, str] = field(default_factory=dict)  # as written → registered name
    carriers: Mapping[str, str] = field(default_factory=dict)  # as written → 刊物 or 刊物/栏目
    sort: Sort = Sort.LEDGER
    matches: Mapping[str, int] = field(default_factory=dict)  # title → our draft, 0 for none


PLAIN = Guide()
