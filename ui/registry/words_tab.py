"""词表: the words rules look for, list by list, delivered ones and the office's own."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit
from typing_extensions import override

from desk import ruling
from desk.checks.lexicon import Entry, word_lists
from desk.importing.outcome import Imported
from desk.ruling import ListedWord
from ui.day_edit import DayEdit
from ui.lists.column import Column
from ui.registry.record_tab import RecordTab
from ui.registry.side_form import SideForm
from ui.registry.snapshot import Snapshot
from ui.registry.table_import import import_table
from ui.session import Session, Topic, Undo

_EMPTY = "这张词表还没有词\n\n按 Ctrl+N 新增，或者用“导入”从表格里成批加入"


class WordForm(SideForm[ListedWord]):
    """One entry of the list on show."""

    def __init__(self) -> None:
        super().__init__()
        self._listed = ListedWord(Entry("", ""))
        self.word = QLineEdit(placeholderText="例如：搞定；中间可用“…”代表几个字")
        self.instead = QLineEdit(placeholderText="例如：解决|办妥；只有提醒、没有定改法的留空")
        self.unless = QLineEdit(placeholderText="含有这个词、但是正确的更长的词，用|隔开")
        self.note = QLineEdit(placeholderText="给编辑看的说明")
        self.source = QLineEdit(placeholderText="文件、标准或本单位")
        self.day = DayEdit()
        self.active = QCheckBox("在用（停用后不再检查这个词）")
        self.add("word", "词", self.word)
        self.add("instead", "改为（几种写法用|隔开）", self.instead)
        self.add("unless", "除外", self.unless)
        self.add("note", "说明", self.note)
        self.add("source", "依据", self.source)
        self.add_beside("day", "日期", self.day)
        self.inputs.addWidget(self.active)
        self.inputs.addStretch(1)
        self.remove = self.action("移出", "本单位加的词删掉，自带的词停用（可以撤销）")
        self.remove.setObjectName("danger")
        self.restore = self.action("恢复默认", "这个词恢复成软件自带的样子")

    @override
    def fill(self, record: ListedWord) -> None:
        entry = record.entry
        self._listed = record
        self.word.setText(entry.word)
        self.instead.setText("|".join(entry.instead))
        self.unless.setText("|".join(entry.unless))
        self.note.setText(entry.note)
        self.source.setText(entry.source)
        day = entry.day
        self.day.setDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())
        self.active.setChecked(entry.is_active)
        self.remove.setVisible(bool(entry.word) and entry.is_active)
        self.restore.setVisible(record.delivered is not None and record.is_own)

    @override
    def value(self) -> ListedWord:
        entry = replace(
            self._listed.entry,
            word=self.word.text().strip(),
            instead=_several(self.instead.text()),
            unless=_several(self.unless.text()),
            note=self.note.text().strip(),
            source=self.source.text().strip(),
            is_active=self.active.isChecked(),
        )
        if entry.day is None and self.day.date() == QDate.currentDate():
            return replace(self._listed, entry=entry)
        return replace(self._listed, entry=replace(entry, day=self.day.day))


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


class WordsTab(RecordTab[ListedWord]):
    """The lists, one at a time."""

    noun = "词"
    topics = (Topic.REGISTRY,)

    def __init__(self, session: Session) -> None:
        self._word_form = WordForm()
        columns: tuple[Column[ListedWord], ...] = (
            Column("word", "词", lambda row: row.entry.word, 140, tip=lambda row: row.entry.word),
            Column("instead", "改为", lambda row: "|".join(row.entry.instead), 110),
            Column("unless", "除外", lambda row: "|".join(row.entry.unless), 90),
            Column(
                "note", "说明", lambda row: row.entry.note, 120, stretch=True,
                tip=lambda row: row.entry.note,
            ),
            Column("source", "依据", lambda row: row.entry.source, 120),
            Column("day", "日期", lambda row: f"{row.entry.day or ''}", 96),
            Column("state", "状态", _state, 84),
        )  # fmt: skip
        super().__init__(session, self._word_form, columns, _EMPTY)
        self.lists = QComboBox()
        self.lists.setToolTip("选一张词表")
        for one in word_lists().values():
            self.lists.addItem(f"{one.code}　{one.name}", one.code)
        self.about = QLabel()
        self.about.setObjectName("muted")
        self.about.setWordWrap(True)
        self.tools.insertWidget(0, self.lists)
        self.tool("新增词", "新增词（Ctrl+N）", self.start_new)
        self.tool(
            "导入", "从 .xlsx 或 .csv 成批加入；列名：词 改为 除外 说明 依据 日期", self._import
        )
        self.tool("导出", "把这张词表存成 .xlsx，改好后可以再导入", self.view.export)
        column = self.layout()
        column.insertWidget(1, self.about)  # type: ignore[union-attr]  # a column, set above
        self.lists.currentIndexChanged.connect(self._switch_list)
        self._word_form.remove.clicked.connect(self._remove)
        self._word_form.restore.clicked.connect(self._restore)

    @property
    def code(self) -> str:
        """The list on show."""
        return str(self.lists.currentData() or "")

    @override
    def key(self, record: ListedWord) -> str:
        return record.entry.word

    @override
    def name(self, record: ListedWord) -> str:
        return record.entry.word

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[ListedWord]:
        return ruling.words_with(snapshot.words, self.code)

    @override
    def blank(self) -> ListedWord:
        return ListedWord(ruling.own_word(self.code, "", self.session.clock().date()))

    @override
    def keep(self, record: ListedWord) -> ListedWord:
        stored = self._stored()
        former = stored.entry.word if stored else ""
        store, by = self.session.store, self.session.by()
        saved = ruling.save_word(store, record.entry, by=by, former=former)
        return replace(record, entry=saved)

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        one = word_lists().get(self.code)
        self.about.setText(f"{one.about}　依据：{one.source}" if one else "")
        super().show_snapshot(snapshot)

    def _switch_list(self) -> None:
        self.save_typed()
        self.forget()
        self.show_snapshot(self.snapshot)

    def _import(self) -> None:
        name = word_lists()[self.code].name
        import_table(self, self.session, f"选择“{name}”的表格", self._take, self.report)

    def _take(self, path: Path) -> Imported:
        from desk.importing.words import import_words  # noqa: PLC0415 - heavy, loaded on use

        return import_words(self.session.store, self.code, path, by=self.session.by())

    def _remove(self) -> None:
        self._change(ruling.remove_word, "已移出“{}”")

    def _restore(self) -> None:
        self._change(ruling.restore_word, "“{}”已恢复默认")

    def _change(self, use_case: Callable[..., None], note: str) -> None:
        listed = self._stored()
        if listed is None:
            return
        store, by, entry = self.session.store, self.session.by, listed.entry
        self.session.do(
            lambda: use_case(store, entry.list, entry.word, by=by()),
            *self.topics,
            note=note.format(entry.word),
            undo=Undo(
                lambda: ruling.save_word(store, entry, by=by(), former=entry.word),
                f"已恢复“{entry.word}”",
            ),
            failed=self.fail,
        )


def _state(row: ListedWord) -> str:
    if not row.entry.is_active:
        return "○ 停用"
    return "● 自带" if not row.is_own else "◆ 已改" if row.delivered else "◆ 本单位"
