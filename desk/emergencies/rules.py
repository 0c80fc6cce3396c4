"""The office's rules for emergencies: by when to report, and when to report again."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import count

from desk.calendar import Specials
from desk.emergencies.emergency import Emergency, Grade
from desk.office_clock import day_of, moment_at
from desk.terms import ClockUnit, Since, Term

_SOON = timedelta(hours=1)  # a set time so near to the last report is not meant


@dataclass(frozen=True, slots=True)
class GradeLimit:
    """The limits of one grade: the unit's to us, ours by telephone and on paper.

    After ``followup`` hours the next report is due; 0 means at the set times of the day.
    """

    grade: Grade
    unit: Term
    phone: Term
    written: Term
    followup: int = 0


def _limit(grade: Grade, unit: int, phone: int, written: int, followup: int = 0) -> GradeLimit:
    minutes, known = ClockUnit.MINUTES, Since.KNOWLEDGE
    return GradeLimit(
        grade,
        Term(unit, minutes, Since.EVENT),
        Term(phone, minutes, known),
        Term(written, minutes, known),
        followup,
    )


# 河南 (N10): 15 minutes by telephone and 35 on paper for what is grave, 1 hour for 较大, 6 hours
# for 一般, follow-ups at 8:00 and 17:00. A county (N11): 20 by telephone, 40 on paper; that one
# holds while the grade is not known, and for the units. The seeds give no minutes.
LIMITS = (
    _limit(Grade.GRAVEST, 15, 15, 35, 2),
    _limit(Grade.GRAVE, 15, 15, 35, 4),
    _limit(Grade.LARGER, 20, 60, 60),
    _limit(Grade.COMMON, 60, 360, 360),
    _limit(Grade.OPEN, 20, 20, 40),
)

# The seeds set no day for the final report. 7 days are those of 令第493号 第十三条 for what changes
# after road accidents and fires.
_FINAL = Term(7, ClockUnit.DAYS, Since.KNOWLEDGE)
_SIGNING = Term(1, ClockUnit.WORKING_DAYS, Since.RECEIPT)


@dataclass(frozen=True, slots=True)
class EmergencyRules:
    """What holds in this office; ``times`` are set times of the day, as "08:00".

    ``signing`` is by when what was approved by word is signed on paper.
    """

    limits: tuple[GradeLimit, ...] = LIMITS
    times: tuple[str, ...] = ("08:00", "17:00")
    final: Term = _FINAL
    signing: Term = _SIGNING
    to: str = "市政府总值班室"
    how: str = "政务内网"
    red_head: bool = False
    phone: str = ""  # of the duty room, on the page
    counts_followups: bool = False  # whether 续报 count for the unit as submissions of their own

    def limit(self, grade: Grade) -> GradeLimit:
        """The limits of a grade."""
        found = (one for one in self.limits if one.grade is grade)
        return next(found, LIMITS[-1])

    def next_report(self, grade: Grade, made: datetime) -> datetime | None:
        """When to report again after a report; None where no time is set."""
        hours = self.limit(grade).followup
        if hours:
            return made + timedelta(hours=hours)
        times = sorted(map(time.fromisoformat, self.times))
        if not times:
            return None
        days = (day_of(made) + timedelta(ahead) for ahead in count())
        moments = (moment_at(day, at) for day in days for at in times)
        return next(one for one in moments if one - made > _SOON)

    def unit_due(self, one: Emergency) -> datetime | None:
        """By when its unit had to report it to us; None while nobody knows when it happened."""
        return self._end(self.limit(one.grade).unit, one)

    def phone_due(self, one: Emergency) -> datetime | None:
        """By when we have to telephone."""
        return self._end(self.limit(one.grade).phone, one)

    def written_due(self, one: Emergency) -> datetime | None:
        """By when the first report has to be up on paper."""
        return self._end(self.limit(one.grade).written, one)

    def final_due(self, one: Emergency, specials: Specials) -> datetime | None:
        """By when the final report has to be up."""
        return self._end(self.final, one, specials)

    def signing_due(self, given: datetime, specials: Specials) -> datetime | None:
        """By when what was approved by word has to be signed."""
        try:
            return self.signing.end(given, specials)
        except OverflowError:
            return None

    def _end(self, term: Term, one: Emergency, specials: Specials | None = None) -> datetime | None:
        start = one.happened if term.since is Since.EVENT else one.known
        try:
            return term.end(start, specials or {}) if start else None
        except OverflowError:
            return None
