"""What the clerk does with drafts besides deciding: take on, hand over, flag, tag, mark."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from desk import handling
from desk.drafts import DraftRow
from ui.inbox.actions import ActionBar, Deed
from ui.inbox.ask_strip import AskStrip
from ui.inbox.draft_list import DraftList
from ui.session import Session, Topic

B = TypeVar("B", bound=Collection[object])
_FEW = 200  # rows that are looked at to see which way a switch goes


class Chores(QObject):
    """Runs them on the worker, each with its undo."""

    def __init__(self, session: Session, drafts: DraftList, strip: AskStrip) -> None:
        super().__init__(drafts)
        self._session = session
        self._list = drafts
        self._strip = strip
        drafts.flagging.connect(lambda draft_id: self.toggle_flag([draft_id]))

    def offer_first(self, bar: ActionBar) -> None:
        """Put what comes before the decisions on a bar."""
        tip = "开始办理选中的新稿：由“新到”改为“在编”，记上由你在办"
        bar.add(Deed("接收", "Ctrl+E", tip, self.accept, button=True))

    def offer(self, bar: ActionBar) -> None:
        """Put the rest on a bar."""
        for deed in (
            Deed("交给……", "Ctrl+J", "把选中的稿件交给一个人办", self.ask_holder, begins_part=True),
            Deed("选题……", "Ctrl+T", "给选中的稿件加上或去掉选题", self.ask_topics),
            Deed("加旗标或去旗标", "Ctrl+M", "标出要留意的稿件", self.toggle_flag),
            Deed("标为已读或未读", "Ctrl+U", "标为已读或未读", self.toggle_read),
        ):
            bar.add(deed)

    def accept(self, ids: Sequence[int]) -> None:
        """Take new drafts on."""
        store, by = self._session.store, self._session.by
        self._run(
            lambda: handling.accept(store, ids, by=by()),
            "已接收 {} 篇稿件",
            lambda before: handling.put_accepted_back(store, before, by=by()),
        )

    def ask_holder(self, ids: Sequence[int]) -> None:
        """Ask who shall have the drafts."""
        with self._session.store.read() as work:
            names = work.drafts.holders()
        clerk = self._session.settings.clerk
        names = [*([clerk] if clerk and clerk not in names else []), *names]
        give = ("交给", partial(self.assign, ids))
        drop = ("不交给谁", lambda _name: self.assign(ids, ""))
        self._strip.ask(f"{len(ids)} 篇稿件交给：", names, give, drop, hint="姓名")

    def assign(self, ids: Sequence[int], holder: str) -> None:
        """Give drafts into somebody's hands."""
        store, by = self._session.store, self._session.by
        self._run(
            lambda: handling.assign(store, ids, holder, by=by()),
            f"已把 {{}} 篇稿件交给{holder}" if holder else "{} 篇稿件不再交给谁",
            lambda before: handling.put_assigned_back(store, before, by=by()),
        )

    def ask_topics(self, ids: Sequence[int]) -> None:
        """Ask for topics to give or take away."""
        with self._session.store.read() as work:
            names = [topic.name for topic in work.lists.topics() if topic.active]
        add = ("加上", lambda text: self.tag(ids, text, on=True))
        drop = ("去掉", lambda text: self.tag(ids, text, on=False))
        hint = "选一个，或者写新的；几个用、隔开"
        self._strip.ask(f"{len(ids)} 篇稿件的选题：", names, add, drop, hint=hint)

    def tag(self, ids: Sequence[int], text: str, *, on: bool) -> None:
        """Give drafts the topics of a text, or take them away."""
        topics = text.replace("，", "、").replace(",", "、").split("、")
        store, by = self._session.store, self._session.by
        self._run(
            lambda: handling.tag(store, ids, topics, on=on, by=by()),
            f"已给 {{}} 篇稿件加上“{text}”" if on else f"已从 {{}} 篇稿件去掉“{text}”",
            lambda before: handling.put_tags_back(store, before, by=by()),
        )

    def toggle_flag(self, ids: Sequence[int]) -> None:
        """Flag the drafts, or take the flags away where all have one."""
        on = not all(row.is_flagged for row in self._some(ids))
        store, by = self._session.store, self._session.by
        self._run(
            lambda: handling.flag(store, ids, on=on, by=by()),
            "已给 {} 篇稿件加旗标" if on else "已去掉 {} 篇稿件的旗标",
            lambda changed: handling.flag(store, changed, on=not on, by=by()),
        )

    def toggle_read(self, ids: Sequence[int]) -> None:
        """Mark the drafts as read, or as unread where all are read."""
        on = not all(row.is_read for row in self._some(ids))
        store = self._session.store
        self._run(
            lambda: handling.mark_read(store, ids, on=on),
            f"已把 {{}} 篇稿件标为{'已读' if on else '未读'}",
            lambda changed: handling.mark_read(store, changed, on=not on),
        )

    def _some(self, ids: Sequence[int]) -> Sequence[DraftRow]:
        with self._session.store.read() as work:
            return work.drafts.rows(ids[:_FEW])

    def _run(self, act: Callable[[], B], said: str, back: Callable[[B], object]) -> None:
        """Do it, say to how many drafts, and offer to take it back from these."""
        session, held = self._session, list[B]()

        def undo() -> None:
            session.do(lambda: back(held[0]), Topic.DRAFTS, note="已撤销")

        def done(_result: None) -> None:
            count = len(held[0])
            session.messages.note(said.format(count), undo if count else None)

        session.do(lambda: held.append(act()), Topic.DRAFTS, done=done)
