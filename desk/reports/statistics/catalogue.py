"""All columns there are for a survey, and layouts with their families put in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from desk.reports.statistics.column import StatColumn
from desk.reports.statistics.families import FAMILIES, Kin, kin_of
from desk.reports.statistics.layout import Item, TableLayout
from desk.reports.statistics.place_columns import place_columns, tier_columns, way_columns
from desk.reports.statistics.point_columns import point_columns
from desk.reports.statistics.portions import UnitFigures, figures_of
from desk.reports.statistics.remark_columns import remark_columns
from desk.reports.statistics.sending_columns import draft_columns, sending_columns, unit_columns
from desk.reports.statistics.task_columns import instruction_columns, levels_of, task_columns
from desk.reports.statistics.words import Words, words_of
from desk.reports.statistics.year_columns import compared_columns, month_columns, year_columns
from desk.surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The columns of a survey by key, and its units with their figures."""

    survey: Survey
    columns: Mapping[str, StatColumn]
    units: tuple[UnitFigures, ...]
    kin: Kin
    words: Words

    def expanded(self, layout: TableLayout) -> tuple[Item, ...]:
        """A layout's items with families put in; what there is no longer is left out."""
        return tuple(self._expanded(layout.items))

    def unknown(self, layout: TableLayout) -> tuple[str, ...]:
        """The keys of a layout that there are no columns for, as of a publication deleted since."""
        return tuple(key for key in layout.keys if key not in self.columns and key not in FAMILIES)

    def _expanded(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            if item.parts:
                parts = tuple(self._expanded(item.parts))
                if parts:
                    yield replace(item, text=self.words.put_in(item.text), parts=parts)
            elif item.key in FAMILIES:
                yield from self._expanded(FAMILIES[item.key].items(self.kin))
            elif item.key in self.columns:
                text = self.words.put_in(item.text) or self.columns[item.key].label.name
                yield replace(item, text=text)


def catalogue(survey: Survey) -> Catalogue:
    """Find all columns for a survey."""
    units = tuple(figures_of(survey))
    words = words_of(survey.stretch)
    levels = levels_of(sort for one in units for sort in one.year)
    columns = _columns(survey, words, levels)
    return Catalogue(
        survey, {one.label.key: one for one in columns}, units, kin_of(survey, units), words
    )


def _columns(survey: Survey, words: Words, levels: Iterable[str]) -> Iterator[StatColumn]:
    groups = {unit.unit.id: group.group.name for group in survey.groups for unit in group.units}
    how = survey.roundings
    yield from unit_columns(groups)
    yield from sending_columns(words, how)
    yield from place_columns(survey.publications)
    yield from tier_columns()
    yield from way_columns()
    yield from point_columns(words)
    yield from instruction_columns(levels)
    yield from task_columns()
    yield from year_columns(words, how)
    yield from compared_columns(words, how)
    yield from month_columns()
    yield from draft_columns()
    yield from remark_columns()
