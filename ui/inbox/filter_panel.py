"""更多筛选: the rarer filters, in a panel that opens beneath the two rows."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from desk.drafts import Channel, DraftQuery, Urgency
from desk.office_clock import day_of
from desk.topics import Topic
from desk.units import UnitGroup
from ui import style
from ui.field import Field
from ui.flow_layout import FlowLayout
from ui.inbox.facets import Choice, EventDays, Facet, Mark

_URGENT = (
    ("加急和特急", frozenset({Urgency.URGENT, Urgency.EXTRA})),
    ("特急", frozenset({Urgency.EXTRA})),
    ("加急", frozenset({Urgency.URGENT})),
    ("平件", frozenset({Urgency.NORMAL})),
)
_WIDTH, _DAYS_WIDTH = 168, 256


class FilterPanel(QFrame):
    """Everything acts at once; Esc closes it and leaves the filters in force.

    Signals:
        changed(): something else is asked for.
        closed(): the clerk is done here.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self, clock: Callable[[], datetime], look: style.Look) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.group = Choice("单位分组", "group_id", "全部分组")
        self.topic = Choice("选题", "topic", "全部选题")
        self.holder = Choice("谁在办", "holder", "不限")
        self.urgency = Choice("紧急程度", "urgencies", "不限")
        self.channel = Choice("来稿方式", "channel", "不限")
        self.urgency.offer(_URGENT)
        self.channel.offer([(str(one), one) for one in Channel if one is not Channel.VERSION])
        self.days = EventDays(lambda: day_of(clock()))
        self.marks = (
            Mark("超时", "overdue_at", "时限已过、还没有办完的稿件", clock),
            Mark("疑似重复", "has_twins", "与别的稿件相似、还没有判定的"),
            Mark("未读", "is_unread", "还没有看过的"),
            Mark("有旗标", "is_flagged", "加了旗标 ★ 的"),
            Mark("没有人在办", "has_no_holder", "还没有办完，也没有交给谁的"),
            Mark("待核对", "has_doubts", "有几项是推断的、还没有核对的"),
        )
        self.facets: tuple[Facet, ...] = (
            self.group, self.topic, self.holder, self.urgency, self.channel, self.days,
            *self.marks,
        )  # fmt: skip
        for facet in self.facets:
            facet.changed.connect(self.changed)
        self._lay_out(look)
        self.hide()

    def values(self) -> dict[str, Any]:
        """The fields of a query that say what is in force."""
        return {name: value for facet in self.facets for name, value in facet.values().items()}

    def show_query(self, query: DraftQuery) -> None:
        """Show what a query asks for, without telling."""
        for facet in self.facets:
            facet.show_query(query)

    def show_choices(
        self, groups: Iterable[UnitGroup], topics: Iterable[Topic], holders: Sequence[str]
    ) -> None:
        """Offer what the office has."""
        self.group.offer([(group.name, group.id) for group in groups])
        self.topic.offer([(topic.name, topic.name) for topic in topics])
        self.holder.offer([(name, name) for name in holders])

    def begin(self) -> None:
        """Open it at its first input."""
        self.show()
        self.group.input.setFocus()

    def _lay_out(self, look: style.Look) -> None:
        labelled = (self.group, self.topic, self.holder, self.urgency, self.channel)
        above, below = FlowLayout(16), FlowLayout(16)
        for facet in labelled:
            field = Field(facet.label, facet.input)
            field.setFixedWidth(look.px(_WIDTH))
            above.addWidget(field)
        days = Field("事发日期", self.days.input)
        days.setFixedWidth(look.px(_DAYS_WIDTH))
        above.addWidget(days)
        for mark in self.marks:
            below.addWidget(mark.input)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(12)
        column.addLayout(above)
        column.addLayout(below)
        inputs = [facet.input for facet in labelled]
        order = [*inputs, self.days.first, self.days.last, *(mark.input for mark in self.marks)]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)
