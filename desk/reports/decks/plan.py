"""Which slides a deck has, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desk.reports.charts.catalogue import CHARTS
from desk.scoring.clauses.clause import Span

TITLE, SUM, CLOSING = "title", "sum", "closing"
CHART, TABLE = "chart:", "table:"

TABLES = {
    "standing": "各单位得分和名次",
    "behind": "落后和挂零单位",
    "publications": "各刊物采用情况",
    "instructions": "领导批示的信息",
}
_WORDS = {TITLE: "封面", SUM: "本期小结", CLOSING: "资料来源和结账情况"}
_SHORT = ("chart:bullet", "chart:ranking", "table:behind", "table:instructions")
_QUARTER = (
    "chart:bullet", "chart:ranking", "chart:sent", "chart:levels", "chart:instructions",
    "table:behind", "table:publications", "table:instructions",
)  # fmt: skip
_LONG = (*_QUARTER, "chart:cumulative", "chart:year_on_year", "chart:forecast")
_USUAL = {Span.MONTH: _SHORT, Span.QUARTER: _QUARTER, Span.HALF: _LONG, Span.YEAR: _LONG}


@dataclass(frozen=True, slots=True)
class Part:
    """Something a deck may show on one slide or several."""

    key: str
    words: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """The keys of a deck's parts, in their order; each comes once."""

    parts: tuple[str, ...]

    def moved(self, key: str, by: int) -> "DeckPlan":
        """The plan with a part earlier (below 0) or later."""
        at = self.parts.index(key)
        rest = [one for one in self.parts if one != key]
        rest.insert(max(0, min(at + by, len(rest))), key)
        return replace(self, parts=tuple(rest))

    def switched(self, key: str, *, on: bool) -> "DeckPlan":
        """The plan with a part, at its usual place, or without it."""
        wanted = {one for one in (*self.parts, key) if on or one != key}
        if not on or key in self.parts:
            return replace(self, parts=tuple(one for one in self.parts if one in wanted))
        usual = [one.key for one in offered()]
        before = set(usual[: usual.index(key)])
        place = max((at + 1 for at, one in enumerate(self.parts) if one in before), default=0)
        return replace(self, parts=(*self.parts[:place], key, *self.parts[place:]))


def offered() -> tuple[Part, ...]:
    """Every part there is, in the usual order."""
    return (
        Part(TITLE, _WORDS[TITLE]),
        Part(SUM, _WORDS[SUM], "这一期总的怎么样"),
        *(Part(f"{CHART}{one.key}", one.title, one.question) for one in CHARTS),
        *(Part(f"{TABLE}{key}", words) for key, words in TABLES.items()),
        Part(CLOSING, _WORDS[CLOSING], "数从哪里来，结账没有"),
    )


def default_plan(span: Span | None) -> DeckPlan:
    """The slides of a period where the clerk has chosen none: what a meeting has time for."""
    wanted = {TITLE, SUM, *_USUAL.get(span or Span.QUARTER, _QUARTER), CLOSING}
    return DeckPlan(tuple(one.key for one in offered() if one.key in wanted))


def plan_of(keys: Iterable[str], span: Span | None) -> DeckPlan:
    """A plan from kept keys: unknown ones fall away, of none there is the default."""
    known = {one.key for one in offered()}
    found = tuple(dict.fromkeys(one for one in keys if one in known))
    return DeckPlan(found) if found else default_plan(span)
