"""A strip below a draft's facts: which commission it answers, or seems to answer."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from desk.commissions import linking
from desk.commissions.commission import Commission
from desk.commissions.linking import Linked, Proposal
from desk.drafts import Draft
from desk.repositories.matters import MatterQuery
from ui import style
from ui.keys import bind
from ui.session import Session, Topic, Undo


class LinkStrip(QFrame):
    """F6 says yes; it is hidden where a draft answers nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._session = session
        self._draft: Draft | None = None
        self._linked: tuple[Commission, ...] = ()
        self._proposal: Proposal | None = None
        self.told = QLabel(wordWrap=True)
        self.yes, self.no = QPushButton("是应约稿件"), QPushButton()
        self.yes.setToolTip("挂到这件约稿，算单位已报（F6）")
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.decline)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(style.GAP)
        row.addWidget(self.told, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        session.changed.connect(self._on_changed)
        self.hide()

    def bind_keys(self, place: QFrame) -> None:
        """Take F6 anywhere in a place."""
        bind(place, "F6", self.accept)

    def show_draft(self, draft: Draft | None) -> None:
        """Tell what a draft answers, or may answer."""
        self._draft = draft
        self._linked, self._proposal = (), None
        if draft is not None:
            with self._session.store.read() as work:
                query = MatterQuery(draft_id=draft.item_id)
                self._linked = tuple(work.matters.all(Commission, query))
                found = linking.proposals(work, draft)
                self._proposal = found[0] if found else None
        self._tell()

    def accept(self) -> None:
        """Link the draft to the commission proposed (F6)."""
        found, draft = self._proposal, self._draft
        if found and draft:
            store, by = self._session.store, self._session.by
            self._run(
                lambda: linking.link(store, draft.id, [found.commission.id], by=by()),
                f"已挂到{found.commission.name}",
            )

    def decline(self) -> None:
        """Say that it is none, or take it off what it is linked to."""
        found, draft = self._proposal, self._draft
        store, by = self._session.store, self._session.by
        if draft and found:
            self._run(
                lambda: linking.refuse(store, draft.id, found.commission.id, by=by()),
                "已记下：不是这件约稿的稿件",
            )
        elif draft and self._linked:
            ids = [one.id for one in self._linked]
            self._run(
                lambda: linking.unlink(store, draft.item_id, ids, by=by()), "已取消挂接，单位算未报"
            )

    def _run(self, act: Callable[[], Linked], note: str) -> None:
        store, by, steps = self._session.store, self._session.by, list[Linked]()
        self._session.do(
            lambda: steps.append(act()),
            Topic.TASKS,
            Topic.DRAFTS,
            Topic.SCORES,
            note=note,
            undo=Undo(lambda: linking.take_back(store, steps[0], by=by()), "已撤销"),
        )

    def _tell(self) -> None:
        found = self._proposal
        self.yes.setVisible(found is not None)
        self.no.setText("不是" if found else "取消挂接")
        tip = "以后不再提示" if found else "挂错了：这篇不是应约稿件"
        self.no.setToolTip(tip)
        if found:
            asked = "单位没有约过，自荐稿" if found.is_offered else f"相像 {found.score}%"
            why = "写明编号" if found.is_named else asked
            self.told.setText(f"像是应约稿件：{found.commission.name}（{why}）")
        else:
            names = "、".join(one.name for one in self._linked)
            self.told.setText(f"应约稿件：{names}" if names else "")
        self.setVisible(bool(found or self._linked))

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if self._draft is not None and Topic.TASKS in topics:
            self.show_draft(self._draft)
