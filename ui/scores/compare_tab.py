"""比较: some units side by side, or every unit against the same days of last year."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
)
from typing_extensions import override

from desk.scoring.figures import printed
from desk.surveys.comparing import (
    FEWEST,
    MOST,
    Side,
    YearChange,
    difference_words,
    side_by_side,
    year_on_year,
    year_words,
)
from desk.surveys.survey import Survey, UnitSurvey
from desk.surveys.words import signed
from ui import style
from ui.export import Export
from ui.keys import bind
from ui.lists.column import Column
from ui.lists.list_model import Index
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.scores.board_drawing import draw_months
from ui.scores.tab import ScoresTab

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from ui.scores.page import ScoresPage

_EMPTY = (
    "在“考核一览”里选 2 到 6 个单位（按住 Ctrl 单击，或者 Shift+↑↓），再按 Ctrl+B，"
    "这里并排比它们的得分、采用、逐月、类型、级别和约稿。"
)
_NO_UNITS = "还没有单位。请先在“资料”里导入单位名册和目标任务。"
_UNIT = "unit "
_UNIT_WIDTH = 184
_UNKNOWN = Decimal(-1_000_000)


class CompareTab(ScoresTab):
    """Alt+U units side by side, Alt+Y against last year."""

    title = "比较"
    needs_survey = True

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self._survey: Survey | None = None
        self._wanted: tuple[int, ...] = ()
        self._units: Sequence[UnitSurvey] = ()
        self.sides: MemoryModel[Side] = MemoryModel(())
        self.sides_view = ListView(self.session, self.sides, "单位比较", empty=_EMPTY)
        self.months = MonthsBeside(self, style.Look(self.session.settings.scale))
        self.sides_view.setItemDelegate(self.months)
        self.years: MemoryModel[YearChange] = MemoryModel(_year_columns({}))
        self.years_view = ListView(self.session, self.years, "与去年同期比较", empty=_NO_UNITS)
        self.words = QLabel(wordWrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.one = QLabel(wordWrap=True)  # the unit under the cursor against last year
        self.one.setObjectName("muted")
        self.one.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self.years_view.chosen.connect(self._tell_one)
        self.years_view.opened.connect(
            lambda at: self.page.show_target(self.years.row(at).one.unit.id)
        )

    def compare(self, unit_ids: Sequence[int]) -> None:
        """Put these units side by side."""
        self._wanted = tuple(unit_ids)
        self._choose(self.beside)
        self._fill()

    @override
    def show_survey(self, survey: Survey) -> None:
        self._survey = survey
        self._fill()

    @override
    def narrow(self) -> None:
        self._fill()

    @override
    def paper_list(self) -> ListView:
        return self.sides_view if self.beside.isChecked() else self.years_view

    @override
    def exports(self) -> Sequence[Export]:
        return (Export("比较（Excel）", lambda: self.paper_list().export()),)

    def _fill(self) -> None:
        survey = self._survey
        if survey is None:
            self.words.setText("正在读……")
            return
        if self.beside.isChecked():
            self._fill_sides(survey)
        else:
            self._fill_years(survey)

    def _fill_sides(self, survey: Survey) -> None:
        held = {one.unit.id: one for one in survey.units}
        self._units = [held[one] for one in self._wanted if one in held][:MOST]
        is_enough = len(self._units) >= FEWEST
        self.months.units = self._units
        self.sides.set_columns(tuple(_side_columns(self._units)) if is_enough else ())
        self.sides.set_rows(side_by_side(self._units, survey) if is_enough else ())
        self.words.setText(difference_words(self._units) if is_enough else "")
        self.one.hide()
        look = style.Look(self.session.settings.scale)
        for at, row in enumerate(self.sides.rows):
            if row.months:
                self.sides_view.setRowHeight(at, look.px(2 * style.ROW_HEIGHT))

    def _fill_years(self, survey: Survey) -> None:
        groups = {one.group.id: one.group.name for one in survey.groups}
        shown = [
            one
            for one in year_on_year(survey)
            if self.page.group_id in (None, one.one.unit.group_id)
        ]
        self.years.set_columns(_year_columns(groups))
        self.years.set_rows(shown)
        self.years.set_filter(self.page.words)
        self.words.setText(year_words(shown, survey))
        self.one.show()
        if self.years.rows:
            self.years_view.choose(0)
        else:
            self.one.clear()

    def _tell_one(self, at: int) -> None:
        if 0 <= at < len(self.years.rows):
            self.one.setText(self.years.row(at).words)

    def _choose(self, button: QToolButton) -> None:
        button.setChecked(True)
        self.stack.setCurrentWidget(self.paper_list())

    def _on_kind(self, button: QToolButton) -> None:
        self._choose(button)
        self._fill()
        self.paper_list().take_focus()

    def _lay_out(self) -> None:
        self.beside = _chip("单位之间", "选中的 2 到 6 个单位并排（Alt+U）")
        self.against = _chip(
            "与去年同期", "每个单位和去年同样的日子比，并过来的单位算在一起（Alt+Y）"
        )
        self._kinds = QButtonGroup(self)
        self.stack = QStackedWidget()
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        for button, view, keys in (
            (self.beside, self.sides_view, "Alt+U"),
            (self.against, self.years_view, "Alt+Y"),
        ):
            self._kinds.addButton(button)
            self.stack.addWidget(view)
            head.addWidget(button)
            bind(self, keys, partial(self._on_kind, button))
        head.addWidget(self.words, 1)
        self.beside.setChecked(True)
        self._kinds.buttonClicked.connect(self._on_kind)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.one)


class MonthsBeside(QStyledItemDelegate):
    """Draws the row of the months, all units to one measure; the other rows are texts."""

    def __init__(self, parent: QObject, look: style.Look) -> None:
        super().__init__(parent)
        self.look = look
        self.units: Sequence[UnitSurvey] = ()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, at = index.model(), index.column() - 1
        is_months = isinstance(model, MemoryModel) and model.row(index.row()).months
        if not is_months or not 0 <= at < len(self.units):
            super().paint(painter, option, index)
            return
        area: QRect = option.rect  # type: ignore[attr-defined]  # missing from the stub
        room = QRectF(area.adjusted(9, 8, -9, -8))
        room.setWidth(min(room.width(), self.look.px(_UNIT_WIDTH) - 18))
        beside = [points for one in self.units for points in one.months.points]
        draw_months(painter, room, self.units[at].months.points, beside)


def _side_columns(units: Sequence[UnitSurvey]) -> Sequence[Column[Side]]:
    def column(at: int, one: UnitSurvey) -> Column[Side]:
        return Column(
            f"{_UNIT}{one.unit.id}",
            one.unit.short,
            lambda row: row.texts[at],
            _UNIT_WIDTH,
            sort=lambda _row: 0,  # the figures have an order of their own
            bold=lambda row: at in row.best,
            tip=lambda row: f"{one.unit.name}\n{row.texts[at]}",
        )

    figure: Column[Side] = Column("figure", "指标", lambda row: row.name, 112, sort=lambda _row: 0)
    return (figure, *(column(at, one) for at, one in enumerate(units)))


def _year_columns(groups: dict[int, str]) -> tuple[Column[YearChange], ...]:
    def group(row: YearChange) -> str:
        return groups.get(row.one.unit.group_id, "未分组")

    return (
        Column("group", "分组", group, 92, tip=group),
        Column(
            "unit",
            "单位",
            lambda row: row.one.unit.short,
            140,
            tip=lambda row: row.one.unit.name,
            stretch=True,
        ),
        _figure("points", "得分", lambda row: row.one.score.points),
        _figure("points_ago", "去年同期", lambda row: row.points_ago),
        _figure("difference", "增减", lambda row: row.difference, told=signed, colour=_colour),
        _figure("growth", "增减%", lambda row: row.growth, told=lambda one: f"{one:+}%"),
        _figure("adopted", "采用", lambda row: Decimal(row.one.score.adopted)),
        _figure("adopted_ago", "去年采用", lambda row: _ago(row, "adopted")),
        _figure("submitted", "报送", lambda row: Decimal(row.one.score.submitted)),
        _figure("submitted_ago", "去年报送", lambda row: _ago(row, "submitted")),
        _figure("rank", "名次", lambda row: Decimal(row.one.score.rank)),
        _figure("rank_ago", "去年名次", lambda row: _ago(row, "rank")),
        Column("note", "说明", _note, 150, tip=_note),
    )


def _ago(row: YearChange, name: str) -> Decimal | None:
    return Decimal(getattr(row.one.year_ago, name)) if row.one.year_ago else None


def _note(row: YearChange) -> str:
    if row.points_ago is None:
        return "去年没有这个单位"
    return "去年得分含并入的单位，条数不含" if row.merged else ""


def _colour(row: YearChange) -> str | None:
    difference = row.difference or Decimal(0)
    return style.RED if difference < 0 else style.GREEN if difference > 0 else None


def _figure(
    key: str,
    title: str,
    value: Callable[[YearChange], Decimal | None],
    *,
    told: Callable[[Decimal], str] = printed,
    colour: Callable[[YearChange], str | None] | None = None,
) -> Column[YearChange]:
    def text(row: YearChange) -> str:
        found = value(row)
        return "—" if found is None else told(found)

    def order(row: YearChange) -> Decimal:
        found = value(row)
        return _UNKNOWN if found is None else found

    return Column(key, title, text, 76, sort=order, right=True, colour=colour)


def _chip(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setCheckable(True)
    button.setObjectName("chip")
    return button
