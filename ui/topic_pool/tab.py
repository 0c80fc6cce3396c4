"""The 选题 tab: the pool, the consultations, the foreseeable calendar, the lists of points."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
)
from typing_extensions import override

from ui import style
from ui.export import Export
from ui.keys import bind
from ui.manual.context import tell_of
from ui.tasks.list_tab import TaskListTab
from ui.tasks.tab import TaskTab
from ui.topic_pool.calendar_view import CalendarView
from ui.topic_pool.minutes_view import MinutesView
from ui.topic_pool.points_view import PointsView
from ui.topic_pool.pool_view import PoolView
from ui.topic_pool.rules_window import RulesWindow

if TYPE_CHECKING:
    from ui.tasks.page import TasksPage

VIEWS: tuple[type[TaskListTab[Any]], ...] = (PoolView, CalendarView, PointsView, MinutesView)
ViewT = TypeVar("ViewT", bound=TaskListTab[Any])


class TopicPoolTab(TaskTab):
    """One of four lists is on view; Alt+1 to Alt+4 choose it. Each is made when first shown."""

    title = "选题"
    kinds = tuple(kind for view in VIEWS for kind in view.kinds)

    def __init__(self, page: "TasksPage") -> None:
        super().__init__(page)
        self._made: dict[type[TaskListTab[Any]], TaskListTab[Any]] = {}
        self._fresh: set[type[TaskListTab[Any]]] = set()
        self.choice = QButtonGroup(self)
        self.stack = QStackedWidget()
        self.rules_button = QPushButton("选题设置……")
        self.rules_button.setToolTip("选题来源、每周会商日、要点几时印发、通知的开头和结尾")
        self.rules_button.clicked.connect(self.set_rules)
        tell_of(self, "topic-pool")
        self._lay_out()
        self.show_view(PoolView)

    @property
    def current(self) -> TaskListTab[Any]:
        """The list on view."""
        return self.view(VIEWS[self.choice.checkedId()])

    def view(self, kind: type[ViewT]) -> ViewT:
        """A list, made when it is first asked for."""
        found = self._made.get(kind)
        if found is None:
            found = self._made[kind] = kind(self.page)
            self.stack.addWidget(found)
        assert isinstance(found, kind)  # noqa: S101 - it is kept under its kind
        return found

    def show_view(self, kind: type[TaskListTab[Any]]) -> None:
        """Bring a list to the front."""
        self.choice.button(VIEWS.index(kind)).setChecked(True)
        shown = self.view(kind)
        self.stack.setCurrentWidget(shown)
        self.primary, self.primary_tip = shown.primary, shown.primary_tip  # type: ignore[misc]

    @cached_property
    def rules(self) -> RulesWindow:
        """The window of the office's own way with topics."""
        return RulesWindow(self.session, self)

    def set_rules(self) -> None:
        """Open the settings."""
        self.rules.begin()

    @override
    def refresh(self) -> None:
        self._fresh.clear()
        self._freshen()

    @override
    def begin(self) -> None:
        self.current.begin()

    @override
    def exports(self) -> Sequence[Export]:
        return self.current.exports()

    @override
    def print_out(self) -> None:
        self.current.print_out()

    @override
    def take_focus(self) -> None:
        self.current.take_focus()

    @override
    @classmethod
    def knows(cls, target: object) -> bool:
        return super().knows(target) or any(view.knows(target) for view in VIEWS)

    @override
    def show_target(self, target: object) -> None:
        kind = next((view for view in VIEWS if view.knows(target)), None)
        if kind:
            self._choose(kind)
            self.current.show_target(target)

    def _choose(self, kind: type[TaskListTab[Any]]) -> None:
        self.show_view(kind)
        self.page.show_words()
        self._freshen()
        self.current.take_focus()

    def _freshen(self) -> None:
        shown = self.current
        if type(shown) not in self._fresh:
            self._fresh.add(type(shown))
            shown.refresh()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for at, kind in enumerate(VIEWS):
            button = QToolButton()
            button.setText(kind.title)
            button.setToolTip(f"{kind.title}（Alt+{at + 1}）")
            button.setCheckable(True)
            button.setObjectName("chip")
            self.choice.addButton(button, at)
            row.addWidget(button)
            bind(self, f"Alt+{at + 1}", partial(self._choose, kind))
        self.choice.idClicked.connect(lambda at: self._choose(VIEWS[at]))
        row.addStretch(1)
        row.addWidget(self.rules_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.GAP, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.stack, 1)
