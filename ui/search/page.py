"""检索: the box, what narrows, the hits, and the draft under the cursor."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.drafts import DraftQuery
from desk.searching import Facets, words_of
from ui import style
from ui.icons import coloured
from ui.keys import bind
from ui.page import Page
from ui.search.facet_tree import FacetTree
from ui.search.hit_list import HitList
from ui.search.hit_preview import HitPreview
from ui.search.matter_list import MatterList
from ui.session import Session, Topic

_PAUSE_MS = 120  # between the last key and the search, as in the inbox
_SETTLE_MS = 30
_HINT = (
    "输入要找的字词，一个字也行；几个词用空格隔开，都要出现。\n\n"
    "标题、正文、表格、图表名、原稿、作者、电话、审核人、选题、文件名都查得到；\n"
    "单位的全称、简称、别名，和“第12期”“总第120期”也可以；\n"
    "约稿、紧急信息、批示、上报的编号、题目和内容列在上面。"
)


class SearchPage(Page):
    """Every draft of the whole history by any word."""

    topics = frozenset({Topic.DRAFTS, Topic.ISSUES, Topic.REGISTRY, Topic.TASKS})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "检索")
        self._look = style.Look(session.settings.scale)
        self.box = QLineEdit(
            placeholderText="查找全部来稿的标题、正文、原稿、单位、期号……", clearButtonEnabled=True
        )
        self.facets = FacetTree(self._look)
        self.list = HitList(session)
        self.matters = MatterList(session)
        self.preview = HitPreview(self._picture, session.clock, session.settings.scale)
        self.count, self.narrowed, self.waiting = QLabel(), QLabel(), QLabel()
        self.reset = QPushButton("清除筛选")
        self._units: dict[int, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._make_box()
        self._lay_out()
        self._connect()
        self._bind_keys()

    @override
    def refresh(self) -> None:
        with self.session.store.read() as work:
            units = work.registry.units()
            publications = work.catalogue.publications()
            waiting = work.drafts.unindexed()
        self._units = {unit.id: unit.short for unit in units}
        self.facets.show_names(self._units, {one.id: f"《{one.name}》" for one in publications})
        self.waiting.setText(
            f"旧稿的检索目录正在更新，还剩 {waiting:,} 篇；这些旧稿暂时只按标题、作者和正文查。"
        )
        self.waiting.setVisible(waiting > 0)
        self.search()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, str):
            self.facets.release()
            self.box.setText(target)
            self.search()
            self.box.setFocus()
            self.box.selectAll()

    @override
    def leave(self) -> None:
        if self.list.stop() or self._pause.isActive():
            self._stale = True  # what was begun is done when the clerk comes back
        self._pause.stop()
        self._settle.stop()

    def _on_typed(self) -> None:
        self._pause.start()

    def _on_chosen(self) -> None:
        self._settle.start()

    def search(self) -> None:
        """List what answers the words and the choices."""
        self._pause.stop()
        query = self.query()
        if not query.words:
            self.facets.show_facets(None)
        self.facets.setVisible(bool(query.words))
        self.list.empty = self._empty(query)
        self.list.show_query(query)
        self._show_count(None)
        self._show_narrowed()
        self.matters.look_up(query.words)
        hits = self.list.drafts.rowCount()
        self.preview.setVisible(hits > 0)
        if query.words and not hits:  # the choices that would leave something are worth knowing
            self.list.find_rest()

    def query(self) -> DraftQuery:
        """What the clerk asks for."""
        words = self.box.text().strip()
        asked = DraftQuery(words=words, with_versions=True)
        return self.facets.narrow(asked) if words_of(words) else DraftQuery()

    def _empty(self, query: DraftQuery) -> str:
        if not query.words:
            return _HINT
        where = "在筛选的范围里" if self.facets.chosen else ""
        return f"{where}没有找到“{query.words}”。\n请少写几个字，或换一种说法再试。"

    def _on_counted(self, facets: Facets) -> None:
        self.facets.show_facets(facets)
        self._show_count(facets.total)

    def _show_count(self, total: int | None) -> None:
        shown = self.list.drafts.rowCount()
        if total is not None or self.list.is_whole:
            text = f"共 {shown if total is None else total:,} 篇，新的在前"
        else:
            text = f"{shown} 篇以上，正在数……"
        self.count.setText(text if shown else "")

    def _show_narrowed(self) -> None:
        chosen = self.facets.chosen
        self.narrowed.setText("　".join(chosen))
        self.reset.setVisible(bool(chosen))

    def _release(self) -> None:
        self.facets.release()
        self.search()
        self.list.setFocus()

    def _show_current(self) -> None:
        number = self.list.currentIndex().row()
        if not 0 <= number < self.list.drafts.rowCount():
            return
        hit = self.list.hit(number)
        with self.session.store.read() as work:
            draft = work.drafts.get(hit.row.id)
        names = [self._units[one] for one in draft.unit_ids if one in self._units]
        self.preview.show_draft(draft, "、".join(names), self.list.passages.words, hit.passages)

    def _lead(self, page: str) -> None:
        current = self.list.current_id
        if current is not None and page == "inbox":  # where a version's original stands
            with self.session.store.read() as work:
                current = work.drafts.get(current).item_id
        if current is not None:
            self.session.go(page, current)

    def _picture(self, digest: str) -> bytes:
        with self.session.store.read() as work:
            return work.files.get(digest) if work.files.has(digest) else b""

    def _make_box(self) -> None:
        self.box.addAction(
            coloured("search", style.MUTED), QLineEdit.ActionPosition.LeadingPosition
        )
        self.box.setToolTip("几个词用空格隔开，都要出现（Ctrl+F）")
        self.box.installEventFilter(self)
        self.reset.setObjectName("link")
        self.reset.setToolTip("放开左边选中的各项（Ctrl+Backspace）")
        self.count.setObjectName("muted")
        self.waiting.setObjectName("note")
        self.waiting.setWordWrap(True)
        self.setFocusProxy(self.box)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(style.GAP)
        line.addWidget(self.count)
        line.addWidget(self.narrowed)
        line.addWidget(self.reset)
        line.addStretch(1)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.box)
        column.addLayout(line)
        column.addWidget(self.waiting)
        column.addWidget(self.matters)
        column.addWidget(self.list, 1)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        for place, widget in enumerate((self.facets, middle, self.preview)):
            halves.addWidget(widget)
            halves.setStretchFactor(place, (0, 6, 5)[place])
        halves.setSizes([self._look.px(184), self._look.px(592), self._look.px(480)])
        self.content.addWidget(halves, 1)
        self.setTabOrder(self.box, self.reset)
        self.setTabOrder(self.reset, self.matters.list)
        self.setTabOrder(self.matters.list, self.list)
        self.setTabOrder(self.list, self.facets)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.search)
        self._settle.timeout.connect(self._show_current)
        self.box.textChanged.connect(self._on_typed)
        self.facets.changed.connect(self.search)
        self.reset.clicked.connect(self._release)
        self.list.counted.connect(self._on_counted)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(lambda _row: self._lead("editor"))
        self.preview.led.connect(self._lead)

    def _bind_keys(self) -> None:
        bind(self, "Ctrl+F", self.box.setFocus)
        bind(self, "Ctrl+Backspace", self._release)
        bind(self, "F3", self.preview.show_next)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            bind(self, keys, lambda: self._lead("life"))
        for keys in ("Shift+Return", "Shift+Enter"):
            bind(self, keys, lambda: self._lead("inbox"))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._pause.isActive():
                    self.search()
                self.list.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.box.text():
                self.box.clear()
                return True
        return super().eventFilter(watched, event)
