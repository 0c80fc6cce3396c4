"""The lines of 今日: what is shown now, many of a kind in one, what was put off apart."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.agenda.duty import Duty, Field, Together
from desk.agenda.snooze import Snooze
from desk.clocks import Pressure, state

URGENT = "urgent"
_CARDS: Mapping[str, tuple[Field, ...]] = {
    "刊期": (Field.ISSUE,),
    "来稿与审签": (Field.DRAFT, Field.APPROVAL),
    "约稿": (Field.COMMISSION,),
    "批示": (Field.INSTRUCTION,),
    "上报与选题": (Field.FORWARDING, Field.TOPIC),
    "考核、稿酬与本机": (Field.SCORES, Field.FEE, Field.OFFICE),
}
CARDS = tuple(_CARDS)
_CARD_OF = {field: card for card, fields in _CARDS.items() for field in fields}
_FAR = 10**9


@dataclass(frozen=True, slots=True)
class Line:
    """One line with the duties it stands for; ``page`` and ``target`` are where it leads."""

    text: str
    duties: tuple[Duty, ...]
    page: str
    target: object
    who: str = ""
    key: str = ""  # it is known again by this when the lines are made anew

    @property
    def card(self) -> str:
        """The card it stands on, or ``URGENT``."""
        first = self.duties[0]
        is_urgent = first.is_alarm or first.field is Field.EMERGENCY
        return URGENT if is_urgent else _CARD_OF[first.field]

    @property
    def due(self) -> datetime | None:
        """The earliest limit of its duties."""
        return min((one.due for one in self.duties if one.due), default=None)

    def pressure(self, now: datetime) -> Pressure:
        """How near its limit is."""
        if self.due is None:
            return Pressure.OVER if self.duties[0].is_alarm else Pressure.CALM
        return state(self.due, now).pressure

    def clock(self, now: datetime) -> str:
        """Its limit as a shape and words: ▲ 超 2 天, △ 余 3 小时; "" without a limit."""
        if self.due is None:
            return "▲ 注意" if self.duties[0].is_alarm else ""
        words, pressure = state(self.due, now).words, self.pressure(now)
        longest = "最久" if len(self.duties) > 1 and pressure is Pressure.OVER else ""
        return f"{pressure.shape} {longest}{words}".lstrip()


@dataclass(frozen=True, slots=True)
class Agenda:
    """今日 as it is now; ``apart`` are the duties put off, each with why."""

    lines: tuple[Line, ...]
    apart: tuple[tuple[Duty, Snooze], ...]

    def of(self, card: str) -> list[Line]:
        """The lines of a card, the most pressing first."""
        return [one for one in self.lines if one.card == card]

    @property
    def count(self) -> int:
        """How many duties are told."""
        return sum(len(one.duties) for one in self.lines)


def agenda(duties: Iterable[Duty], put_off: Mapping[str, Snooze], now: datetime) -> Agenda:
    """What belongs on 今日 at this moment."""
    due = [one for one in duties if one.is_shown(now)]
    left = [one for one in due if one.key not in put_off]
    apart = tuple((one, put_off[one.key]) for one in due if one.key in put_off)
    lines = sorted(_lines(left), key=_rank)
    return Agenda(tuple(lines), apart)


def _lines(duties: Iterable[Duty]) -> Iterator[Line]:
    kinds: dict[Together | str, list[Duty]] = {}
    for one in duties:
        kinds.setdefault(one.together or one.key, []).append(one)
    for kind, some in kinds.items():
        if isinstance(kind, Together) and len(some) > kind.alone:
            told = kind.words.format(len(some))
            yield Line(told, tuple(some), kind.page, kind.target, _whose(some), kind.words)
        else:
            for one in some:
                yield Line(one.text, (one,), one.page, one.target, one.who, one.key)


def _whose(duties: Sequence[Duty]) -> str:
    """With whom many are, who has most first: 郑国平 2、李文 1."""
    counts = Counter(one.who.partition("　")[0] or one.text for one in duties)
    return "、".join(f"{who} {n}" if n > 1 else who for who, n in counts.most_common())


def _rank(line: Line) -> tuple[float, str]:
    """The earliest limit first; what has none comes last."""
    return (line.due.timestamp() if line.due else float(_FAR * 10), line.key)
