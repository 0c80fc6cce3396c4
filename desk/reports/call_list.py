"""The call list (催批单): who has what for how long, a page for everybody to be called."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.errors import DeskError
from desk.layout.fonts import Face, installed_fonts
from desk.office_clock import office_time
from desk.paths import RESOURCES
from desk.reports.typeset import typeset

_TEMPLATE = RESOURCES / "slips" / "calls.typ"
_FACES = {"title": Face.TITLE, "body": Face.SONG, "heading": Face.HEI}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft that waits; ``waited`` in words, ``said`` what was answered last."""

    title: str
    stage: str
    since: datetime
    waited: str
    calls: int
    said: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody to be called, and what they have."""

    name: str
    phone: str
    drafts: Sequence[Waiting]


def call_list_pdf(office: str, people: Sequence[Called], now: datetime) -> bytes:
    """Print the list; raises DeskError where nobody is to be called."""
    if not people:
        raise DeskError("没有超时的稿件，不用催批。")
    made = office_time(now)
    data = {
        "title": f"{office}信息文稿催批单",
        "made": f"{made:%Y-%m-%d %H:%M}",
        "people": [_person(one) for one in people],
    }
    return typeset(_TEMPLATE, _FACES, data, made.date(), installed_fonts())


def _person(person: Called) -> dict[str, object]:
    phone = f"电话 {person.phone}　" if person.phone else ""
    return {
        "name": person.name or "待定",
        "about": f"{phone}{len(person.drafts)} 篇",
        "lines": [
            [
                str(number),
                one.title,
                one.stage,
                f"{office_time(one.since):%m-%d %H:%M}",
                one.waited,
                f"{one.calls} 次" if one.calls else "",
                one.said,
            ]
            for number, one in enumerate(person.drafts, 1)
        ],
    }
