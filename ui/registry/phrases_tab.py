"""常用语: what Ctrl+J inserts, category by category."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from desk import phrasing
from desk.importing.outcome import Imported
from desk.phrases import Category, Phrase
from ui.lists.column import Column
from ui.registry.phrases_form import PhraseForm
from ui.registry.record_tab import RecordTab
from ui.registry.snapshot import Snapshot
from ui.registry.table_import import import_table
from ui.session import Session, Topic, Undo

_EMPTY = (
    "这一类还没有常用语\n\n按 Ctrl+N 新增，或者用“导入”从表格里成批加入；"
    "在正文里选中文字按 Ctrl+J 也能存成短语"
)
_IMPORT = "从 .xlsx 或 .csv 成批加入；列名：类别 名称 内容 简码 信息类型 日期 说明"


class PhrasesTab(RecordTab[Phrase]):
    """Skeletons, phrases, documents, leaders: one category at a time."""

    noun = "常用语"
    topics = (Topic.REGISTRY,)

    def __init__(self, session: Session) -> None:
        self._phrase_form = PhraseForm()
        columns: tuple[Column[Phrase], ...] = (
            Column("category", "类别", lambda row: row.category, 64, hidden=True),
            Column("name", "名称", lambda row: row.name, 180, tip=lambda row: row.name),
            Column(
                "text", "内容", lambda row: row.text, 260, stretch=True, tip=lambda row: row.text
            ),
            Column("key", "简码", lambda row: row.key, 80),
            Column("kind", "信息类型", lambda row: row.kind or "", 84),
            Column("day", "日期", lambda row: f"{row.day or ''}", 96),
            Column("source", "说明", lambda row: row.source, 100),
            Column("state", "状态", lambda row: "" if row.is_active else "○ 停用", 72),
        )
        super().__init__(session, self._phrase_form, columns, _EMPTY)
        self.categories = QComboBox()
        self.categories.setToolTip("选一类")
        for one in Category:
            self.categories.addItem(one.value, one)
        self.tools.insertWidget(0, self.categories)
        self.tool("新增常用语", "新增常用语（Ctrl+N）", self.start_new)
        self.tool("导入", _IMPORT, self._import)
        self.tool("导出", "把这一类存成 .xlsx，改好后可以再导入", self.view.export)
        self.categories.currentIndexChanged.connect(self._switch_category)
        self._phrase_form.up.clicked.connect(partial(self._move, -1))
        self._phrase_form.down.clicked.connect(partial(self._move, 1))
        self._phrase_form.delete_button.clicked.connect(self._delete)

    @property
    def category(self) -> Category:
        """The category on show."""
        return Category(self.categories.currentData() or Category.SKELETON)

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[Phrase]:
        return [one for one in snapshot.phrases if one.category is self.category]

    @override
    def blank(self) -> Phrase:
        return Phrase(self.category, "")

    @override
    def keep(self, record: Phrase) -> Phrase:
        return phrasing.save_phrase(self.session.store, record, by=self.session.by())

    def _switch_category(self) -> None:
        self.save_typed()
        self.forget()
        self.show_snapshot(self.snapshot)

    def _move(self, by: int) -> None:
        self.reorder([one.id for one in self.rows(self.snapshot)], by, self._order)

    def _order(self, ids: list[int]) -> None:
        phrasing.order_phrases(self.session.store, ids, by=self.session.by())

    def _import(self) -> None:
        title = f"选择“{self.category}”的表格"
        import_table(self, self.session, title, self._take, self.report)

    def _take(self, path: Path) -> Imported:
        from desk.importing.phrases import import_phrases  # noqa: PLC0415 - heavy, loaded on use

        return import_phrases(self.session.store, self.category, path, by=self.session.by())

    def _delete(self) -> None:
        phrase = self._stored()
        if phrase is None:
            return
        store, by = self.session.store, self.session.by
        self.session.do(
            lambda: phrasing.delete_phrase(store, phrase.id, by=by()),
            *self.topics,
            note=f"已删除“{phrase.name}”",
            undo=Undo(
                lambda: phrasing.restore_phrase(store, phrase, by=by()), f"已恢复“{phrase.name}”"
            ),
            done=lambda _gone: self.forget(),
            failed=self.fail,
        )
