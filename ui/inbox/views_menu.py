"""视图: filters, order and division under a name, to come back to."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from desk import viewing
from desk.views import SavedView
from ui.inbox.ask_strip import AskStrip
from ui.inbox.draft_list import DraftList
from ui.inbox.filter_row import FilterRow
from ui.inbox.received import Received
from ui.session import Session, Undo


class ViewsMenu(QToolButton):
    """Lists the saved views and keeps the present one.

    Signals:
        chosen(SavedView): show this view.
    """

    chosen = Signal(object)

    def __init__(
        self, session: Session, filters: FilterRow, drafts: DraftList, strip: AskStrip
    ) -> None:
        super().__init__()
        self._session = session
        self._filters = filters
        self._list = drafts
        self._strip = strip
        self.current = ""
        self.setObjectName("plain")
        self.setToolTip("保存好的筛选、排序和分组（Alt+V）")
        self.setShortcut(QKeySequence("Alt+V"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self._name()

    def views(self) -> list[SavedView]:
        """The saved views."""
        with self._session.store.read() as work:
            return work.lists.views()

    def take(self, view: SavedView) -> None:
        """Show a view."""
        self._list.divide(view.grouping)
        self._list.order_by(view.query.order, descending=view.query.descending)
        self._filters.show_query(view.query, view.received)
        self.current = view.name
        self._name()
        self.chosen.emit(view)

    def present(self, name: str) -> SavedView:
        """What the list shows now, under a name."""
        query = self._filters.query()
        held = self._list.query
        query = replace(query, order=held.order, descending=held.descending)
        received = self._filters.received.currentText()
        if received in (Received.ALL, Received.CUSTOM):
            received = ""
        else:  # the days follow from the name, and from today
            query = replace(query, received_from=None)
        return SavedView(name, query, self._list.grouping, received)

    def forget(self) -> None:
        """Belong to no view any more: everything is shown again."""
        self.current = ""
        self._name()

    def _name(self) -> None:
        self.setText(f"视图：{self.current}" if self.current else "视图")

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        views = self.views()
        for view in views:
            action = menu.addAction(view.name)
            action.setCheckable(True)
            action.setChecked(view.name == self.current)
            action.triggered.connect(partial(self.take, view))
        if not views:
            menu.addAction("还没有保存的视图").setEnabled(False)
        menu.addSeparator()
        menu.addAction("保存现在的筛选、排序和分组……").triggered.connect(self.ask_name)
        if self.current in (view.name for view in views):
            name = self.current
            menu.addAction(f"把现在的保存到“{name}”").triggered.connect(partial(self.save, name))
            menu.addAction("改名……").triggered.connect(self._ask_new_name)
            menu.addAction(f"删除“{name}”").triggered.connect(self.delete)

    def ask_name(self) -> None:
        """Ask what the present view shall be called."""
        names = [view.name for view in self.views()]
        hint = "例如：超时未办、本周乡镇来稿"
        self._strip.ask("视图名称：", names, ("保存", self.save), hint=hint)

    def save(self, name: str) -> None:
        """Keep the present view; one of that name gives way, and comes back by 撤销."""
        former: list[SavedView | None] = []
        view, store, by = self.present(name), self._session.store, self._session.by()
        self._session.do(
            lambda: former.append(viewing.save_view(store, view, by=by)),
            note=f"已保存视图“{name}”",
            undo=Undo(lambda: viewing.put_view_back(store, name, former[0], by=by), "没有保存视图"),
            done=lambda _result: self._become(name),
        )

    def delete(self) -> None:
        """Forget the view in use; the list stays as it is."""
        name, store, by = self.current, self._session.store, self._session.by()
        former: list[SavedView | None] = []
        self._session.do(
            lambda: former.append(viewing.delete_view(store, name, by=by)),
            note=f"已删除视图“{name}”",
            undo=Undo(lambda: viewing.put_view_back(store, name, former[0], by=by), "已恢复视图"),
            done=lambda _result: self._become(""),
        )

    def _ask_new_name(self) -> None:
        self._strip.ask(f"“{self.current}”改名为：", [], ("改名", self.rename), text=self.current)

    def rename(self, wanted: str) -> None:
        """Give the view in use another name."""
        name, store, by = self.current, self._session.store, self._session.by()
        self._session.do(
            lambda: viewing.rename_view(store, name, wanted, by=by),
            note="已改名",
            undo=Undo(lambda: viewing.rename_view(store, wanted, name, by=by), "已恢复原来的名称"),
            done=self._become,
        )

    def _become(self, name: str) -> None:
        self.current = name
        self._name()
