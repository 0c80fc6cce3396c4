"""What an office chooses for a bulletin: thresholds, how long lists are, what is attached."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from desk.scoring.clauses.clause import Span


@dataclass(frozen=True, slots=True)
class BulletinOptions:
    """Choices of one bulletin; ``tables`` and ``charts`` are keys, in the order they are attached.

    Praised is who is among the first ``places`` of its group and level with the pace; criticised
    who has reached less than ``behind`` percent of the pace. Lists name all units, or only the
    first ``longest`` and how many there are, where it is not 0.
    """

    places: int = 3
    behind: Decimal = Decimal(50)
    longest: int = 0
    full_names: bool = False
    reasons: int = 3  # how many reasons of refusal are told
    titles: int = 12  # upper publications with more items are told by units, without titles
    silent_days: int = 60  # from how many days without a point on a unit is told as silent
    region: str = ""  # 全县; "" takes it from the office's name
    tables: tuple[str, ...] = ()
    charts: tuple[str, ...] = ()
    items: bool = True  # attach every item adopted


_USUAL = BulletinOptions(tables=("total",), charts=("bullet", "ranking"))
_BY_SPAN: Mapping[Span | None, BulletinOptions] = {
    Span.MONTH: replace(_USUAL, tables=("ranking",), charts=("bullet",)),
    Span.QUARTER: replace(_USUAL, tables=("total", "progress"), charts=("bullet", "ranking")),
    Span.HALF: replace(
        _USUAL, tables=("total", "progress"), charts=("bullet", "ranking", "forecast")
    ),
    Span.YEAR: replace(
        _USUAL,
        behind=Decimal(60),
        reasons=5,
        charts=("bullet", "ranking", "levels", "year_on_year"),
    ),
}


def usual_options(span: Span | None) -> BulletinOptions:
    """What bulletins over a month, quarter, half-year or year have, where nothing was chosen."""
    return _BY_SPAN.get(span, _USUAL)


def wording_key(span: Span | None) -> str:
    """The wording a bulletin of a span is written by; other days take the half-year's."""
    return f"bulletin-{_WORDINGS.get(span, 'half')}"


_WORDINGS: Mapping[Span | None, str] = {
    Span.MONTH: "month",
    Span.QUARTER: "quarter",
    Span.HALF: "half",
    Span.YEAR: "year",
}
