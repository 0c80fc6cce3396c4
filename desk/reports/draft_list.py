"""A list of drafts as A4 pages: what the clerk has on the screen, to take along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk.clocks import state
from desk.drafts import OPEN, DraftRow, Urgency
from desk.errors import DeskError
from desk.layout.fonts import Face, installed_fonts
from desk.office_clock import day_of, office_time
from desk.paths import RESOURCES
from desk.reports.typeset import typeset

MOST = 2000  # drafts: some seventy pages
_TEMPLATE = RESOURCES / "lists" / "drafts.typ"
_FACES = {"title": Face.TITLE, "body": Face.SONG, "heading": Face.HEI}


@dataclass(frozen=True, slots=True)
class ListPart:
    """Drafts under a heading; "" is none."""

    heading: str
    rows: Sequence[DraftRow]


@dataclass(frozen=True, slots=True)
class DraftPaper:
    """What is printed: ``about`` says in words what the list was narrowed to."""

    title: str
    about: str
    made: datetime
    parts: Sequence[ListPart]

    @property
    def count(self) -> int:
        """How many drafts it lists."""
        return sum(len(part.rows) for part in self.parts)


def draft_list_pdf(paper: DraftPaper) -> bytes:
    """Print a list of drafts; raises DeskError for more than ``MOST`` or none."""
    if not paper.count:
        raise DeskError("清单里没有稿件，不用打印。")
    refuse_too_many(paper.count)
    made = office_time(paper.made)
    data = {
        "title": paper.title,
        "about": paper.about,
        "made": f"共 {paper.count} 篇　{made:%Y-%m-%d %H:%M}",
        "parts": _parts(paper),
    }
    return typeset(_TEMPLATE, _FACES, data, made.date(), installed_fonts())


def refuse_too_many(count: int) -> None:
    """Raise DeskError for more drafts than a list on paper is of use for."""
    if count > MOST:
        raise DeskError(
            f"清单有 {count} 篇稿件，一次最多打印 {MOST} 篇。"
            "请先筛选，或者选中要打印的；要全部的，请用“导出为 Excel”。"
        )


def _parts(paper: DraftPaper) -> list[dict[str, object]]:
    """The parts with cells of text; numbers run through all of them."""
    found, number = list[dict[str, object]](), 0
    for part in paper.parts:
        lines = []
        for row in part.rows:
            number += 1
            lines.append([str(number), *_cells(row, paper.made)])
        found.append({"name": part.heading, "lines": lines})
    return found


def _cells(row: DraftRow, now: datetime) -> tuple[str, ...]:
    title = row.title if row.urgency is Urgency.NORMAL else f"【{row.urgency}】{row.title}"
    status = str(row.status)
    if row.due is not None and row.status in OPEN:
        status += " " + state(row.due, now).words.replace(" ", "")
    moment = _moment(row.received, day_of(now))
    return (moment, row.units or "未认出", title, row.kind, status, row.holder)


def _moment(moment: datetime, today: date) -> str:
    local = office_time(moment)
    return f"{local:%m-%d %H:%M}" if local.year == today.year else f"{local:%Y-%m-%d}"
