"""How a statistics table is laid out: which columns under which heads, in how many tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What stands in a row."""

    UNITS = "一行一个单位"
    TRANSPOSED = "一列一个单位"
    MERGED = "同数的单位并一行"


class Split(StrEnum):
    """How groups stand."""

    APART = "一组一张表"
    TOGETHER = "一张表，分组排"
    MIXED = "一张表，不分组"


class Sums(StrEnum):
    """Which sum rows there are."""

    NONE = "不要"
    GROUPS = "各组小计"
    WHOLE = "总计"
    BOTH = "小计和总计"

    @property
    def of_groups(self) -> bool:
        """Whether each group has one."""
        return self in (Sums.GROUPS, Sums.BOTH)

    @property
    def of_all(self) -> bool:
        """Whether there is one of all units."""
        return self in (Sums.WHOLE, Sums.BOTH)


@dataclass(frozen=True, slots=True)
class Item:
    """A column or a family of columns by its key, or a head over ``parts``.

    ``text`` is the head instead of the column's own; {本期} and {上期} fit it to the days.
    """

    key: str = ""
    text: str = ""
    parts: tuple["Item", ...] = ()

    @property
    def keys(self) -> Iterator[str]:
        """The keys in it, from left to right."""
        if self.parts:
            for part in self.parts:
                yield from part.keys
        else:
            yield self.key


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A layout; ``id`` is 0 for those delivered.

    ``order`` is the key of a column to sort by, "" for the ranking; ``falling`` puts the most
    first. ``title`` may hold {办公室} {时段} {名称} {分组}, ``note`` what ``notes`` offers.
    Of ``Form.MERGED`` the first item is what units are merged by.
    """

    key: str
    name: str
    items: tuple[Item, ...]
    about: str = ""  # what it is for, and where it comes from
    form: Form = Form.UNITS
    split: Split = Split.TOGETHER
    order: str = ""
    falling: bool = True
    sums: Sums = Sums.WHOLE
    title: str = "{时段}{名称}（{分组}）"
    note: str = ""
    blank_zeros: bool = False
    id: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, from left to right."""
        return tuple(key for item in self.items for key in item.keys)

    @property
    def is_delivered(self) -> bool:
        """Whether it comes with the program, and so is never changed."""
        return not self.id
