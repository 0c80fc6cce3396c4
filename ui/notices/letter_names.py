"""The names that wordings of letters may use, for the window in which they are edited."""

from collections.abc import Mapping

from desk.bulletins.matter import matter_of
from desk.bulletins.options import BulletinOptions
from desk.bulletins.template import Value
from desk.notices.notice import NoticeKind
from desk.notices.values import common, entries, examples
from desk.surveys.survey import Survey
from ui.bulletins.wording_window import Names


def names_of(kind: NoticeKind) -> Names:
    """What the wording of a kind may name."""
    of_units = kind.of_units
    return Names("函件", entries(of_units=of_units), examples(of_units=of_units))


def values_now(survey: Survey, places: int, unit_id: int) -> Mapping[str, Value]:
    """What all names stand for in a letter to a unit; those of all units alone for 0."""
    shared = common(matter_of(survey, BulletinOptions(places=places)))
    for group in survey.groups:
        for one in group.units:
            if one.unit.id == unit_id:
                return shared.of(group, one)
    return shared.values
