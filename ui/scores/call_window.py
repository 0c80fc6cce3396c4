"""来电: a unit rings up, and its figures are said within seconds."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget
from typing_extensions import override

from desk.closings.books import shown
from desk.closings.closing import Closing
from desk.initials import place_of, spellings
from desk.scoring.results import ScoreTable, UnitScore
from desk.surveys.calling import aside_of
from desk.surveys.card import Aside, card
from desk.surveys.survey import Survey
from desk.surveys.surveying import survey
from desk.units import Unit
from ui.keys import bind
from ui.scores.card_view import CardView
from ui.session import Session
from ui.side_window import SideWindow

_SIZE = (620, 680)
_OFFERED = 6
_FAR = 9
_HINT = "打单位的拼音首字母、简称或代码，按 Enter。\n\n得分、名次、差距马上在这里，可以照着念。"
_NO_UNITS = "还没有单位。请先在“资料”里导入单位名册和目标任务。"
_MORE = "正在读走势、逐月、来稿情况……"


class CallWindow(SideWindow):
    """Type a few letters, Enter: the card of the year so far. The figures are read on opening."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "来电", "scores")
        self._units: Sequence[Unit] = ()
        self._offered: Sequence[Unit] = ()
        self._table: ScoreTable | None = None
        self._survey: Survey | None = None
        self._unit: Unit | None = None
        self._aside: Aside | None = None
        self._call = 0  # what was read for a former one is not shown
        self.field = QLineEdit(placeholderText="哪个单位？拼音首字母、简称、代码都行")
        self.field.setAccessibleName("单位")
        self.field.installEventFilter(self)
        self._names = QStringListModel()
        self.list = QListView()
        self.list.setModel(self._names)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card = CardView(session)
        self.content.addWidget(self.field)
        self.content.addWidget(self.list)
        self.content.addWidget(self.card, 1)
        self.field.textChanged.connect(self._offer)
        self.list.clicked.connect(lambda _index: self._choose())
        bind(self, "Ctrl+Shift+C", self.card.copy)
        bind(self, "Ctrl+Shift+P", self.card.print_out)
        bind(self, "Ctrl+Return", self._open_page)

    def answer(self, unit_id: int = 0) -> None:
        """Open for a call: of a unit, or ready to type which."""
        self._call += 1
        self._table = self._survey = self._aside = self._unit = None
        store, today, call = self.session.store, self._today(), self._call
        with store.read() as work:
            self._units = [one for one in work.registry.units() if one.active]
        self.session.look(
            lambda: shown(store, date(today.year, 1, 1), today, today=today),
            partial(self._on_table, call),
        )
        self.session.look(partial(_spell, self._units), lambda _done: None)
        self.field.clear()
        self._offer("")
        self.card.clear(_HINT if self._units else _NO_UNITS)
        self.come_up(self.field)
        found = next((one for one in self._units if one.id == unit_id), None)
        if found:
            self._show(found)

    def _today(self) -> date:
        return self.session.today()

    def _offer(self, typed: str) -> None:
        """List the units meant by what is typed, the likeliest first."""
        self._offered = meant(typed, self._units)[:_OFFERED]
        self._names.setStringList([_told(one) for one in self._offered])
        self.list.setCurrentIndex(self._names.index(0))
        self.list.setVisible(bool(self._offered))
        self._mark(wrong=bool(typed.strip()) and not self._offered)
        rows = len(self._offered) * max(28, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(rows + 4)

    def _mark(self, *, wrong: bool) -> None:
        """Say whether what is typed means no unit."""
        self.field.setToolTip("没有这样的单位" if wrong else "")
        if bool(self.field.property("invalid")) != wrong:
            self.field.setProperty("invalid", wrong)
            self.field.style().polish(self.field)

    def _choose(self) -> None:
        at = self.list.currentIndex().row()
        if 0 <= at < len(self._offered):
            self._show(self._offered[at])

    def _show(self, unit: Unit) -> None:
        self._unit, self._aside = unit, None
        self.field.clear()  # ready for the next one
        self.card.wait_for(unit.short or unit.name)
        self._tell()

    def _score(self) -> UnitScore | None:
        held = self._table.units if self._table else ()
        return next((one for one in held if one.unit == self._unit), None)

    def _tell(self) -> None:
        """Say what is known by now, and read what is still missing."""
        table, score = self._table, self._score()
        if table is None or self._unit is None:
            return
        if score is None:
            self.card.clear(f"{self._unit.name}今年没有考核数。")
            return
        period = f"{table.first.year}年1月1日至{table.last.month}月{table.last.day}日"
        made = card(score, table, period, self._aside, self._survey)
        self.card.show_card(made, "" if self._survey else _MORE)
        if self._aside is None:
            store, today, call = self.session.store, self._today(), self._call
            now = self.session.clock()
            self.session.look(
                lambda: aside_of(store, score, today, now),
                partial(self._on_aside, call, score.unit),
            )

    def _on_table(self, call: int, found: tuple[ScoreTable, Closing | None]) -> None:
        if call == self._call:
            self._table = found[0]
            self._tell()

    def _on_aside(self, call: int, unit: Unit, aside: Aside) -> None:
        if call != self._call or unit != self._unit:
            return
        self._aside = aside
        self._tell()
        table = self._table
        if self._survey is None and table is not None:
            store, office = self.session.store, self.session.settings.office
            first, last = table.first, table.last
            self.session.look(
                lambda: survey(store, first, last, office=office, today=last),
                partial(self._on_survey, call),
            )

    def _on_survey(self, call: int, found: Survey) -> None:
        if call == self._call:
            self._survey = found
            self._tell()

    def _open_page(self) -> None:
        """Go to the unit on the board (Ctrl+Enter)."""
        if self._unit:
            self.close()
            self.session.go("scores", self._unit.id)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._call += 1
        super().closeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        row, count = self.list.currentIndex().row(), len(self._offered)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and count:
            by = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentIndex(self._names.index((row + by) % count))
        else:
            return False
        return True


def meant(typed: str, units: Sequence[Unit]) -> list[Unit]:
    """The units meant by a code, a name or initials: whole ones first, then where they begin."""
    word = "".join(typed.split()).casefold()
    if not word:
        return []
    found = [(_distance(word, one), at) for at, one in enumerate(units)]
    return [units[at] for distance, at in sorted(found) if distance < _FAR]


def _distance(word: str, unit: Unit) -> int:
    """How far a unit is from what was typed; ``_FAR`` where it is not meant."""
    code = unit.code.casefold()
    if code and code.startswith(word):
        return 0 if code == word else 2
    names = [one for one in (unit.short, unit.name, *unit.aliases) if one]
    return min((_distance_of(word, name) for name in names), default=_FAR)


def _distance_of(word: str, name: str) -> int:
    """A whole name is 1, its end 2 (水利局 of 县水利局), its beginning 3, some of it 4."""
    place, rest = _place(word, name), len(name) - len(word)
    if place < 0:
        return _FAR
    if place == rest and (len(word) > 1 or not rest):
        return 2 if rest else 1
    return 4 if place else 3


def _place(word: str, name: str) -> int:
    at = name.casefold().find(word)
    is_spelt = word.isascii() and word.isalnum()
    return at if at >= 0 or not is_spelt else place_of(word, name)


def _spell(units: Sequence[Unit]) -> None:
    """Learn how the names are spelt, which takes a moment, before the first letter is typed."""
    for one in units:
        for name in (one.short, one.name, *one.aliases):
            spellings(name)


def _told(unit: Unit) -> str:
    code = f"（{unit.code}）" if unit.code else ""
    return f"{unit.short}{code}　{unit.name}" if unit.short else f"{unit.name}{code}"
