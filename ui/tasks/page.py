"""The 督办 page: commissions, emergencies, instructions and others, a tab for each."""

from typing import TypeVar

from PySide6.QtWidgets import QMenu, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.keys import bind
from ui.page import Page
from ui.session import Session, Topic
from ui.tasks.tab import TaskTab
from ui.tasks.tabs import TABS

TabT = TypeVar("TabT", bound=TaskTab)


class TasksPage(Page):
    """A tab is made when it is first looked at, and read anew when it is stale.

    ``show_target`` takes a tab's title, or a matter as "commission:3".
    """

    topics = frozenset({Topic.TASKS, Topic.DRAFTS, Topic.REGISTRY})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "督办")
        self._made: dict[type[TaskTab], TaskTab] = {}
        self._fresh: set[type[TaskTab]] = set()
        self.export_button = self.secondary("导出", "导出当前这一页（Ctrl+E）")
        self.export_menu = QMenu(self)
        self.export_button.setMenu(self.export_menu)
        self.print_button = self.secondary("打印", "打印当前这一页（Ctrl+P）")
        self.begin_button = self.primary("")
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.tabBar().setDrawBase(False)
        for kind in TABS:
            place = QWidget()
            QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
            self.tabs.addTab(place, kind.title)
        self.content.addWidget(self.tabs, 1)
        self._connect()

    @property
    def current(self) -> TaskTab:
        """The tab on view."""
        return self.tab(TABS[self.tabs.currentIndex()])

    def tab(self, kind: type[TabT]) -> TabT:
        """The tab of that kind, made when it is first asked for."""
        found = self._made.get(kind) or self._make(kind)
        assert isinstance(found, kind)  # noqa: S101 - it is kept under its kind
        return found

    @override
    def refresh(self) -> None:
        self._fresh.clear()
        self._show_current()

    @override
    def enter(self) -> None:
        super().enter()
        self.current.take_focus()

    @override
    def show_target(self, target: object) -> None:
        kind = next((one for one in TABS if one.knows(target)), None)
        if kind:
            self.tabs.setCurrentIndex(TABS.index(kind))
            self.current.take_focus()
            self.current.show_target(target)

    @override
    def leave(self) -> None:
        for tab in self._made.values():
            tab.leave()

    @override
    def may_close(self) -> bool:
        return all(tab.may_close() for tab in self._made.values())

    def _make(self, kind: type[TaskTab]) -> TaskTab:
        tab = kind(self)
        self._made[kind] = tab
        place = self.tabs.widget(TABS.index(kind)).layout()
        assert place is not None  # noqa: S101 - it was laid out with the page
        place.addWidget(tab)
        return tab

    def show_words(self) -> None:
        """Offer what the tab on view can do now; a tab of several lists calls it for another."""
        tab = self.current
        self.begin_button.setVisible(bool(tab.primary))
        self.begin_button.setText(tab.primary)
        self.begin_button.setToolTip(f"{tab.primary_tip or tab.primary}（Ctrl+N）")
        self.export_menu.clear()
        for one in tab.exports():
            self.export_menu.addAction(one.words, one.act)
        self.export_button.setEnabled(bool(self.export_menu.actions()))

    def _show_current(self) -> None:
        self.show_words()
        tab = self.current
        if type(tab) not in self._fresh:
            self._fresh.add(type(tab))
            tab.refresh()

    def _begin(self) -> None:
        if self.current.primary:
            self.current.begin()

    def _print(self) -> None:
        self.current.print_out()

    def _export(self) -> None:
        for one in self.current.exports()[:1]:
            one.act()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _at: self._show_current())
        self.tabs.tabBarClicked.connect(lambda _at: self.current.take_focus())
        self.begin_button.clicked.connect(self._begin)
        self.print_button.clicked.connect(self._print)
        bind(self, "Ctrl+N", self._begin)
        bind(self, "Ctrl+E", self._export)
        bind(self, "Ctrl+P", self._print)
