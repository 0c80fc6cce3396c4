"""Everything about one topic, to be changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from desk.day_words import read_day
from desk.drafts import Kind
from desk.errors import DeskError, FieldError
from desk.hand.typed import names
from desk.topic_pool.noting import change_topic, put_back
from desk.topic_pool.rules import TopicRules
from desk.topic_pool.topic import PoolTopic
from ui import style
from ui.field import Field, clear_errors, show_error
from ui.scores.draft_edit import DraftEdit
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow
from ui.unit_edit import UnitEdit

_SIZE = (620, 600)
_NO_KIND = "不限"


class TopicWindow(FormWindow):
    """Ctrl+Enter keeps, Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "选题", "topic-pool")
        self._topic: PoolTopic | None = None
        self._known: Sequence[str] = ()
        self.title = QLineEdit()
        self.source, self.kind = QComboBox(editable=True), QComboBox()
        self.kind.addItems([_NO_KIND, *map(str, Kind)])
        self.origin = QLineEdit(placeholderText="哪次会议、哪份文件、哪位领导")
        self.wanted = QLineEdit(placeholderText="25日、8月10日、下周五；不急的空着")
        self.units = UnitEdit()
        self.tags = QLineEdit(placeholderText="选题标签，多个用、隔开")
        self.draft = DraftEdit(session)
        self.draft.setPlaceholderText("没有约就来了的稿：打标题里几个字选一篇")
        self.remark = QPlainTextEdit()
        self.remark.setPlaceholderText("请着重写明什么，一行一条；约稿时写进通知单")
        self.remark.setTabChangesFocus(True)
        self.fields = {
            "title": Field("选题", self.title),
            "source": Field("来源", self.source),
            "origin": Field("出处", self.origin),
            "kind": Field("要哪一型", self.kind),
            "wanted": Field("什么时候要", self.wanted),
            "unit_ids": Field("可以写的单位", self.units),
            "tags": Field("标签", self.tags),
            "drafts": Field("已有来稿", self.draft),
            "remark": Field("说明", self.remark),
        }
        self._lay_out()

    def open_for(self, topic: PoolTopic) -> None:
        """Begin with a topic of the pool."""
        self._topic = topic
        with self.session.store.read() as work:
            units = work.registry.units()
            sources = work.matters.policy(TopicRules()).sources
            self._known = [one.name for one in work.lists.topics()]
        self.units.show_units(units)
        self.source.clear()
        self.source.addItems(list(sources))
        self.title.setText(topic.title)
        self.source.setCurrentText(topic.source)
        self.origin.setText(topic.origin)
        self.kind.setCurrentText(topic.kind or _NO_KIND)
        self.wanted.setText(f"{topic.wanted:%Y-%m-%d}" if topic.wanted else "")
        self.units.show_ids(topic.units)
        self.tags.setText("、".join(topic.tags))
        self.tags.setToolTip("现有标签：" + "、".join(self._known) if self._known else "")
        self._show_draft(topic.drafts)
        self.remark.setPlainText(topic.remark)
        clear_errors(self.fields)
        self.come_up(self.title)

    def keep(self) -> None:
        """Keep the topic as it is written here."""
        clear_errors(self.fields)
        self.tell("")
        try:
            wanted = self._written()
        except DeskError as error:
            self.fail(error)
            return
        store, by, former = self.session.store, self.session.by(), list[PoolTopic]()
        self.session.do(
            lambda: former.append(change_topic(store, wanted, by=by)),
            Topic.TASKS,
            note=f"已改选题：{wanted.title}",
            undo=Undo(lambda: put_back(store, former, by=self.session.by()), "选题已恢复"),
            done=self.on_kept,
            failed=self.fail,
        )

    @override
    def fail(self, error: Exception) -> None:
        if not show_error(self.fields, error):
            super().fail(error)

    def _written(self) -> PoolTopic:
        assert self._topic is not None  # noqa: S101 - the window opens with one
        kind = self.kind.currentText()
        return replace(
            self._topic,
            title=self.title.text().strip(),
            source=self.source.currentText().strip(),
            origin=self.origin.text().strip(),
            kind=None if kind == _NO_KIND else Kind(kind),
            wanted=self._day(),
            units=self.units.unit_ids(),
            tags=self._tags(),
            drafts=self._drafts(),
            remark=self.remark.toPlainText().strip(),
        )

    def _day(self) -> date | None:
        try:
            return read_day(self.wanted.text(), self.session.today())
        except DeskError as error:
            raise FieldError("wanted", str(error)) from error

    def _tags(self) -> tuple[str, ...]:
        tags = names(self.tags.text())
        strange = [one for one in tags if one not in self._known]
        if strange:
            raise FieldError(
                "tags", f"没有叫“{strange[0]}”的标签。请从现有标签里写，或先到“资料—选题”里加。"
            )
        return tags

    def _show_draft(self, drafts: Sequence[int]) -> None:
        with self.session.store.read() as work:
            rows = work.drafts.rows(drafts[:1])
        self.draft.show_title(rows[0].title if rows else "", rows[0].id if rows else 0)

    def _drafts(self) -> tuple[int, ...]:
        """The draft shown, and those behind it."""
        assert self._topic is not None  # noqa: S101 - the window opens with one
        if self.draft.text().strip() and not self.draft.item_id:
            raise FieldError("drafts", "请从提示里选一篇来稿（↓ 和 Enter）；没有就空着。")
        shown = (self.draft.item_id,) if self.draft.item_id else ()
        return tuple(dict.fromkeys((*shown, *self._topic.drafts[1:])))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(style.GAP)
        places = (
            ("title", 0, 0, 2),
            ("source", 1, 0, 1),
            ("origin", 1, 1, 1),
            ("kind", 2, 0, 1),
            ("wanted", 2, 1, 1),
            ("unit_ids", 3, 0, 2),
            ("tags", 4, 0, 2),
            ("drafts", 5, 0, 2),
            ("remark", 6, 0, 2),
        )
        for key, row, column, across in places:
            grid.addWidget(self.fields[key], row, column, 1, across)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(6, 1)
        self.content.addLayout(grid, 1)
        self.content.addLayout(self.foot(self.deed("保存", "保存（Ctrl+Enter）", self.keep)))
