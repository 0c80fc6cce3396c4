"""Points by publication and section, typed straight into the list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.errors import FieldError
from desk.importing import values
from desk.publications import Publication, Section
from desk.registering import check_points
from desk.scoring.figures import printed
from desk.scoring.scheme import PointRule
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.registry.cells import CellsModel, make_typable
from ui.session import Session


@dataclass(frozen=True, slots=True)
class PointRow:
    """A place where an item may be printed, with what it is worth there."""

    publication: Publication
    section: Section | None
    points: Decimal | None = None
    composite: Decimal | None = None

    @property
    def key(self) -> tuple[int, int | None]:
        """What a rule names."""
        return self.publication.id, self.section.id if self.section else None

    @property
    def place(self) -> str:
        """The place in words."""
        name = f"《{self.publication.name}》"
        return f"{name}“{self.section.name}”" if self.section else name


class PointsGrid(QWidget):
    """One row for each section, and one for the whole of each publication.

    Signals:
        failed(FieldError): what was typed is no number of points.
        typed(): a figure was taken.
    """

    failed = Signal(object)
    typed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._publications: Sequence[Publication] = ()
        self._rows: list[PointRow] = []
        columns: tuple[Column[PointRow], ...] = (
            Column("publication", "刊物", lambda row: f"《{row.publication.name}》", 160),
            Column("section", "栏目", _section_text, 120, stretch=True),
            Column("points", "单条分", lambda row: _text(row.points), 88, right=True),
            Column("composite", "综合分", lambda row: _text(row.composite), 88, right=True),
        )
        editable = ("points", "composite")
        self.model: CellsModel[PointRow] = CellsModel(columns, editable, self._on_typed)
        self.view = ListView(session, self.model, "分值", empty="先在“刊物与栏目”里登记刊物")
        self.view.setSortingEnabled(False)
        make_typable(self.view)
        self.view.setMinimumHeight(160)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_publications(self, publications: Sequence[Publication]) -> None:
        """Offer the places of these publications."""
        self._publications = publications

    def show_rules(self, rules: Sequence[PointRule]) -> None:
        """Fill in the points of these rules."""
        held = {(rule.publication_id, rule.section_id): rule for rule in rules}
        self._rows = [
            replace(row, points=held[row.key].points, composite=held[row.key].composite)
            if row.key in held
            else row
            for row in self._places(set(held))
        ]
        self.model.set_rows(self._rows)

    @property
    def filled(self) -> int:
        """How many places have points."""
        return sum(row.points is not None for row in self._rows)

    def choose_filled(self, number: int) -> None:
        """Make the place with that number, from 0 among those with points, current."""
        places = [at for at, row in enumerate(self.model.rows) if row.points is not None]
        if 0 <= number < len(places):
            self.view.choose(places[number])

    def rules(self) -> tuple[PointRule, ...]:
        """A rule for every place with points; raises FieldError for composite points alone."""
        for row in self._rows:
            if row.points is None and row.composite is not None:
                raise FieldError("rules", f"{row.place}只有综合分。请把单条分也填上。")
        return self.all_rules()

    def all_rules(self) -> tuple[PointRule, ...]:
        """A rule for every place with points, composite points alone left out."""
        return tuple(
            PointRule(row.publication.id, row.points, row.key[1], row.composite)
            for row in self._rows
            if row.points is not None
        )

    def _places(self, held: set[tuple[int, int | None]]) -> Iterator[PointRow]:
        for publication in self._publications:
            whole = PointRow(publication, None)
            if publication.active or any(key[0] == publication.id for key in held):
                yield from (PointRow(publication, section) for section in publication.sections)
                yield whole

    def _on_typed(self, row: PointRow, key: str, text: str) -> None:
        what = f"{row.place}的{'综合分' if key == 'composite' else '单条分'}"
        try:
            points = read_points(what, text)
        except FieldError as error:
            self.failed.emit(error)
            return
        at = self._rows.index(row)
        single = key == "points"
        changed = replace(row, points=points) if single else replace(row, composite=points)
        self._rows[at] = changed
        self.model.change(row, changed)
        self.typed.emit()


def read_points(what: str, text: str) -> Decimal | None:
    """Points as typed, None for none; raises FieldError that begins with ``what``."""
    if not text.strip():
        return None
    points = values.points(text)
    if points is None:
        raise FieldError("rules", f"{what}“{text}”不对。请写 0 以上的数，最多两位小数。")
    check_points("rules", what, points)
    return points


def _section_text(row: PointRow) -> str:
    return row.section.name if row.section else "（不分栏目）"


def _text(points: Decimal | None) -> str:
    return "" if points is None else printed(points)
