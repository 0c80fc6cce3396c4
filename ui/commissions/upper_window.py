"""上级约稿: what the upper level asks, entered, and sent on to units with a part for each."""

from collections.abc import Callable, Sequence
from datetime import datetime, time

from PySide6.QtWidgets import (
    QCompleter,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desk.calendar import Specials
from desk.commissions import splitting
from desk.commissions.commission import Commission
from desk.commissions.parts_text import parts_of
from desk.commissions.splitting import Request, Share, Split
from desk.errors import FieldError
from desk.timing import calendar_of
from desk.units import Unit, UnitGroup
from ui import style
from ui.commissions.due_edit import DueEdit
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (640, 620)
_AFTERNOON = time(17)
_HINT = (
    "一行一家，冒号后面写分工，不写就是全题，例如：\n"
    "县发改局、县统计局：一、投资完成情况\n乡镇、街道\n（单位写简称或拼音首字母，分组写全名）"
)


class UpperWindow(FormWindow):
    """Ctrl+Enter sends the notices; what was only entered waits under 上级约稿."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "上级约稿", "commissions")
        self._units: Sequence[Unit] = ()
        self._groups: Sequence[UnitGroup] = ()
        self._specials: Specials = {}
        self._entered = 0
        self.asked_by = QLineEdit(placeholderText="例如：市委办信息科")
        self.number = QLineEdit(placeholderText="上级的编号，没有就空着")
        self.topic = QLineEdit(placeholderText="例如：惠企政策落实中企业反映的问题")
        self.due, self.inner = DueEdit(session.clock), DueEdit(session.clock)
        self.what = QPlainTextEdit(tabChangesFocus=True)
        self.what.setPlaceholderText("上级的要求，可以不写")
        self.parts = QPlainTextEdit(tabChangesFocus=True)
        self.parts.setPlaceholderText(_HINT)
        self.due.entry.editingFinished.connect(self._propose)
        self._lay_out()

    def open_for(self, held: Commission | None = None) -> None:
        """Begin a new one, or go on with what was entered before."""
        with self.session.store.read() as work:
            self._units, self._groups = work.registry.units(), work.registry.groups()
            self._specials = calendar_of(work)
            earlier = [one.upper.asked_by for one in work.matters.all(Commission) if one.upper]
        self.asked_by.setCompleter(QCompleter(list(dict.fromkeys(earlier)), self.asked_by))
        upper = held.upper if held else None
        self._entered = held.id if held else 0
        self.asked_by.setText(upper.asked_by if upper else next(iter(earlier), ""))
        self.number.setText(upper.number if upper else "")
        self.topic.setText(held.title if held else "")
        self.what.setPlainText(upper.what if upper else "")
        self.parts.clear()
        for edit in (self.due, self.inner):
            edit.entry.clear()
        if upper and upper.due:
            self.due.show_due(upper.due, _AFTERNOON, self._specials)
            self._propose()
        self.tell("")
        self.come_up(self.parts if held else self.asked_by)

    def enter(self) -> None:
        """Only write down what was asked; it is sent on later."""
        store, by = self.session.store, self.session.by
        made: list[Commission] = []
        self._run(
            lambda request: made.append(splitting.enter(store, request, by=by())),
            "已登记上级约稿，还没有分给单位",
            lambda: splitting.drop(store, made[0], by=by()),
        )

    def split(self) -> None:
        """Send the notices to the units named."""
        store, by, held = self.session.store, self.session.by, self._entered
        made: list[Split] = []
        try:
            parts = parts_of(self.parts.toPlainText(), self._units, self._groups)
            inner = self.inner.due()
        except FieldError as error:
            self.tell(str(error))
            return
        share = Share(self.topic.text().strip(), inner, parts)
        self._run(
            lambda request: made.append(
                splitting.split(store, request, [share], by=by(), entered_id=held)
            ),
            f"已分给 {len(parts)} 家单位，通知单在右边“通知单”里打印",
            lambda: splitting.unsplit(store, made[0], by=by()),
        )

    def _run(self, act: Callable[[Request], None], note: str, back: Callable[[], object]) -> None:
        try:
            request = self._request()
        except FieldError as error:
            self.tell(str(error))
            return
        self.session.do(
            lambda: act(request),
            Topic.TASKS,
            note=note,
            undo=Undo(back, "已撤销"),
            done=self._on_done,
            failed=lambda error: self.tell(str(error)),
        )

    def _on_done(self, _none: object) -> None:
        self.close()

    def _request(self) -> Request:
        due: datetime = self.due.due()
        return Request(
            self.asked_by.text(),
            self.topic.text(),
            due,
            self.number.text(),
            self.what.toPlainText(),
        )

    def _propose(self) -> None:
        """Leave ourselves time to merge, unless the clerk has set the units' time."""
        try:
            due = self.due.due()
        except FieldError:
            return
        if not self.inner.entry.text():
            with self.session.store.read() as work:
                found = splitting.usual_due(work, due, self._specials, self.session.clock())
            self.inner.show_due(found, _AFTERNOON, self._specials)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(style.GAP)
        for words, field in (
            ("谁约的", self.asked_by),
            ("上级编号", self.number),
            ("题目", self.topic),
            ("要求", self.what),
            ("上级的时限", self.due),
            ("给单位的时限", self.inner),
            ("分给谁", self.parts),
        ):
            form.addRow(words, field)
        self.what.setMaximumHeight(self.look.px(64))
        tip = QLabel("给单位的时限先按上级时限前两个工作日填，留出综合、审签的时间，可以改。")
        tip.setObjectName("muted")
        tip.setWordWrap(True)
        only = QPushButton("先登记")
        only.setToolTip("先记下来，今天提醒分给单位")
        only.clicked.connect(self.enter)
        send = self.deed("分解发出", "给每家单位发通知（Ctrl+Enter）", self.split)
        self.content.addLayout(form, 1)
        self.content.addWidget(tip)
        self.content.addLayout(self.foot(only, send))
