"""A card of 今日: a heading with its count, and the most pressing lines."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desk.agenda.lines import Line
from desk.clocks import Pressure
from ui import style
from ui.today.line_list import LineList


class Card(QFrame):
    """Heading, count and lines; what it says when there is nothing."""

    def __init__(self, title: str, empty: str, look: style.Look) -> None:
        super().__init__()
        self.setObjectName("card")
        self.title = title
        heading = QLabel(title)
        heading.setObjectName("sectionTitle")
        self.count = QPushButton()
        self.count.setObjectName("count")
        self.count.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter on the last line leads there too
        self.count.setToolTip(f"到{title}")
        self.list = LineList(title, empty, look)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_lines(self, lines: Sequence[Line], now: datetime) -> None:
        """Show the lines, and how many duties they are."""
        every = [one for line in lines for one in line.duties]
        over = sum(one.pressure(now) is Pressure.OVER for one in every)
        late = f"▲ 超时 {over}　" if over else ""
        self.count.setText(f"{late}共 {len(every)} 件 ›" if every else "")
        self.count.setVisible(bool(every))
        self.list.show_lines(lines, now)
