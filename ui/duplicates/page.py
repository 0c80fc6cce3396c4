"""查重: a draft at the left, what it looks like at the right, and what to do about it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter
from typing_extensions import override

from desk.comparing import Twin, compare, not_duplicate, reopen, twins, waiting
from desk.deciding import Former
from desk.drafts import Channel, Draft, Status
from desk.duplicates.evidence import Evidence
from desk.duplicates.likeness import Verdict
from desk.merging import merge_into_composite, return_as_duplicate, take_back_return, unmerge
from ui import style
from ui.duplicates.columns import COLUMNS
from ui.duplicates.marks import Marked
from ui.duplicates.pane import Pane
from ui.duplicates.together import Together
from ui.duplicates.wording import printed_words, sentence
from ui.keys import bind
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.page import Page
from ui.session import Session, Topic, Undo

_JOINABLE = (Status.NEW, Status.EDITING)
_MOST_ROWS = 4
_LEGEND = "底色：两篇相同或相近的句子　加粗下划线：其中不同的日期、数字"
_FACTS_LEGEND = "底色：两篇都有的日期、数字、地名"
_MERGE_TIP = "两篇合成一篇综合稿，单位都保留（Ctrl+M）"
_NOTHING = (
    "没有待判断的相似来稿。\n新来稿登记后会自动与全部历史稿件比较，有相似的会在“来稿”里标出。"
)
_NONE_FOR_THIS = "没有找到与“{title}”相似的稿件。\n改动较大以后可以按 F5 再查一次。"


class DuplicatesPage(Page):
    """Two drafts side by side; ``show_target`` takes the id of a draft."""

    topics = frozenset({Topic.DRAFTS, Topic.ISSUES})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "查重")
        self.draft_id: int | None = None
        self._twins: list[Twin] = []
        self._place = 0
        self._moves_on = False  # a decision was made on the pair on show
        self._make_buttons()
        self._lay_out()
        self._bind_keys()
        self._show_empty(_NOTHING)

    @property
    def twin(self) -> Twin | None:
        """The pair on show."""
        return self._twins[self._place] if self._twins else None

    @override
    def show_target(self, target: object) -> None:
        """Compare this draft with what it looks like."""
        if isinstance(target, int):
            self.draft_id, self._place = target, 0
            self.refresh()

    @override
    def refresh(self) -> None:
        """Read the pairs again; without a draft the first one that waits."""
        if self.draft_id is None:
            self.session.look(partial(waiting, self.session.store), self._on_waiting)
        else:
            self._read(self.draft_id)

    def _on_waiting(self, ids: list[int]) -> None:
        if self.draft_id is not None:  # a draft was asked for meanwhile
            return
        if ids:
            self.show_target(ids[0])
        else:
            self._show_empty(_NOTHING)

    def _read(self, draft_id: int) -> None:
        self.session.look(partial(_read, self.session, draft_id), self._on_read)

    def _on_read(self, found: tuple[Draft, list[Twin]]) -> None:
        draft, alike = found
        if draft.id != self.draft_id:  # the clerk has gone on meanwhile
            return
        same = self.twin is not None and self.twin.draft.id == draft.id
        shown = self.twin.other.id if self.twin and same else None
        self._twins = alike
        if not alike:
            self._show_empty(_NONE_FOR_THIS.format(title=draft.title))
            return
        others = [one.other.id for one in alike]
        self._place = others.index(shown) if shown in others else 0
        if self._moves_on and alike[self._place].likeness.verdict:
            self._place = 0  # the first that is still undecided, if any is
        self._moves_on = False
        self.model.set_rows(alike)
        self.list.setVisible(len(alike) > 1)
        rows = min(len(alike), _MOST_ROWS)
        row = self.list.verticalHeader().defaultSectionSize()
        self.list.setFixedHeight(rows * row + self.list.horizontalHeader().sizeHint().height() + 4)
        self._show_pair()
        self.list.choose(self.model.rows.index(alike[self._place]))

    def _show_pair(self) -> None:
        twin = self.twin
        if twin is None:
            return
        self.empty.hide()
        self.panes.show()
        self.legend.setText(_LEGEND if twin.evidence.passages else _FACTS_LEGEND)
        self.legend.show()
        self.said.setText(sentence(twin))
        self.said.show()
        left, right = _marked(twin.evidence)
        self.left.show_draft(twin.draft, twin.own_units, "", left)
        self.right.show_draft(twin.other, twin.units, printed_words(twin), right)
        self.together.show_evidence(twin.evidence)
        self._enable(twin)

    def _show_empty(self, text: str) -> None:
        self._twins = []
        self.empty.setText(text)
        self.empty.show()
        for widget in (self.said, self.list, self.panes, self.legend):
            widget.hide()
        for button in (self.merge_button, self.return_button, self.distinct_button):
            button.setEnabled(False)
        self.again_button.setEnabled(self.draft_id is not None)

    def _enable(self, twin: Twin) -> None:
        later = _later(twin)
        undecided = not twin.likeness.verdict
        joinable = all(_is_joinable(one) for one in (twin.draft, twin.other))
        self.merge_button.setEnabled(undecided and joinable)
        self.merge_button.setToolTip(
            _MERGE_TIP if joinable else "只有“新到”“在编”的稿件能并入综合稿"
        )
        self.return_button.setEnabled(undecided and later.status in _JOINABLE)
        self.return_button.setToolTip(f"把后收到的“{later.title}”按重复退回（Ctrl+Shift+T）")
        self.distinct_button.setEnabled(twin.likeness.verdict in (Verdict.OPEN, Verdict.DISTINCT))
        distinct = twin.likeness.verdict is Verdict.DISTINCT
        self.distinct_button.setText("恢复待判断" if distinct else "不是重复")
        self.again_button.setEnabled(True)

    def merge(self) -> None:
        """Make one composite of the two."""
        twin = self.twin
        if twin is None or not self.merge_button.isEnabled():
            return
        pair, made = (twin.draft, twin.other), list[Draft]()
        joining = [
            one.id for one in pair if one.channel is not Channel.COMPOSITE and not one.merged_into
        ]
        store, by = self.session.store, self.session.by
        self._decide(
            lambda: made.append(merge_into_composite(store, [one.id for one in pair], by=by())),
            lambda: unmerge(store, made[0].id, joining, by=by()),
            "已并入综合稿，两家单位都保留",
        )

    def send_back(self) -> None:
        """Return the later of the two as a duplicate."""
        twin = self.twin
        if twin is None or not self.return_button.isEnabled():
            return
        later = _later(twin)
        other = twin.other if later is twin.draft else twin.draft
        store, by, before = self.session.store, self.session.by, list[Former]()
        self._decide(
            lambda: before.extend(return_as_duplicate(store, later.id, other.id, by=by())),
            lambda: take_back_return(store, before, other.id, by=by()),
            f"已退稿（重复）：{later.title}",
        )

    def tell_apart(self) -> None:
        """Remember that the two are no duplicates, or ask again."""
        twin = self.twin
        if twin is None or not self.distinct_button.isEnabled():
            return
        store, by = self.session.store, self.session.by
        pair = twin.draft.id, twin.other.id
        apart, again = partial(not_duplicate, store, *pair), partial(reopen, store, *pair)
        if twin.likeness.verdict:
            self._decide(lambda: again(by=by()), lambda: apart(by=by()), "已恢复为待判断")
        else:
            self._decide(lambda: apart(by=by()), lambda: again(by=by()), "已记住：不是重复")

    def _decide(self, action: Callable[[], object], undo: Callable[[], object], said: str) -> None:
        self._moves_on = True
        topics = (Topic.DRAFTS, Topic.SCORES)
        self.session.do(action, *topics, note=said, undo=Undo(undo, "已撤销"))

    def search_again(self) -> None:
        """Compare the draft as it reads now."""
        if self.draft_id is not None:
            job = compare(self.session.store, [self.draft_id])
            self.session.start(job, Topic.DRAFTS, done=self._on_searched)

    def _on_searched(self, count: int) -> None:
        said = f"查到 {count} 篇相似的稿件" if count else "没有查到相似的稿件"
        self.session.messages.note(said)

    def step(self, by: int) -> None:
        """Go to the next or the former pair; past the last one to the next draft that waits."""
        rows = self.model.rows
        place = rows.index(self.twin) + by if self.twin in rows else -1
        if 0 <= place < len(rows):
            self.list.choose(place)
        else:
            self.session.look(partial(waiting, self.session.store), partial(self._on_next, by))

    def _on_next(self, by: int, ids: Sequence[int]) -> None:
        others = [one for one in ids if one != self.draft_id]
        if not others:
            self.session.messages.note("没有别的待判断的相似来稿")
            return
        at = ids.index(self.draft_id) + by if self.draft_id in ids else 0
        self.show_target(ids[at] if 0 <= at < len(ids) else others[0])

    def _on_chosen(self, number: int) -> None:
        rows: Sequence[Any] = self.model.rows
        if 0 <= number < len(rows) and rows[number] is not self.twin:
            self._place = self._twins.index(rows[number])
            self._show_pair()

    def go_back(self) -> None:
        """Return to the inbox, to this draft."""
        self.session.go("inbox", self.draft_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _make_buttons(self) -> None:
        actions: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("返回来稿", "回到“来稿”里的这一篇（Esc）", self.go_back),
            ("上一对", "上一对相似的稿件（Alt+←）", partial(self.step, -1)),
            ("下一对", "下一对相似的稿件（Alt+→）", partial(self.step, 1)),
            ("再查一次", "按现在的文字重新查重（F5）", self.search_again),
            ("不是重复", "记住这两篇不是重复，以后不再提示（Ctrl+D）", self.tell_apart),
            ("退稿（重复）", "把后收到的一篇按重复退回（Ctrl+Shift+T）", self.send_back),
        )
        made: list[QPushButton] = []
        for text, tip, slot in actions:
            button = self.secondary(text, tip)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            made.append(button)
        _, self.former_button, self.next_button, self.again_button, *rest = made
        self.distinct_button, self.return_button = rest
        self.merge_button = self.primary("并入综合", _MERGE_TIP)
        self.merge_button.clicked.connect(self.merge)

    def _lay_out(self) -> None:
        self.said, self.empty, self.legend = QLabel(), QLabel(), QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setObjectName("sectionTitle")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setObjectName("muted")
        self.legend.setObjectName("muted")
        self.model = MemoryModel(COLUMNS)
        self.list = ListView(self.session, self.model, "相似稿件")
        self.list.setSelectionMode(ListView.SelectionMode.SingleSelection)
        self.list.chosen.connect(self._on_chosen)
        scale = self.session.settings.scale
        self.left, self.right = (
            Pane(word, self._picture, scale) for word in ("这一篇", "相似的一篇")
        )
        self.together = Together(self.left, self.right)
        self.panes = QSplitter()
        self.panes.setHandleWidth(style.GAP)
        self.panes.setChildrenCollapsible(False)
        for pane in (self.left, self.right):
            self.panes.addWidget(pane)
        for widget in (self.said, self.list):
            self.content.addWidget(widget)
        self.content.addWidget(self.panes, 1)
        self.content.addWidget(self.empty, 1)
        self.content.addWidget(self.legend)
        self.setFocusProxy(self.left.body)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Alt+Left": partial(self.step, -1),
            "Alt+Right": partial(self.step, 1),
            "F5": self.search_again,
            "Ctrl+D": self.tell_apart,
            "Ctrl+Shift+T": self.send_back,
            "Ctrl+M": self.merge,
        }
        for key, slot in keys.items():
            bind(self, key, slot)

    def _picture(self, digest: str) -> bytes:
        with self.session.store.read() as work:
            return work.files.get(digest)


def _read(session: Session, draft_id: int) -> tuple[Draft, list[Twin]]:
    with session.store.read() as work:
        draft = work.drafts.get(draft_id)
    return draft, twins(session.store, draft_id)


def _later(twin: Twin) -> Draft:
    """The one of the two that came later."""
    return twin.draft if twin.likeness.draft_id == twin.draft.id else twin.other


def _is_joinable(draft: Draft) -> bool:
    return draft.status in _JOINABLE or (draft.status is Status.MERGED and bool(draft.merged_into))


def _marked(evidence: Evidence) -> tuple[Marked, Marked]:
    """The marks of the left and of the right text."""
    passages = evidence.passages
    left = Marked(
        [*(one.left for one in passages), *evidence.left_facts],
        [span for one in passages for span in one.left_changes],
    )
    right = Marked(
        [*(one.right for one in passages), *evidence.right_facts],
        [span for one in passages for span in one.right_changes],
    )
    return left, right
