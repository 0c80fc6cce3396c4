"""The letters in a list: which are ticked to be printed, why they are written, which are edited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from desk.notices.notice import Notice
from ui import style
from ui.keys import bind
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session

_ON, _OFF = "☑", "☐"


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter as the list shows it."""

    notice: Notice
    ticked: bool
    group: str = ""

    @property
    def name(self) -> str:
        """The unit's short name, or what the letter is."""
        unit = self.notice.unit
        return (unit.short or unit.name) if unit else self.notice.title


def _grey(row: LetterRow) -> str | None:
    return None if row.ticked else style.MUTED


COLUMNS: tuple[Column[LetterRow], ...] = (
    Column("tick", "印", lambda row: _ON if row.ticked else _OFF, 34, sort=lambda row: row.ticked),
    Column("name", "单位", lambda row: row.name, 130, colour=_grey, stretch=True,
           tip=lambda row: row.notice.unit.name if row.notice.unit else row.notice.title),
    Column("why", "为什么", lambda row: row.notice.why, 178, colour=_grey,
           tip=lambda row: row.notice.why),
    Column("edited", "改", lambda row: "已改" if row.notice.edited else "", 58,
           colour=lambda _row: style.AMBER, name="改过"),
    Column("group", "分组", lambda row: row.group, 110, hidden=True),
)  # fmt: skip


class UnitList(ListView):
    """Space ticks the chosen rows, Ctrl+Shift+A all and none; a click on the tick does too.

    Signals:
        ticked(): other letters are to be printed.
    """

    ticked = Signal()

    def __init__(self, session: Session, empty: str) -> None:
        self.rows_model: MemoryModel[LetterRow] = MemoryModel(COLUMNS)
        super().__init__(session, self.rows_model, "函件", empty=empty)
        self._all: list[LetterRow] = []
        self._off: set[int] = set()
        self._groups: Mapping[int, str] = {}
        self._group = ""
        bind(self, "Space", self.toggle)

    @property
    def wanted(self) -> list[Notice]:
        """The letters that are ticked and can be seen."""
        return [row.notice for row in self.rows_model.rows if row.ticked]

    @property
    def current(self) -> Notice | None:
        """The letter that is looked at."""
        at = self.currentIndex().row()
        return self.rows_model.row(at).notice if 0 <= at < len(self.rows_model.rows) else None

    def show_letters(self, notices: Sequence[Notice], groups: Mapping[int, str]) -> None:
        """Show these letters, all ticked, the unit looked at before chosen again."""
        self._groups, self._off = groups, set()
        self._arrange(notices)

    def replace(self, notice: Notice) -> None:
        """Show another text of a letter."""
        self._arrange([notice if one.notice.key == notice.key else one.notice for one in self._all])

    def narrow(self, group: str, words: str) -> None:
        """Show the letters of a group ("": all) that show all words."""
        self._group = group
        self.rows_model.set_filter(words)
        self._arrange([one.notice for one in self._all])

    def toggle(self) -> None:
        """Tick the chosen rows, or take their ticks away where all have one."""
        rows = [self.rows_model.row(at) for at in self.selected()]
        self._tick([row.notice.key for row in rows], on=not all(row.ticked for row in rows))

    def tick_all(self, *, on: bool) -> None:
        """Tick all letters that can be seen, or none."""
        self._tick([row.notice.key for row in self.rows_model.rows], on=on)

    def step(self, by: int) -> None:
        """Go to the next (+1) or the former (-1) letter."""
        at = self.currentIndex().row() + by
        if 0 <= at < len(self.rows_model.rows):
            self.choose(at)

    def _tick(self, keys: Sequence[int], *, on: bool) -> None:
        self._off = self._off - set(keys) if on else self._off | set(keys)
        self._arrange([one.notice for one in self._all])
        self.ticked.emit()

    def _arrange(self, notices: Sequence[Notice]) -> None:
        current, chosen = self.current, self.selected()
        self._all = [
            LetterRow(one, one.key not in self._off, self._groups.get(one.key, ""))
            for one in notices
        ]
        self.rows_model.set_rows([one for one in self._all if self._group in ("", one.group)])
        key = current.key if current else -1
        places = [at for at, row in enumerate(self.rows_model.rows) if row.notice.key == key]
        if places and len(chosen) > 1:
            self.select(chosen, places[0])
        elif self.rows_model.rows:
            self.choose(places[0] if places else 0)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0 and not event.modifiers():
            self.toggle()
