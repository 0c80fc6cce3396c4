"""The draft as its signer reads it: title, what is known of it, opinions so far, the text."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout

from desk.approval_queue import QueueRow
from desk.approval_reading import Reading, called, said
from desk.approvals import Approval, Step
from desk.body import Body
from desk.drafts import Draft, Secrecy
from ui import style
from ui.approvals.columns import title_text
from ui.inbox.body_view import BodyView
from ui.session import Session

_TITLE = 90
_LINES = 4  # opinions and calls shown; all of them by tooltip
_LOWEST = 120  # of the text, in pixels at 100 %


class ReadingPane(QFrame):
    """Shows a draft at once, and what takes longer to know when it is known.

    Signals:
        ended(): the last line of the text has come into view.
        scan_asked(str): show the scan of these bytes (SHA-256).
    """

    ended = Signal()
    scan_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.heading, self.units, self.facts = QLabel(), QLabel(), QLabel()
        self.state, self.changes, self.opinions = QLabel(), QLabel(), QLabel()
        self.heading.setObjectName("readingTitle")
        for label in (self.facts, self.changes):
            label.setObjectName("muted")
        self.opinions.setTextFormat(Qt.TextFormat.RichText)
        self.opinions.linkActivated.connect(self.scan_asked)
        self._labels = (self.heading, self.units, self.facts, self.state, self.changes)
        for label in (*self._labels, self.opinions):
            label.setWordWrap(True)
            label.setSizePolicy(_whole())
        for label in self._labels:
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.body = BodyView(self._load, session.settings.scale)
        self.body.setMinimumHeight(style.Look(session.settings.scale).px(_LOWEST))
        self._session = session
        bar = self.body.verticalScrollBar()
        bar.valueChanged.connect(self._look_for_end)
        bar.rangeChanged.connect(self._look_for_end)
        self._lay_out()
        self.show_nothing()

    def show_nothing(self, sentence: str = "选中一篇稿件，在这里看它的内容") -> None:
        """Show a sentence instead of a draft."""
        self.has_draft = False
        for label in (*self._labels, self.opinions):
            label.setVisible(label is self.facts)
        self.facts.setText(sentence)
        self.body.show_body(Body())

    def show_draft(self, row: QueueRow, draft: Draft) -> None:
        """Show a draft from its beginning."""
        self.has_draft = False  # while the text is set, its end is not what was read
        self.heading.setText(_cut(title_text(row)))
        self.heading.setToolTip(draft.title)
        about = (row.draft.units or "单位没有认出", row.draft.kind, f"走“{row.way.lane}”流程")
        self.units.setText("　".join(part for part in about if part))
        self.facts.setText(_facts(draft, row))
        self._show_opinions((row.way,))
        self.state.setText("正在检查……")
        self.state.setStyleSheet("")
        self.changes.clear()
        for label in self._labels:
            label.show()
        self.body.show_body(draft.body)
        self.body.verticalScrollBar().setValue(0)
        self.has_draft = True
        self._look_for_end()

    def show_reading(self, seen: Reading) -> None:
        """Show what was found out about the draft."""
        verified = seen.verified or "没有向单位核实"
        mark = "●" if seen.is_verified else "○"
        alarm = "▲ " if seen.errors else ""
        self.state.setText(f"{alarm}检查：{seen.findings}　　{mark} 核实：{verified}")
        self.changes.setText(seen.changes)
        self.state.setStyleSheet(f"color: {style.RED}" if seen.errors else "")
        self._show_opinions(seen.ways)

    def page_down(self) -> bool:
        """Show the next screenful; False where the end is in view already."""
        bar = self.body.verticalScrollBar()
        if bar.value() >= bar.maximum():
            return False
        bar.setValue(bar.value() + bar.pageStep())
        return True

    def page_up(self) -> None:
        """Show the screenful before."""
        bar = self.body.verticalScrollBar()
        bar.setValue(bar.value() - bar.pageStep())

    def _look_for_end(self) -> None:
        bar = self.body.verticalScrollBar()
        if self.has_draft and self.isVisible() and bar.value() >= bar.maximum():
            self.ended.emit()

    def _show_opinions(self, ways: tuple[Approval, ...]) -> None:
        lines = [line for way in ways for step in way.steps for line in _lines(step)]
        older = [f"……前面还有 {len(lines) - _LINES} 条"] if len(lines) > _LINES else []
        self.opinions.setText("<br>".join([*older, *(_html(*one) for one in lines[-_LINES:])]))
        self.opinions.setToolTip("\n".join(text for text, _scan in lines) if older else "")
        self.opinions.setVisible(bool(lines))

    def _load(self, digest: str) -> bytes:
        with self._session.store.read() as work:
            return work.files.get(digest)

    def _lay_out(self) -> None:
        line = QFrame()
        line.setObjectName("line")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 4)
        column.setSpacing(style.GAP)
        for widget in (*self._labels, self.opinions, line):
            column.addWidget(widget)
        column.addWidget(self.body, 1)


def _lines(step: Step) -> list[tuple[str, str]]:
    """A step's reminders and opinion, each with the scan of its slip if it has one."""
    found = [(called(call), "") for call in step.calls]
    if text := said(step):
        found.append((text, step.scan))
    return found


def _html(text: str, scan: str) -> str:
    return escape(text) + (f'　<a href="{scan}">看扫描件（V）</a>' if scan else "")


def _facts(draft: Draft, row: QueueRow) -> str:
    people = (("作者", draft.author), ("电话", draft.phone), ("送审", row.way.who))
    parts = [f"{label} {value}" for label, value in people if value]
    parts += [str(draft.secrecy)] if draft.secrecy is not Secrecy.NONE else []
    return "　".join(parts)


def _cut(text: str) -> str:
    return text if len(text) <= _TITLE else text[: _TITLE - 1] + "…"


def _whole() -> QSizePolicy:
    found = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    found.setHeightForWidth(True)
    return found
