"""Write the drafts of the current weeks, about a third of them with real faults."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from desk.demo.blanks import fill, names_for, person
from desk.demo.faults import FAULTS, Text
from desk.demo.figures import draw_figures
from desk.demo.stories import Story, TableText, stories
from desk.demo.workdays import workdays_back
from desk.drafts import Kind

WORKDAYS = 8  # the current weeks
_MOST_FAULTS = 3
_ONCE = {"T06"}  # too striking to be seen twice


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What one unit, or several together, wrote and sent in on the report day."""

    title: str
    paragraphs: tuple[str, ...]
    units: tuple[str, ...]  # short names, the sender first
    author: str
    phone: str
    approver: str
    event: date
    report: date
    kind: Kind
    topic: str
    table: TableText | None = None
    picture: str = ""  # photo, chart or nothing
    caption: str = ""
    faults: tuple[str, ...] = ()  # codes of the rules that must find something


def current_manuscripts(seed: int, today: date) -> list[Manuscript]:
    """The drafts of the last working days, by report day; each story in season told once."""
    random = Random(f"{seed}:{today}:drafts")  # noqa: S311 - the same office every time
    days = workdays_back(today, WORKDAYS)
    told = [story for story in stories() if today.month in story.months]
    random.shuffle(told)
    busy: Counter[str] = Counter()
    written = []
    for place, story in enumerate(told):
        teller = min(story.tellers, key=lambda unit: (busy[unit], random.random()))
        busy[teller] += 1
        written.append(tell(story, teller, days[place * len(days) // len(told)], random))
    return _with_faults(written, random)


def tell(story: Story, unit: str, report: date, random: Random) -> Manuscript:
    """Write one story as a unit that reports it on a day."""
    event = report - timedelta(random.choice((0, 0, 1)))
    values = names_for(unit, event, random) | draw_figures(story.figures, random)

    def filled(text: str) -> str:
        return fill(text, values, event, random)

    table = story.table
    partners = tuple(partner for partner in story.partners if partner != unit)
    return Manuscript(
        title=filled(random.choice(story.titles)),
        paragraphs=tuple(filled(paragraph) for paragraph in story.paragraphs),
        units=(unit, *partners),
        author=person(random),
        phone=f"0399-52{random.randint(10000, 99999)}",
        approver=person(random),
        event=event,
        report=report,
        kind=story.kind,
        topic=story.topic,
        table=table
        and TableText(
            filled(table.caption), tuple(tuple(filled(cell) for cell in row) for row in table.rows)
        ),
        picture=story.picture,
        caption=filled(story.caption),
    )


def _with_faults(drafts: list[Manuscript], random: Random) -> list[Manuscript]:
    """Give every sort of fault to one draft that can have it, which makes about a third."""
    able = {
        code: [place for place, draft in enumerate(drafts) if spoil(_text(draft), random)]
        for code, spoil in FAULTS.items()
    }
    wanted: dict[int, str] = {}
    for code in sorted(able, key=lambda code: len(able[code])):
        if free := [place for place in able[code] if place not in wanted]:
            wanted[random.choice(free)] = code
    return [
        _spoilt(draft, wanted[place], random) if place in wanted else draft
        for place, draft in enumerate(drafts)
    ]


def _text(draft: Manuscript) -> Text:
    return Text(draft.title, draft.paragraphs, draft.units[0], draft.event)


def _spoilt(clean: Manuscript, first: str, random: Random) -> Manuscript:
    """Put the first fault in, and up to two others that do not hide it."""
    text, made = _text(clean), list[str]()
    others = sorted(FAULTS.keys() - {first, *_ONCE})
    random.shuffle(others)
    wanted = random.randint(1, _MOST_FAULTS)
    for code in (first, *others):
        if len(made) == wanted:
            break
        worse = None if _hides(code, made) else FAULTS[code](text, random)
        if worse is not None:
            text = worse
            made.append(code)
    return replace(clean, title=text.title, paragraphs=text.paragraphs, faults=tuple(sorted(made)))


_SAME_PLACE = (
    {"P01", "P09", "P10", "P11", "F02", "W14", "S04", "T08"},
    {"D01", "D02", "W01"},
    {"T01", "T02"},
    {"T06", "T09", "T08"},
    {"P03", "S04"},
    {"P01", "P08", "F02"},
    {"P01", "P05", "P02"},
    {"P02", "S01", "W02", "W08"},  # an open quotation mark masks what follows it
    {"P05", "S04"},
)


def _hides(code: str, made: list[str]) -> bool:
    """Whether two faults would meet in one place and one of them could go unseen."""
    return any(code in family and any(one in family for one in made) for family in _SAME_PLACE)
