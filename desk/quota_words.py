"""Parts and changes of a quota as lines a clerk types: 参阅类 2条；2026-07-01 30分 8条 职能调整."""

import re
from collections.abc import Iterable
from decimal import Decimal

from desk.errors import FieldError
from desk.importing import values
from desk.scoring.figures import printed
from desk.units import QuotaChange, SubQuota

_FIGURE = re.compile(r"(\d+(?:\.\d{1,2})?)\s*(分|条)")
_DAY = re.compile(r"^(\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)\s*起?\s*")


def sub_lines(subs: Iterable[SubQuota]) -> str:
    """One line a part: 参阅类 8分 2条."""
    return "\n".join(f"{one.name} {_targets(one.points, one.items)}" for one in subs)


def change_lines(changes: Iterable[QuotaChange]) -> str:
    """One line a change: 2026-07-01 30分 8条 职能调整."""
    return "\n".join(
        f"{one.since:%Y-%m-%d} {_targets(one.points, one.items)} {one.reason}" for one in changes
    )


def subs_of(text: str) -> tuple[SubQuota, ...]:
    """The parts of ``sub_lines``; raises FieldError for a line without a name or a figure."""
    return tuple(_sub(line) for line in _lines(text))


def changes_of(text: str) -> tuple[QuotaChange, ...]:
    """The changes of ``change_lines`` by day; raises FieldError for what is missing in a line."""
    return tuple(sorted((_change(line) for line in _lines(text)), key=lambda one: one.since))


def _lines(text: str) -> Iterable[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _targets(points: Decimal, items: int) -> str:
    said = [f"{printed(points)}分"] if points or not items else []
    return " ".join(said + ([f"{items}条"] if items else []))


def _sub(line: str) -> SubQuota:
    points, items, name = _read(line)
    if not name or (points is None and items is None):
        raise FieldError("subs", f"“{line}”看不懂。请一行写一个子项，例如：参阅类 2条，省级 8分。")
    return SubQuota(name, points or Decimal(0), items or 0)


def _change(line: str) -> QuotaChange:
    found = _DAY.match(line)
    since = values.day(found[1]) if found else None
    points, items, reason = _read(line[found.end() :]) if found else (None, None, "")
    if since is None or (points is None and items is None) or not reason:
        raise FieldError(
            "changes",
            f"“{line}”看不懂。请一行写一次调整：哪一天起、目标分、目标条数、理由，"
            "例如：2026-07-01 30分 8条 职能调整。",
        )
    return QuotaChange(since, points or Decimal(0), items or 0, reason=reason)


def _read(text: str) -> tuple[Decimal | None, int | None, str]:
    """Points, items and the other words of a line."""
    points: Decimal | None = None
    items: int | None = None
    for figure, unit in _FIGURE.findall(text):
        if unit == "分":
            points = Decimal(figure)
        elif "." not in figure:
            items = int(figure)
    return points, items, _FIGURE.sub("", text).strip(" ，、；：")
