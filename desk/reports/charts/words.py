"""How figures are told on charts, beside them and to the presenter."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from desk.bulletins.matter import matter_of
from desk.bulletins.named.totals import word
from desk.bulletins.options import usual_options
from desk.scoring.figures import decimals_of, printed
from desk.surveys.survey import Survey, UnitSurvey
from desk.units import Unit

NONE = "—"
_NAMED = 8  # names a presenter reads out


def points(value: Decimal | None) -> str:
    """Points as printed, a dash where there are none to tell."""
    return NONE if value is None else printed(value)


def percent_of(value: Decimal | None) -> str:
    """A percentage as printed."""
    return NONE if value is None else f"{printed(value)}%"


def aligned(values: Mapping[int, Decimal | None]) -> dict[int, str]:
    """Points with as many decimals each as the longest has, to stand under one another."""
    known = values.values()
    most = max((decimals_of(one) for one in known if one is not None), default=0)
    return {key: NONE if one is None else f"{one:.{most}f}" for key, one in values.items()}


def called(unit: Unit) -> str:
    """The name a presenter reads out: the short one where there is one."""
    return unit.short or unit.name


def names(units: Sequence[UnitSurvey], most: int = _NAMED) -> str:
    """The short names of units, the first of many: 白沙镇、东湖街道等12个单位."""
    told = "、".join(called(one.unit) for one in units[:most])
    return told if len(units) <= most else f"{told}等{len(units)}个单位"


def note_of(lines: Iterable[str]) -> str:
    """A presenter's note: a line for each, empty ones left out."""
    return "\n".join(filter(None, lines))


def signed(value: Decimal) -> str:
    """A change with its sign; none is 0."""
    return f"+{printed(value)}" if value > 0 else printed(value)


def rate(survey: Survey, part: Decimal | int, whole: Decimal | int) -> str:
    """How much of a whole a part is, rounded as the scheme does; of nothing it is 0%."""
    return f"{printed(survey.percent(part, whole))}%"


def times(survey: Survey) -> str:
    """What sums over units are counted in: 条次 where units share items, as bulletins write it."""
    return word(matter_of(survey, usual_options(survey.stretch.span)))
