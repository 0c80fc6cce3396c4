"""理由: why drafts are turned away, and what the units are told to do about it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from typing_extensions import override

from desk import listing
from desk.drafts import Status
from desk.reasons import LETTERS, Reason
from ui.lists.column import Column
from ui.registry.record_tab import RecordTab
from ui.registry.side_form import SideForm
from ui.registry.snapshot import Snapshot
from ui.session import Session, Topic

_EMPTY = "还没有理由\n\n按 Ctrl+N 新增，例如“要素不全”，退稿时按编号选用"
_ALL = "全部处理方式"
_DECISIONS = tuple(LETTERS)


class ReasonForm(SideForm[Reason]):
    """The decision is chosen once: codes and figures hang on it."""

    def __init__(self) -> None:
        super().__init__()
        self._reason = Reason("", Status.RETURNED, "")
        self.decision = QComboBox()
        self.decision.addItems([decision.value for decision in _DECISIONS])
        self.text = QLineEdit(placeholderText="例如：要素不全")
        self.advice = QPlainTextEdit(tabChangesFocus=True)
        self.advice.setPlaceholderText("写给单位：怎样改、怎样报。会印在反馈里")
        self.advice.setMaximumHeight(120)
        self.active = QCheckBox("在用（停用后不再提供选择，以前用过的照旧）")
        self.add("decision", "处理方式", self.decision)
        self.add("text", "理由", self.text)
        self.add("advice", "给单位的建议", self.advice)
        self.inputs.addWidget(self.active)
        self.inputs.addStretch(1)
        self.up = self.action("上移", "往前排一位（Alt+Up）")
        self.down = self.action("下移", "往后排一位（Alt+Down）")
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")

    @override
    def fill(self, record: Reason) -> None:
        self._reason = record
        self.decision.setCurrentIndex(_DECISIONS.index(record.decision))
        self.decision.setEnabled(not record.code)
        self.text.setText(record.text)
        self.advice.setPlainText(record.advice)
        self.active.setChecked(record.active)
        for button in (self.up, self.down):
            button.setVisible(bool(record.code))

    @override
    def value(self) -> Reason:
        return replace(
            self._reason,
            decision=_DECISIONS[self.decision.currentIndex()],
            text=self.text.text().strip(),
            advice=self.advice.toPlainText().strip(),
            active=self.active.isChecked(),
        )

    @override
    def begin(self) -> None:
        self.text.setFocus()
        self.text.selectAll()


class ReasonsTab(RecordTab[Reason]):
    """Reasons by decision, in the order they are offered."""

    noun = "理由"
    topics = (Topic.REGISTRY,)

    def __init__(self, session: Session) -> None:
        self._reason_form = ReasonForm()
        columns: tuple[Column[Reason], ...] = (
            Column("code", "编号", lambda row: row.code, 64),
            Column("decision", "处理方式", lambda row: row.decision.value, 88),
            Column("text", "理由", lambda row: row.text, 240, tip=lambda row: row.text),
            Column(
                "advice",
                "给单位的建议",
                lambda row: row.advice,
                280,
                stretch=True,
                tip=lambda row: row.advice,
            ),
            Column("active", "状态", lambda row: "● 在用" if row.active else "○ 停用", 76),
        )
        super().__init__(session, self._reason_form, columns, _EMPTY)
        self.decision = QComboBox()
        self.decision.setToolTip("只看一种处理方式的理由")
        self.decision.addItems([_ALL, *(decision.value for decision in _DECISIONS)])
        self.decision.currentIndexChanged.connect(self._list)
        self.tools.insertWidget(1, self.decision)
        self.tool("新增理由", "新增理由（Ctrl+N）", self.start_new)
        self._reason_form.up.clicked.connect(partial(self._move, -1))
        self._reason_form.down.clicked.connect(partial(self._move, 1))

    @override
    def key(self, record: Reason) -> str:
        return record.code

    @override
    def name(self, record: Reason) -> str:
        return record.text

    @override
    def heading(self, record: Reason) -> str:
        return f"{record.code}　{record.text}" if record.code else "新增理由"

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[Reason]:
        """All reasons; the decisions in the order the buttons have."""
        order = _DECISIONS.index
        return sorted(snapshot.reasons, key=lambda row: (order(row.decision), row.position))

    @override
    def blank(self) -> Reason:
        stored = self._stored()
        listed = self.decision.currentIndex() - 1
        if listed >= 0:
            return Reason("", _DECISIONS[listed], "")
        return Reason("", stored.decision if stored else Status.RETURNED, "")

    @override
    def keep(self, record: Reason) -> Reason:
        return listing.save_reason(self.session.store, record, by=self.session.by())

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        super().show_snapshot(snapshot)
        self._list()

    def _list(self) -> None:
        at = self.decision.currentIndex() - 1
        rows = self.rows(self.snapshot)
        self.model.set_rows([row for row in rows if at < 0 or row.decision is _DECISIONS[at]])
        self._choose(self._shown)

    def _move(self, by: int) -> None:
        shown, rows = self._stored(), self.rows(self.snapshot)
        if shown:
            alike = [row.code for row in rows if row.decision is shown.decision]
            self.reorder([*alike], by, self._order)

    def _order(self, codes: list[str]) -> None:
        listing.order_reasons(self.session.store, codes, by=self.session.by())
