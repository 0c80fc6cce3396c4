"""Drafts that tell again what another has told: a unit's second try, an office passing one on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

from desk.demo.blanks import person
from desk.demo.manuscripts import Manuscript
from desk.demo.registry import demo_office

_AGAIN = 2  # drafts that their unit sends a second time


def repeats(drafts: Sequence[Manuscript], random: Random) -> list[Manuscript]:
    """Three drafts of the last day that repeat earlier ones of these weeks."""
    today = max(one.report for one in drafts)
    able = [one for one in drafts if one.report < today and not (one.table or one.picture)]
    local = [one for one in able if one.units[0] in demo_office().townships]
    chosen = [one for one in able if one not in local][-_AGAIN:]
    return [
        *(_once_more(one, today) for one in chosen),
        *(_passed_on(one, today, random) for one in local[-1:]),
    ]


def _once_more(told: Manuscript, day: date) -> Manuscript:
    """The same unit sends it again with another beginning of the title."""
    return replace(told, title=f"{told.units[0]}：{told.title}", report=day, faults=())


def _passed_on(told: Manuscript, today: date, random: Random) -> Manuscript:
    """A county office reports what a township has reported, in nearly the same words."""
    first, *rest = told.paragraphs
    return replace(
        told,
        paragraphs=(f"据{told.units[0]}报告，{first}", *rest),
        units=("县农业农村局",),
        author=person(random),
        report=today,
        faults=(),
    )
