"""The foreseeable calendar of a year, month by month."""

from datetime import date
from html import escape

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QWidget

from desk.topic_pool.foreseeable import TERMS, Ahead, calendar
from desk.topic_pool.occasion import unreached
from ui import style
from ui.icons import icon
from ui.keys import bind
from ui.session import Session
from ui.side_window import SideWindow

_SIZE = (1180, 720)
_ACROSS, _MONTHS = 4, 12
_MONTHLY = "每月"  # would only fill the page


class YearWindow(SideWindow):
    """Alt+← and Alt+→ turn to other years, Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "全年可预见日历", "topic-pool")
        self.year = session.today().year
        self.head, self.note = QLabel(), QLabel()
        self.head.setObjectName("sectionTitle")
        self.note.setObjectName("note")
        self.view = QTextBrowser()
        self.view.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._lay_out()

    def open_for(self, year: int) -> None:
        """Show a year."""
        self.year = year
        first, last = date(year, 1, 1), date(year, _MONTHS, 31)
        with self.session.store.read() as work:
            held = calendar(work, first, last)
        self.head.setText(f"{year} 年")
        self.note.setText(unreached(year))
        self.view.setHtml(_html(held, year, self.session.today()))
        if not self.isVisible():
            self.come_up(self.view)

    def turn(self, by: int) -> None:
        """Go to the year before or after."""
        self.open_for(self.year + by)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for name, tip, by in (
            ("chevron-left", "前一年（Alt+←）", -1),
            ("chevron-right", "后一年（Alt+→）", 1),
        ):
            button = QPushButton()
            button.setIcon(icon(name))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(lambda _on, step=by: self.turn(step))
            row.addWidget(button)
            if by < 0:
                row.addWidget(self.head)
        row.addWidget(self.note, 1)
        bind(self, "Alt+Left", lambda: self.turn(-1))
        bind(self, "Alt+Right", lambda: self.turn(1))
        self.content.addLayout(row)
        self.content.addWidget(self.view, 1)


def _html(held: list[Ahead], year: int, today: date) -> str:
    cells = [_month(held, year, month, today) for month in range(1, _MONTHS + 1)]
    rows = (f"<tr>{''.join(cells[at : at + _ACROSS])}</tr>" for at in range(0, _MONTHS, _ACROSS))
    return f'<table width="100%" cellpadding="6">{"".join(rows)}</table>'


def _month(held: list[Ahead], year: int, month: int, today: date) -> str:
    mine = [
        one
        for one in held
        if (one.happening.first.year, one.happening.first.month) == (year, month)
        and not one.happening.occasion.when.startswith(_MONTHLY)
    ]
    lines = "<br>".join(_line(one, today) for one in mine if one.happening.occasion.family != TERMS)
    terms = "　".join(
        f"{one.happening.occasion.title} {one.happening.first.day}日"
        for one in mine
        if one.happening.occasion.family == TERMS
    )
    is_now = (year, month) == (today.year, today.month)
    ground = style.ACCENT_SOFT if is_now else style.PAPER
    return (
        f'<td width="25%" valign="top" bgcolor="{ground}"><b>{month}月</b>　'
        f'<span style="color:{style.MUTED}">{terms}</span><br>{lines}</td>'
    )


def _line(one: Ahead, today: date) -> str:
    words = f"{one.happening.first.day}日　{escape(one.happening.occasion.title)}"
    if one.topic or one.waved:
        state = "✓" if one.topic else "—"
        return f'<span style="color:{style.MUTED}">{state} {words}</span>'
    if one.is_to_ask(today):
        return f'<span style="color:{style.RED}">● {words}</span>'
    return words
