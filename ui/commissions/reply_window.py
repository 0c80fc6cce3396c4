"""应约综合: who has sent what of a request from above, and our one reply made of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desk.clocks import state
from desk.commissions import merging
from desk.commissions.merging import Board, Merged, PartRow
from desk.commissions.moments import moment_words
from ui.issue.reason_strip import Answer, ReasonStrip
from ui.keys import bind
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

if TYPE_CHECKING:
    from desk.commissions.changing import Change

_SIZE = (900, 520)
_WAYS = ("内网系统", "机要", "传真", "电话")
_COLUMNS: tuple[Column[PartRow], ...] = (
    Column("unit", "单位", lambda row: row.unit.short or row.unit.name, 130),
    Column("part", "分工", lambda row: row.part or "全题", 180, tip=lambda row: row.part),
    Column("state", "状态", lambda row: str(row.state), 90),
    Column("due", "时限", lambda row: moment_words(row.due), 190, sort=lambda row: row.due),
    Column(
        "drafts", "来稿", lambda row: "、".join(one.title for one in row.drafts), 240,
        stretch=True, tip=lambda row: "\n".join(one.title for one in row.drafts),
    ),
)  # fmt: skip


class ReplyWindow(FormWindow):
    """Ctrl+Enter merges what is selected, or all that has come; Ctrl+O opens the reply."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "应约综合", "commissions")
        self._board: Board | None = None
        self._id = 0
        self.head, self.about = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.head.setObjectName("sectionTitle")
        self.about.setObjectName("muted")
        self.model: MemoryModel[PartRow] = MemoryModel(_COLUMNS)
        self.view = ListView(session, self.model, "应约综合", empty="还没有分给单位")
        self.strip = ReasonStrip(session.settings.scale)
        self.open_button = QPushButton("打开综合稿")
        self.open_button.setToolTip("到“编辑”里改（Ctrl+O）")
        self.reply_button = QPushButton("登记已报……")
        self.reply_button.setToolTip("答复已经报给上级，写明怎么报的")
        self.open_button.clicked.connect(self.open_reply)
        self.reply_button.clicked.connect(self.ask_reply)
        for widget in (self.head, self.about, self.strip):
            self.content.addWidget(widget)
        self.content.addWidget(self.view, 1)
        merge = self.deed(
            "合成一稿", "选中的来稿并成一篇答复，没选就是全部（Ctrl+Enter）", self.merge
        )
        self.content.addLayout(self.foot(self.open_button, self.reply_button, merge))
        bind(self, "Ctrl+O", self.open_reply)
        session.changed.connect(lambda _topics: self._refresh())

    def open_for(self, commission_id: int) -> None:
        """Show how a request stands."""
        self._id = commission_id
        self.view.clearSelection()
        self._read()
        self.come_up(self.view)

    def merge(self) -> None:
        """Make the one reply of the drafts of the rows selected, else of all."""
        if self._board is None:
            return
        chosen = [self.model.row(at) for at in self.view.selected()] or list(self._board.rows)
        drafts = [one.id for one in merging.fit_to_merge(chosen)]
        if not drafts:
            self.tell("选中的单位还没有可以综合的来稿。等单位报来，或者先挂接来稿。")
            return
        store, by, made = self.session.store, self.session.by, list[Merged]()
        self._do(
            lambda: made.append(merging.merge(store, self._id, drafts, by=by())),
            f"已把 {len(drafts)} 篇合成一稿，按 Ctrl+O 去改",
            lambda: merging.unmerge(store, made[0], by=by()),
        )

    def open_reply(self) -> None:
        """Go on with the reply in the editor."""
        if self._board and self._board.reply:
            self.session.go("editor", self._board.reply.id)
            self.close()
        else:
            self.tell("还没有合成答复。请先“合成一稿”。")

    def ask_reply(self) -> None:
        """Ask how the reply was sent."""
        self.strip.ask("答复怎么报上去的？", _WAYS, [Answer("登记已报", self._reply)])

    def _reply(self, how: str) -> None:
        store, by, steps = self.session.store, self.session.by, list["tuple[Change, ...]"]()
        self._do(
            lambda: steps.append(merging.reply(store, self._id, how, by=by())),
            "已登记报给上级",
            lambda: merging.unreply(store, steps[0], by=by()),
        )

    def _do(self, act: Callable[[], object], note: str, back: Callable[[], object]) -> None:
        self.tell("")
        self.session.do(
            act,
            Topic.TASKS,
            Topic.DRAFTS,
            note=note,
            undo=Undo(back, "已撤销"),
            failed=lambda error: self.tell(str(error)),
        )

    def _refresh(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        store, wanted, now = self.session.store, self._id, self.session.clock()

        def query() -> Board:
            with store.read() as work:
                return merging.board(work, wanted, now)

        self.session.look(query, self._show)

    def _show(self, found: Board) -> None:
        self._board = found
        upper = found.upper
        sent = sum(bool(row.drafts) for row in found.rows)
        due = f"，{moment_words(upper.due)}前报" if upper.due else ""
        clock = f"（{state(upper.due, self.session.clock()).words}）" if upper.due else ""
        told = f"已报上级：{upper.how}" if upper.replied else f"{upper.asked_by}约稿{due}{clock}"
        self.head.setText(found.notices[0].title)
        reply = f"　答复：{found.reply.title}（{found.reply.status}）" if found.reply else ""
        self.about.setText(f"{told}　{sent}/{len(found.rows)} 家已报{reply}")
        self.model.set_rows(list(found.rows))
        self.open_button.setEnabled(found.reply is not None)
        self.reply_button.setEnabled(upper.replied is None)
