"""The running text: levels from numbers and headings, blanks trimmed, the event's date."""

import re
from datetime import date, timedelta

from desk.body import Block, Body, Level, Paragraph, Run, level_of
from desk.intake.document import Line
from desk.intake.recognition.captions import Item
from desk.intake.recognition.dates import dates, relative
from desk.intake.recognition.people import names

_QUOTED = re.compile(r"《[^》]*》|“[^”]*”")
_NOT_THE_EVENT = re.compile(
    r"(?:截至|截止|截止到|自|从|为期|定于|拟于|将于|计划于|预计|到|至)\s*(?:目前|今年)?\s*$"
)
_FROM_THEN = re.compile(r"^\s*(?:以来|止|前|起|之前|以前|底前)")
_CORRESPONDENT = re.compile(
    r"^.{0,12}[（(](?:特约)?(?:通讯员|信息员|记者)[ \u3000:：]*([^）)]{2,20})[）)]"
)
_EDITOR = re.compile(r"^[【\[]?(?:编者按|编者的话|导语|摘要|内容提要)[】\]]?\s*[:：]?")
_EARLY = 40  # characters within which a day is surely the event's
_RELATIVE_WITHIN = 60
_DAY_ALONE = re.compile(r"^(\d{1,2})日[，,上下早中晚凌至到]")
_LEAD = 2_000  # characters in which the event is looked for
_BLANKS = " \t\u3000\xa0\u2002\u2003"  # the last two stand in web pages
_INNER = re.compile(r"[\t\xa0\u2002\u2003]+")


def to_body(items: list[Item]) -> Body:
    """The items as blocks of a body; headings without a number keep their place."""
    headings = sorted({item.heading for item in items if isinstance(item, Line) and item.heading})
    levels = {heading: Level(min(place + 1, 4)) for place, heading in enumerate(headings)}
    blocks: list[Block] = []
    for item in items:
        if not isinstance(item, Line):
            blocks.append(item)
        elif runs := _trimmed(item.runs):
            text = "".join(run.text for run in runs)
            blocks.append(Paragraph(runs, level_of(text) or levels.get(item.heading, Level.PLAIN)))
    return Body(tuple(blocks))


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs without blanks at both ends and without tabs."""
    text = "".join(run.text for run in runs)
    start = len(text) - len(text.lstrip(_BLANKS))
    end = len(text.rstrip(_BLANKS))
    kept: list[Run] = []
    place = 0
    for run in runs:
        part = run.text[max(start - place, 0) : max(end - place, 0)]
        place += len(run.text)
        if part:
            kept.append(Run(_INNER.sub(" ", part), run.bold))
    return tuple(kept)


def lead(body: Body) -> str:
    """The first paragraph that is neither heading nor an editor's word."""
    texts = (item.text for item in body.paragraphs if item.level == Level.PLAIN)
    return next((text for text in texts if not _EDITOR.match(text)), "")[:_LEAD]


def lead_author(body: Body) -> str | None:
    """The correspondent named in brackets where a news text begins."""
    match = _CORRESPONDENT.match(lead(body))
    return "、".join(names(match[1])) or None if match else None


def event_date(body: Body, reported: date | None, near: date) -> tuple[date | None, bool]:
    """The first date in the lead that is a day something happened on, and whether that is sure.

    A day without a month counts only at the very start, and only beside a report's date. A day
    told from the day of the report (昨日) is not sure, nor is one far into the lead.
    """
    text = lead(body)
    if reported and (match := _DAY_ALONE.match(text)):
        return _latest(int(match[1]), reported), False
    masked = _QUOTED.sub(lambda match: "□" * len(match[0]), text)
    told = [
        *((found, found.start <= _EARLY) for found in dates(masked, reported or near)),
        *((found, False) for found in relative(masked[:_RELATIVE_WITHIN], reported or near)),
    ]
    for found, is_sure in sorted(told, key=lambda one: one[0].start):
        before, behind = masked[: found.start], masked[found.end :]
        if found.day <= near and not _NOT_THE_EVENT.search(before) and not _FROM_THEN.match(behind):
            return found.day, is_sure
    return None, True


def _latest(day: int, reported: date) -> date | None:
    """The last such day up to the report."""
    month = reported if day <= reported.day else reported.replace(day=1) - timedelta(days=1)
    try:
        return month.replace(day=day)
    except ValueError:
        return None
