"""Write letters of a survey by their wording."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from desk.body import Table
from desk.bulletins.matter import Matter, matter_of
from desk.bulletins.options import BulletinOptions
from desk.bulletins.passages import passages_of
from desk.bulletins.phrases import figure
from desk.dates import full_date
from desk.jobs import Job, Progress
from desk.layout.fonts import installed_fonts
from desk.layout.forms import set_form
from desk.notices.choosing import Chosen, chosen
from desk.notices.groups_table import COLUMNS, groups_table
from desk.notices.notice import Notice, NoticeKind, NoticeOptions
from desk.notices.values import Common, common
from desk.surveys.survey import Survey, UnitSurvey

_LONGEST = (0, 40, 25, 15, 8, 5)  # units the hand-out names in one list, 0 for all: as page allows
_READABLE = 10.5  # points: lists are cut before its print becomes smaller
_LISTED, _LISTED_SMALL = 12, 5  # items on a slip that has a page, or half of one
_MONTHS = 12
_MONTH_COLUMNS = (1.4, *(1.0,) * _MONTHS, 1.3)


def writing(
    survey: Survey, kind: NoticeKind, options: NoticeOptions, wording: str
) -> Job[tuple[Notice, ...]]:
    """Write the letters of a kind, group by group; raises TemplateError for a faulty wording."""
    yield Progress(0, 1, f"正在写{kind}")
    matter = matter_of(survey, BulletinOptions(places=options.places))
    if not kind.of_units:
        return (_hand_out(matter, kind, wording),)
    found = chosen(matter, kind, options)
    if not found:
        return ()
    shared = common(matter, _LISTED_SMALL if options.two_up else _LISTED)
    letters = []
    for at, one in enumerate(found):
        yield Progress(at, len(found), f"正在写{kind}")
        letters.append(_letter(shared, kind, one, wording))
    return tuple(letters)


def _letter(shared: Common, kind: NoticeKind, one: Chosen, wording: str) -> Notice:
    group, unit, why = one
    survey = shared.matter.survey
    is_slip = kind is NoticeKind.RANK
    return Notice(
        kind,
        unit.unit,
        passages_of(wording, shared.of(group, unit)),
        survey.office,
        survey.today,
        why,
        _meta(survey) if is_slip else ("", ""),
        _months_table(unit, survey) if is_slip else None,
        _MONTH_COLUMNS if is_slip else (),
    )


def _hand_out(matter: Matter, kind: NoticeKind, wording: str) -> Notice:
    """The hand-out on one page: with lists cut before its print becomes small."""
    small: list[Notice] = []
    for longest in _LONGEST:
        cut = replace(matter, options=replace(matter.options, longest=longest))
        found = _hand_out_of(cut, kind, wording)
        laid = set_form(found.form, installed_fonts())
        if len(laid.paged.pages) == 1:
            if laid.grid.size >= _READABLE:
                return found
            small.append(found)
    return small[0] if small else found


def _hand_out_of(matter: Matter, kind: NoticeKind, wording: str) -> Notice:
    survey = matter.survey
    return Notice(
        kind,
        None,
        passages_of(wording, common(matter).values),
        survey.office,
        survey.today,
        meta=_meta(survey),
        table=groups_table(matter),
        columns=COLUMNS,
    )


def _meta(survey: Survey) -> tuple[str, str]:
    day = survey.today
    return survey.office, full_date(day)


def _months_table(unit: UnitSurvey, survey: Survey) -> Table:
    """The year's months up to the survey's last: sent, adopted, points, and the year so far."""
    return Table(tuple(_months_rows(unit, survey.stretch.last.month)), header_rows=1)


def _months_rows(unit: UnitSurvey, last: int) -> Iterator[tuple[str, ...]]:
    months, year = unit.months, unit.so_far
    there = [value is not None and at < last for at, value in enumerate(months.points)]

    def shown(values: Sequence[Decimal | int | None]) -> Iterator[str]:
        return (
            figure(value) if begun and value is not None else ""
            for value, begun in zip(values, there, strict=True)
        )

    yield ("", *(f"{at}月" for at in range(1, _MONTHS + 1)), "累计")
    yield ("报送", *shown(months.submitted), str(year.submitted))
    yield ("采用", *shown(months.adopted), str(year.adopted))
    yield ("得分", *shown(months.points), figure(year.points))
