"""The layouts to choose from, and what can be done with the one that is chosen."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)

from desk.errors import DeskError
from desk.reports.statistics.catalogue import Catalogue
from desk.reports.statistics.layout import Form, TableLayout
from desk.reports.statistics.layouts import LAYOUTS
from desk.tabulating import delete_layout, layouts, rename_layout, restore_layout, save_layout
from ui import style
from ui.keys import bind
from ui.session import Session, Undo
from ui.statistics.layout_window import LayoutWindow

_DELIVERED = tuple(LAYOUTS.values())
_OWN = "本办的表样"
_TIP = Qt.ItemDataRole.ToolTipRole


class LayoutBar(QWidget):
    """A layout tried out stays until another is chosen; saving makes it one of the office's own.

    Signals:
        chosen(): another layout is to be shown, or the one shown was changed.
        wanted_columns(): the clerk wants to choose columns.
    """

    chosen = Signal()
    wanted_columns = Signal()
    _undone = Signal()

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__()
        self.session, self._owner = session, owner
        self.layouts: tuple[TableLayout, ...] = _DELIVERED
        self._now = _DELIVERED[0]
        self._window: LayoutWindow | None = None
        self.list = QComboBox()
        self.list.setAccessibleName("表样")
        self.transposed = QCheckBox("单位横排")
        self.transposed.setToolTip("单位排在表头，栏目一行一行往下排；单位多的分成几张（Alt+T）")
        self.columns = QPushButton("选栏目……")
        self.columns.setToolTip("选哪些栏目、合并表头、排序、合计（Alt+C）")
        self.save_as = QPushButton("另存为……")
        self.save_as.setToolTip("把现在的表样存成本办自己的（Ctrl+S）")
        self.more = QPushButton("表样")
        self.told = QLabel()
        self.told.setObjectName("muted")
        self._menu()
        self._lay_out()
        self._connect(owner)
        self._offer()

    @property
    def layout_now(self) -> TableLayout:
        """The layout to show, with what was changed and not saved."""
        return self._now

    @property
    def is_changed(self) -> bool:
        """Whether the layout shown was changed and not saved."""
        return self._now not in self.layouts

    def read(self) -> None:
        """Read the office's own layouts."""
        self.layouts = layouts(self.session.store)
        self._offer()

    def try_out(self, layout: TableLayout) -> None:
        """Show a changed layout without saving it."""
        self._now = layout
        self._show_state()
        self.chosen.emit()

    def offer_columns(self, found: Catalogue) -> None:
        """Open the window in which columns are chosen."""
        self._window = LayoutWindow(self.session, self._owner.window(), found, self._now)
        self._window.tried.connect(self.try_out)
        self._window.saved.connect(self._save)
        self._window.come_up(self._window.offered)

    def tell_missing(self, count: int) -> None:
        """Say that some columns of the layout are there no longer."""
        self._show_state()
        if count:
            self.told.setText(f"{count} 栏现在没有了（刊物已经删除），没有列出")

    def save_under(self, name: str) -> None:
        """Save what is shown as a new layout of that name."""
        self._save(replace(self._now, id=0, key="", name=name))

    def _save(self, layout: TableLayout) -> None:
        """Keep a layout: a new one where it is delivered, the office's own one where it is that."""
        store, by, former = self.session.store, self.session.by(), self._held(layout.id)

        def back() -> None:
            if former:
                restore_layout(store, former, by=by)
            else:
                own = next(one for one in layouts(store) if one.name == layout.name)
                delete_layout(store, own.id, by=by)

        self._change(lambda: save_layout(store, layout, by=by), f"已保存表样“{layout.name}”", back)

    def _held(self, layout_id: int) -> TableLayout | None:
        return next((one for one in self.layouts if one.id == layout_id and layout_id), None)

    def _ask_to_save(self) -> None:
        now = self._now
        name, ok = QInputDialog.getText(
            self,
            "另存表样",
            "表样名称：",
            text=f"{now.name}（本办）" if now.is_delivered else now.name,
        )
        if ok:
            self.save_under(name)

    def _save_changes(self) -> None:
        if self._now.is_delivered:
            self._ask_to_save()
        else:
            self._save(self._now)

    def _ask_to_rename(self) -> None:
        name, ok = QInputDialog.getText(self, "表样改名", "表样名称：", text=self._now.name)
        if ok:
            self.rename(name)

    def rename(self, name: str) -> None:
        """Give the office's own layout another name."""
        store, by, former = self.session.store, self.session.by(), self._held(self._now.id)
        if former is None:
            return
        changed = replace(former, name=" ".join(name.split()))

        def act() -> TableLayout:
            rename_layout(store, former.id, name, by=by)
            return changed

        self._change(act, f"已改名为“{changed.name}”", lambda: restore_layout(store, former, by=by))

    def delete(self) -> None:
        """Take the office's own layout away."""
        store, by, former = self.session.store, self.session.by(), self._held(self._now.id)
        if former is None:
            return

        def act() -> TableLayout:
            delete_layout(store, former.id, by=by)
            return _DELIVERED[0]

        self._change(
            act, f"已删除表样“{former.name}”", lambda: restore_layout(store, former, by=by)
        )

    def _change(
        self, act: Callable[[], TableLayout], note: str, back: Callable[[], object]
    ) -> None:
        """Make a change of the layouts, show what comes of it, and offer its undo."""

        def undone() -> None:
            back()
            self._undone.emit()  # from the worker: Qt carries it over

        def done(layout: TableLayout) -> None:
            self._now = layout
            self.read()
            if self._window:
                self._window.close()
            self.chosen.emit()

        window = self._window
        undo = Undo(undone, "已撤销")
        failed = window.fail if window and window.isVisible() else self._fail
        self.session.do(act, note=note, undo=undo, done=done, failed=failed)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.session.messages.error(str(error))
        else:
            self.session.fail(error)

    def _offer(self) -> None:
        """List the layouts, the one shown among them."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for at, one in enumerate(self.layouts):
                if at == len(_DELIVERED):
                    self.list.insertSeparator(self.list.count())
                self.list.addItem(one.name, one.key)
                self.list.setItemData(self.list.count() - 1, one.about or _OWN, _TIP)
        held = next((one for one in self.layouts if one.key == self._now.key), None)
        if held is None:
            self._now = _DELIVERED[0]
        self._show_state()

    def _show_state(self) -> None:
        now = self._now
        with QSignalBlocker(self.list):
            self.list.setCurrentIndex(self.list.findData(now.key))
        self.list.setToolTip(now.about or _OWN)
        with QSignalBlocker(self.transposed):
            self.transposed.setChecked(now.form is Form.TRANSPOSED)
        for action in self._own:
            action.setEnabled(not now.is_delivered)
        self.told.setText("改过，还没有保存（Ctrl+S）" if self.is_changed else "")

    def _on_undone(self) -> None:
        self.read()
        self._now = next((one for one in self.layouts if one.key == self._now.key), self._now)
        self._show_state()
        self.chosen.emit()

    def _on_chosen(self) -> None:
        key = self.list.currentData()
        self._now = next(one for one in self.layouts if one.key == key)
        self._show_state()
        self.chosen.emit()

    def _on_transposed(self, on: bool) -> None:  # noqa: FBT001 - as Qt's signal has it
        self.try_out(replace(self._now, form=Form.TRANSPOSED if on else Form.UNITS))

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.addAction("保存修改\tCtrl+S", self._save_changes)
        menu.addAction("另存为……", self._ask_to_save)
        self._own = [
            menu.addAction("改名……", self._ask_to_rename),
            menu.addAction("删除", self.delete),
        ]
        menu.addSeparator()
        menu.addAction("恢复到保存时的样子", self._on_chosen)
        self.more.setMenu(menu)

    def _connect(self, owner: QWidget) -> None:
        self.list.activated.connect(lambda _at: self._on_chosen())
        self.transposed.toggled.connect(self._on_transposed)
        self.columns.clicked.connect(self.wanted_columns)
        self.save_as.clicked.connect(self._ask_to_save)
        self._undone.connect(self._on_undone, Qt.ConnectionType.QueuedConnection)
        bind(owner, "Ctrl+S", self._save_changes)
        bind(owner, "Alt+C", self.wanted_columns.emit)
        bind(owner, "Alt+T", self.transposed.toggle)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, style.GAP // 2, 0, 0)
        row.setSpacing(style.GAP)
        self.list.setMinimumWidth(260)
        row.addWidget(QLabel("表样"))
        row.addWidget(self.list)
        row.addWidget(self.transposed)
        row.addWidget(self.columns)
        row.addWidget(self.save_as)
        row.addWidget(self.more)
        row.addWidget(self.told, 1)
