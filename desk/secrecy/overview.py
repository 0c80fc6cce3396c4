"""What the office looks after: items above the ceiling, drafts to wipe, what went out sealed."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.audit import AuditQuery
from desk.audit_lines import lines_of
from desk.drafts import Draft, Secrecy
from desk.leaving import Way
from desk.office_clock import day_of
from desk.secrecy.grades import rank
from desk.secrecy.retention import due, retention_of
from desk.secrecy.wiping import certificates
from desk.store import Store, Work


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: a day, what it is, more about it, and what it leads to."""

    day: str
    what: str
    about: str
    subject: str = ""
    draft_id: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """All lists at once."""

    above: tuple[Line, ...]
    due: tuple[Line, ...]
    carried: tuple[Line, ...]
    certificates: tuple[Line, ...]


def overview(store: Store, ceiling: Secrecy, today: date) -> Overview:
    """Read the lists."""
    with store.read() as work:
        rules = retention_of(work)
        return Overview(
            tuple(
                _line(one, f"密级“{one.secrecy}”，高于上限“{ceiling}”")
                for one in above(work, ceiling)
            ),
            tuple(
                _line(one, f"{one.status}，保管 {rules.years(one.status)} 年到期")
                for one in due(work, today)
            ),
            tuple(_carried(work)),
            tuple(
                Line(f"{day:%Y-%m-%d}", "销毁证明", words, digest)
                for day, words, digest in certificates(work)
            ),
        )


def above(work: Work, ceiling: Secrecy) -> list[Draft]:
    """The drafts that are marked above what this machine may hold."""
    grades = [one for one in Secrecy if rank(one) > rank(ceiling)]
    return work.drafts.several(work.drafts.graded(grades))


def _carried(work: Work) -> list[Line]:
    ids = work.audit.ids(AuditQuery(action=Way.CARRIED), 500)
    return [
        Line(_day(one.record.when), one.concerns, f"{one.record.who}：{one.record.detail}")
        for one in lines_of(work, ids)
    ]


def _line(draft: Draft, about: str) -> Line:
    return Line(_day(draft.received), draft.title, about, f"draft:{draft.id}", draft.id)


def _day(moment: datetime) -> str:
    return f"{day_of(moment):%Y-%m-%d}"
