"""The flags of a bulletin, and what can be done about the chosen one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.bulletins.bulletin import Text
from desk.bulletins.passage import Flag, FlagKind
from ui import style
from ui.bulletins.flag_words import COLOURS, counted, marked
from ui.buttons import push_button
from ui.keys import bind
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session

_EMPTY = "正文里的数和台账一致。\n改动正文、台账有变时，不一致的地方列在这里。"
_KEPT = "✓ 已保留"


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A flag; ``reason`` is why it stays, "" while it is open."""

    flag: Flag
    reason: str = ""

    @property
    def state(self) -> str:
        """Its kind with a shape."""
        return _KEPT if self.reason else marked(self.flag.kind)

    @property
    def told(self) -> str:
        """What it says, and why it stays."""
        return f"{self.flag.sentence}（保留：{self.reason}）" if self.reason else self.flag.sentence

    @property
    def short(self) -> str:
        """The same without the kind, which stands beside it."""
        return self.told.removeprefix(f"{self.flag.kind}：")


COLUMNS: tuple[Column[FlagRow], ...] = (
    Column(
        "state",
        "情况",
        lambda row: row.state,
        96,
        colour=lambda row: style.MUTED if row.reason else COLOURS[row.flag.kind],
        tip=lambda row: row.told,
    ),
    Column("told", "说明", lambda row: row.short, stretch=True, tip=lambda row: row.told),
)


class FlagList(QWidget):
    """Enter goes to the place of a flag.

    Signals:
        asked(Flag): show its place in the text.
        taken(Flag): the ledger's words are to stand there.
        kept(Flag): it is to stay, for a reason that is still to be asked for.
    """

    asked = Signal(object)
    taken = Signal(object)
    kept = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.head = QLabel()
        self.head.setObjectName("sectionTitle")
        self.model: MemoryModel[FlagRow] = MemoryModel(COLUMNS)
        self.view = ListView(session, self.model, "核对", empty=_EMPTY)
        self.story = QLabel()
        self.story.setWordWrap(True)
        self.story.setObjectName("muted")
        self.take_button = push_button("改回台账的数", "把这一处改成台账的数（Alt+1）")
        self.keep_button = push_button("保留并注明理由", "照现在的写法保留，写明理由（Alt+2）")
        self._read_only = False
        self._lay_out()
        self.view.opened.connect(self._ask)
        self.view.chosen.connect(lambda _at: self._show_chosen())
        self.take_button.clicked.connect(lambda: self._tell(self.taken, self.take_button))
        self.keep_button.clicked.connect(lambda: self._tell(self.kept, self.keep_button))
        self._show_chosen()

    @property
    def flag(self) -> Flag | None:
        """The chosen flag."""
        row = self._row()
        return row.flag if row else None

    def bind_keys(self, window: QWidget) -> None:
        """Act on the chosen flag from anywhere in a window."""
        bind(window, "Alt+1", self.take_button.click)
        bind(window, "Alt+2", self.keep_button.click)

    def show_flags(self, flags: Sequence[Flag], text: Text) -> None:
        """Show the flags of a text, those with reasons last."""
        at = self.view.currentIndex().row()
        reasons = {(one.key, one.said, one.ledger): one.reason for one in text.kept}
        rows = [FlagRow(one, reasons.get((one.key, one.said, one.ledger), "")) for one in flags]
        rows.sort(key=lambda row: bool(row.reason))
        self.model.set_rows(rows)
        self.head.setText(f"核对　{counted(text.unsettled(flags))}")
        if rows:
            self.view.choose(min(max(at, 0), len(rows) - 1))
        self._show_chosen()

    def set_read_only(self, *, on: bool) -> None:
        """Only show and jump, or let act."""
        self._read_only = on
        self._show_chosen()

    def wait(self) -> None:
        """Say that the ledger is being read."""
        self.model.set_rows(())
        self.head.setText("核对　正在读台账……")
        self._show_chosen()

    def _row(self) -> FlagRow | None:
        at = self.view.currentIndex().row()
        return self.model.row(at) if 0 <= at < len(self.model.rows) else None

    def _ask(self, _at: int) -> None:
        if self.flag is not None:
            self.asked.emit(self.flag)

    def _tell(self, signal: SignalInstance, button: QPushButton) -> None:
        if self.flag is not None and button.isEnabled():
            signal.emit(self.flag)

    def _show_chosen(self) -> None:
        row = self._row()
        self.story.setText(row.told if row else "")
        is_open = row is not None and not row.reason
        self.take_button.setText(_word(row.flag) if row else "改回台账的数")
        may_act = row is not None and not self._read_only
        self.take_button.setEnabled(may_act and row is not None and can_take(row.flag))
        self.keep_button.setEnabled(may_act and is_open)

    def _lay_out(self) -> None:
        deeds = QGridLayout()
        deeds.setContentsMargins(0, 0, 0, 0)
        deeds.addWidget(self.take_button, 0, 0)
        deeds.addWidget(self.keep_button, 0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        column.addWidget(self.story)
        column.addLayout(deeds)


def can_take(flag: Flag) -> bool:
    """Whether the ledger's words can be put in the place of a flag, or a passage be written."""
    if flag.kind is FlagKind.CHANGED:
        return flag.updates or flag.end > flag.start
    return bool(flag.ledger)


def _word(flag: Flag) -> str:
    if flag.kind is FlagKind.CHANGED:
        return "用新数" if flag.ledger else "删去这一段"
    return "补上这一段" if not flag.said else "改回台账的数"
