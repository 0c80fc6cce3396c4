"""A page of tabs, and what a tab of it is."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from ui.export import Export
from ui.keys import bind
from ui.lazy_tabs import LazyTabs
from ui.leaving import ask_and_print
from ui.page import Page
from ui.session import Session


class Tab(QWidget):
    """A tab; subclasses override what they need. ``refresh`` comes when it is on view and stale."""

    title: ClassVar[str]
    primary: ClassVar[str] = ""  # the words of its main action
    primary_tip: ClassVar[str] = ""
    prints: ClassVar[bool] = False

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.session = page.session

    def refresh(self) -> None:
        """Show the store's present state."""

    def begin(self) -> None:
        """Do its main action."""

    def exports(self) -> Sequence[Export]:
        """Its part of the 导出 menu, the first one for Ctrl+E."""
        return ()

    def print_out(self) -> None:
        """Print what is shown (Ctrl+P)."""

    def send_to_printer(self, pdf: bytes, *, landscape: bool = False) -> None:
        """Print a PDF through the system's dialog."""
        ask_and_print(self, self.session, pdf, self.title, landscape=landscape)

    def take_focus(self) -> None:
        """Take the keyboard, so that the keys of the tab work."""
        self.setFocus()

    @classmethod
    def knows(cls, target: object) -> bool:
        """Whether what another page asks for is here: its title, or “约稿/逾期”."""
        return str(target).partition("/")[0] == cls.title

    def show_target(self, target: object) -> None:
        """Show one thing of those it knows."""

    def leave(self) -> None:
        """Keep what is half-done."""

    def may_close(self) -> bool:
        """Ask what must be asked before the window closes; False keeps it open."""
        return True


TabT = TypeVar("TabT", bound=Tab)


class TabbedPage(Page):
    """A tab is made when it is first looked at, and read anew when it is stale.

    ``show_target`` takes a tab's title, or anything else that one of its tabs knows.
    """

    tabs_of: ClassVar[tuple[type[Tab], ...]]
    primary_keys: ClassVar[str] = "Ctrl+N"

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(session, title)
        self._fresh: set[type[Tab]] = set()
        self.export_button = self.secondary("导出", "导出当前这一页（Ctrl+E）")
        self.export_menu = QMenu(self)
        self.export_button.setMenu(self.export_menu)
        self.print_button = self.secondary("打印", "打印当前这一页（Ctrl+P）")
        self.begin_button = self.primary("")
        self.hold_head(self.begin_button)  # tabs without a button must not move the others
        titles = {kind: kind.title for kind in self.tabs_of}
        self.tabs: LazyTabs[Tab] = LazyTabs(titles, lambda kind: kind(self))
        self.content.addWidget(self.tabs, 1)
        self._connect()

    @property
    def current(self) -> Tab:
        """The tab on view."""
        return self.tabs.current

    def tab(self, kind: type[TabT]) -> TabT:
        """The tab of that kind, made when it is first asked for."""
        return self.tabs.tab(kind)

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
        kind = next((one for one in self.tabs_of if one.knows(target)), None)
        if kind:
            self.tabs.setCurrentIndex(self.tabs_of.index(kind))
            self.current.take_focus()
            self.current.show_target(target)

    @override
    def leave(self) -> None:
        for tab in self.tabs.made:
            tab.leave()

    @override
    def may_close(self) -> bool:
        return all(tab.may_close() for tab in self.tabs.made)

    def show_words(self) -> None:
        """Offer what the tab on view can do now; a tab of several lists calls it for another."""
        tab = self.current
        self.begin_button.setVisible(bool(tab.primary))
        self.begin_button.setText(tab.primary)
        self.begin_button.setToolTip(f"{tab.primary_tip or tab.primary}（{self.primary_keys}）")
        self.export_menu.clear()
        for one in tab.exports():
            self.export_menu.addAction(one.words, one.act)
        self.show_tools(tab)

    def show_tools(self, tab: Tab) -> None:
        """Show 导出 and 打印 where the tab has something to take out."""
        self.export_button.setVisible(bool(self.export_menu.actions()))
        self.print_button.setVisible(tab.prints)

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
        bind(self, self.primary_keys, self._begin)
        bind(self, "Ctrl+E", self._export)
        bind(self, "Ctrl+P", self._print)
