"""选题: what the desk wants to hear of, as tags on drafts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLineEdit
from typing_extensions import override

from desk import listing
from desk.topics import Topic
from ui import session as sessions
from ui.lists.column import Column
from ui.registry.record_tab import RecordTab
from ui.registry.side_form import SideForm
from ui.registry.snapshot import Snapshot
from ui.session import Session, Undo

_EMPTY = "还没有选题\n\n按 Ctrl+N 新增，例如“防汛抗旱”“优化营商环境”，再到来稿里给稿件标上"


@dataclass(frozen=True, slots=True)
class Listed:
    """A topic with the name it is stored under, "" for a new one."""

    topic: Topic
    former: str = ""
    drafts: int = 0


class TopicForm(SideForm[Listed]):
    """A name, and whether it is offered."""

    def __init__(self) -> None:
        super().__init__()
        self._listed = Listed(Topic(""))
        self.name = QLineEdit(placeholderText="例如：防汛抗旱")
        self.active = QCheckBox("在用（停用后不再提供选择，已标的稿件照旧）")
        self.add("name", "名称", self.name)
        self.inputs.addWidget(self.active)
        self.inputs.addStretch(1)
        self.up = self.action("上移", "往前排一位（Alt+Up）")
        self.down = self.action("下移", "往后排一位（Alt+Down）")
        self.delete_button = self.action("删除", "删除没有稿件的选题")
        self.delete_button.setObjectName("danger")
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")

    @override
    def fill(self, record: Listed) -> None:
        self._listed = record
        self.name.setText(record.topic.name)
        self.active.setChecked(record.topic.active)
        for button in (self.up, self.down, self.delete_button):
            button.setVisible(bool(record.former))

    @override
    def value(self) -> Listed:
        name, active = self.name.text().strip(), self.active.isChecked()
        return replace(self._listed, topic=replace(self._listed.topic, name=name, active=active))


class TopicsTab(RecordTab[Listed]):
    """Topics in their order, with how many drafts have each."""

    noun = "选题"
    topics = (sessions.Topic.REGISTRY, sessions.Topic.DRAFTS)

    def __init__(self, session: Session) -> None:
        self._topic_form = TopicForm()
        columns: tuple[Column[Listed], ...] = (
            Column(
                "position", "次序", self._place, 64, right=True, sort=lambda row: row.topic.position
            ),
            Column("name", "名称", lambda row: row.topic.name, 320, stretch=True),
            Column(
                "drafts",
                "稿件",
                lambda row: f"{row.drafts}",
                80,
                right=True,
                sort=lambda row: row.drafts,
            ),
            Column("active", "状态", lambda row: "● 在用" if row.topic.active else "○ 停用", 76),
        )
        super().__init__(session, self._topic_form, columns, _EMPTY)
        self.tool("新增选题", "新增选题（Ctrl+N）", self.start_new)
        self._topic_form.up.clicked.connect(partial(self._move, -1))
        self._topic_form.down.clicked.connect(partial(self._move, 1))
        self._topic_form.delete_button.clicked.connect(self._delete)

    @override
    def key(self, record: Listed) -> str:
        return record.former

    @override
    def name(self, record: Listed) -> str:
        return record.topic.name

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[Listed]:
        return [Listed(topic, topic.name, drafts) for topic, drafts in snapshot.topics]

    @override
    def blank(self) -> Listed:
        return Listed(Topic(""))

    @override
    def keep(self, record: Listed) -> Listed:
        store, by = self.session.store, self.session.by()
        saved = listing.save_topic(store, record.topic, by=by, former=record.former)
        return replace(record, topic=saved, former=saved.name)

    @override
    def undoing(self, former: Listed, record: Listed) -> Listed:
        return replace(former, former=record.topic.name)

    def _place(self, listed: Listed) -> str:
        return f"{[topic for topic, _drafts in self.snapshot.topics].index(listed.topic) + 1}"

    def _move(self, by: int) -> None:
        self.reorder([topic.name for topic, _drafts in self.snapshot.topics], by, self._order)

    def _order(self, names: list[str]) -> None:
        listing.order_topics(self.session.store, names, by=self.session.by())

    def _delete(self) -> None:
        listed = self._stored()
        if listed is None:
            return
        store, by, topic = self.session.store, self.session.by, listed.topic
        self.session.do(
            lambda: listing.delete_topic(store, topic.name, by=by()),
            *self.topics,
            note=f"已删除选题“{topic.name}”",
            undo=Undo(
                lambda: listing.save_topic(store, topic, by=by()), f"已恢复选题“{topic.name}”"
            ),
            done=lambda _nothing: self.forget(),
            failed=self.fail,
        )
