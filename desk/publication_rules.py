"""What a publication must be before it is kept."""

from collections.abc import Sequence
from dataclasses import replace

from desk.errors import FieldError
from desk.layout.shelf import template_names
from desk.publications import Appearance, Publication, Recipient, Rhythm, Schedule

MOST_COPIES = 9999
SIZES = (12, 120)  # of the name in the 报头, in points
MOST_SPACING = 60  # points
GRIDS = ("", "full", "word")
CONTENTS = ("", "always", "never", "pages")
_DAYS = {Rhythm.WEEKLY: range(7), Rhythm.MONTHLY: range(1, 32)}


def tidy(publication: Publication) -> Publication:
    """Trim what is typed and leave out what is empty or has no meaning."""
    sections = (
        replace(section, name=section.name.strip(), position=position)
        for position, section in enumerate(publication.sections)
    )
    lines = (line.strip() for line in publication.send_to)
    schedule = publication.schedule
    days = sorted(set(schedule.days)) if schedule.rhythm in _DAYS else ()
    return replace(
        publication,
        name=publication.name.strip().strip("《》"),
        sections=tuple(sections),
        send_to=tuple(line for line in lines if line),
        readers=publication.readers.strip(),
        mark=publication.mark.strip(),
        schedule=replace(schedule, days=tuple(days)),
        recipients=tuple(replace(one, name=one.name.strip()) for one in publication.recipients),
    )


def check(publication: Publication) -> None:
    """Raise FieldError with what is wrong first."""
    if not publication.name:
        raise FieldError("name", "刊物名称不能为空。请填写名称，不用写书名号。")
    if publication.template and publication.template not in template_names():
        raise FieldError("template", f"没有叫“{publication.template}”的版式。请从列表里选。")
    if not 0 <= publication.copies <= MOST_COPIES:
        raise FieldError("copies", f"印数要在 0 到 {MOST_COPIES} 之间。请改正。")
    _check_sections([section.name for section in publication.sections])
    check_schedule(publication.schedule)
    _check_appearance(publication.appearance)
    _check_recipients(publication.recipients)


def _check_sections(names: Sequence[str]) -> None:
    twice = next((name for name in names if names.count(name) > 1), "")
    if not all(names):
        raise FieldError("sections", "栏目名称不能为空。请填写名称，或者去掉这个栏目。")
    if twice:
        raise FieldError("sections", f"栏目“{twice}”写了两次。请去掉一个或改名。")


def check_schedule(schedule: Schedule) -> None:
    """Raise FieldError where a rhythm lacks its days or names days that there are not."""
    allowed = _DAYS.get(schedule.rhythm)
    if allowed is None:
        return
    weekly = schedule.rhythm is Rhythm.WEEKLY
    if not schedule.days:
        wanted = "请至少选一个星期几" if weekly else "请写上每月哪几天，例如 10、20"
        raise FieldError("days", f"{schedule.rhythm}出刊要有日子。{wanted}。")
    wrong = next((day for day in schedule.days if day not in allowed), None)
    if wrong is not None and weekly:
        raise FieldError("days", "没有这个星期几。请重新选择周一到周日。")
    if wrong is not None:
        raise FieldError("days", f"每月没有 {wrong} 日。请写 1 到 31 之间的数，用、隔开。")


def _check_appearance(look: Appearance) -> None:
    least, most = SIZES
    if look.size and not least <= look.size <= most:
        raise FieldError(
            "size", f"报头字号 {look.size:g} 磅不行：要在 {least} 到 {most} 磅之间，0 为照模板。"
        )
    if look.spacing is not None and not 0 <= look.spacing <= MOST_SPACING:
        raise FieldError("spacing", f"报头字距要在 0 到 {MOST_SPACING} 磅之间。请改正。")
    if look.grid not in GRIDS:
        raise FieldError("grid", f"没有叫“{look.grid}”的版心。请从列表里选。")
    if look.contents not in CONTENTS:
        raise FieldError("contents", f"没有“{look.contents}”这种目录设置。请从列表里选。")


def _check_recipients(recipients: Sequence[Recipient]) -> None:
    seen: set[tuple[str, str]] = set()
    for at, one in enumerate(recipients, 1):
        if not one.name:
            raise FieldError(
                "recipients", f"发送范围第 {at} 行没有写单位或职务。请填写，或者去掉这一行。"
            )
        if not 0 <= one.copies <= MOST_COPIES:
            raise FieldError("recipients", f"“{one.name}”的份数要在 0 到 {MOST_COPIES} 之间。")
        if (one.way, one.name) in seen:
            raise FieldError(
                "recipients", f"发送范围里“{one.way}：{one.name}”写了两次。请去掉一行，合计份数。"
            )
        seen.add((one.way, one.name))
