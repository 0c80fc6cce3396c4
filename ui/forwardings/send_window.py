"""上报: send one or several items to several carriers in one step."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.drafts import DraftRow
from desk.errors import FieldError
from desk.forwardings.changing import Change
from desk.forwardings.offering import Carrier, Offering, offering, to_choose
from desk.forwardings.sending import Offered, Target, mark, send
from ui.forwardings.copying import copy_text
from ui.forwardings.doing import do
from ui.forwardings.send_form import SendForm
from ui.keys import bind
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (860, 640)
_NAMED = 2  # titles in the head
_ID = int(Qt.ItemDataRole.UserRole)


class SendWindow(FormWindow):
    """Ctrl+Enter registers what was sent, Ctrl+D only marks it to be sent, Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "上报", "forwardings")
        self.offering: Offering | None = None
        self.draft_ids: list[int] = []
        self.search = QLineEdit(placeholderText="找稿件：写标题里的几个字，↓ 到列表，Enter 选中")
        self.search.setAccessibleName("找稿件")
        self.found = QListWidget()
        self.found.setAccessibleName("找到的稿件")
        self.found.setMaximumHeight(self.look.px(150))
        self.head, self.like = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.head.setObjectName("sectionTitle")
        self.like.setObjectName("muted")
        self.boxes: list[tuple[QCheckBox, Carrier]] = []
        self.carriers = QVBoxLayout()
        self.medium = QLineEdit(placeholderText="媒体名称，例如：新华社网站（没有登记成刊物的）")
        self.medium.setAccessibleName("媒体")
        self.form = SendForm()
        self._lay_out()
        self._connect()

    def open_for(self, draft_ids: Sequence[int]) -> None:
        """Begin with these items; with none, one is to be found first."""
        self.draft_ids = list(draft_ids)
        is_open = not self.draft_ids
        self.tell("")
        for part in (self.search, self.found):
            part.setVisible(is_open)
        self.medium.clear()
        if is_open:
            self.search.clear()
            self._search()
            self.come_up(self.search)
        self._read()
        if not is_open:
            self.come_up(self.boxes[0][0] if self.boxes else self.medium)

    def send(self) -> None:
        """Register that the items went to what is ticked."""
        self.tell("")
        try:
            how, targets = self.form.sending(), self.targets()
        except FieldError as error:
            self.fail(error)
            return
        ids, store = list(self.draft_ids), self.session.store
        by = self.session.by()
        do(
            self.session,
            lambda: send(store, ids, targets, how, by=by),
            f"已登记上报 {len(ids) * len(targets)} 件",
            done=self._on_sent,
            failed=self.fail,
        )

    def mark(self) -> None:
        """Mark the items to go up by the day of the form."""
        self.tell("")
        try:
            day, targets = self._day(), self.targets()
        except FieldError as error:
            self.fail(error)
            return
        ids, store, by = list(self.draft_ids), self.session.store, self.session.by()
        do(
            self.session,
            lambda: mark(store, ids, targets, day, by=by),
            f"已标记 {len(ids) * len(targets)} 件待上报，{day:%m-%d} 在“今日”提醒",
            done=self._on_sent,
            failed=self.fail,
        )

    def copy(self) -> None:
        """Show the clean copy of the first item for the first carrier ticked."""
        chosen = [held for box, held in self.boxes if box.isChecked()]
        if self.offering and self.offering.items:
            offer = chosen[0].offers[0] if chosen else self.offering.own[0]
            carrier = chosen[0].publication.id if chosen else 0
            copy_text(self.session, self, offer.text.id, publication_id=carrier)

    def targets(self) -> list[Target]:
        """What is ticked, and the medium that is written."""
        found = [Target(held.publication.id) for box, held in self.boxes if box.isChecked()]
        name = self.medium.text().strip()
        return [*found, Target(medium=name)] if name else found

    @override
    def fail(self, error: Exception) -> None:
        """Say what is wrong, with the keyboard at its field."""
        super().fail(error)
        if isinstance(error, FieldError):
            self.form.field(error.field).setFocus()

    def _day(self) -> date:
        when = self.form.sending().when
        return max(when.date(), self.session.today())

    def _on_sent(self, _change: Change) -> None:
        self.close()

    def _search(self) -> None:
        words = self.search.text().strip()
        store = self.session.store

        def read() -> list[DraftRow]:
            with store.read() as work:
                return to_choose(work, words)

        self.session.look(read, self._show_found)

    def _show_found(self, rows: list[DraftRow]) -> None:
        self.found.clear()
        for row in rows:
            item = QListWidgetItem(f"{row.title}　{row.units}　{row.status}")
            item.setData(_ID, row.id)
            self.found.addItem(item)
        if not rows:
            self.found.addItem("没有找到。编辑过、送审、可用或已印发的稿件才能上报。")

    def _choose(self, item: QListWidgetItem) -> None:
        chosen = item.data(_ID)
        if chosen:
            self.draft_ids = [int(chosen)]
            self._read()
            if self.boxes:
                self.boxes[0][0].setFocus()

    def _read(self) -> None:
        with self.session.store.read() as work:
            self.offering = offering(work, self.draft_ids, self.session.today())
        found = self.offering
        titles = "、".join(f"“{one.title}”" for one in found.items[:_NAMED])
        more = f"等 {len(found.items)} 篇" if len(found.items) > _NAMED else ""
        self.head.setText(f"{titles}{more}" if titles else "先选一篇稿件")
        like = "；".join(
            f"“{one.forwarding.title}”（《{one.forwarding.carrier}》）" for one in found.like[:3]
        )
        self.like.setText(f"标题相近、采用过的：{like}" if like else "")
        self.like.setVisible(bool(like))
        self._show_carriers(found)
        self.form.begin(self.session.clock(), self.session.by().who, found.commissions)
        self._ask()

    def _show_carriers(self, found: Offering) -> None:
        for box, _held in self.boxes:
            box.setParent(None)
            box.deleteLater()
        self.boxes = []
        for one in found.carriers:
            box = QCheckBox(_words(one))
            box.setEnabled(bool(found.items))
            box.toggled.connect(lambda _on: self._ask())
            self.carriers.addWidget(box)
            self.boxes.append((box, one))
        if self.boxes:
            self.setTabOrder(self.boxes[-1][0], self.medium)

    def _ask(self) -> None:
        offers = [offer for box, held in self.boxes if box.isChecked() for offer in held.offers]
        if self.medium.text().strip() and self.offering:
            offers += self.offering.own
        self.form.ask(
            approval=any(not one.approval.is_done for one in offers),
            again=any(one.before for one in offers),
        )

    def _lay_out(self) -> None:
        self.copy_button = QPushButton("整洁文本")
        self.copy_button.setToolTip("去掉排版的文字，逐栏复制到上级系统（Ctrl+T）")
        self.mark_button = QPushButton("标记待上报")
        self.mark_button.setToolTip("先记下，到报出那天在“今日”提醒（Ctrl+D）")
        self.send_button = self.deed("登记上报", "登记已经报出（Ctrl+Enter）", self.send)
        for part in (self.head, self.search, self.found, self.like):
            self.content.addWidget(part)
        self.content.addWidget(QLabel("报给（右边是一年来的采用情况）"))
        self.content.addLayout(self.carriers)
        self.content.addWidget(self.medium)
        self.content.addWidget(self.form)
        self.content.addStretch(1)
        row: QHBoxLayout = self.foot(self.copy_button, self.mark_button, self.send_button)
        self.content.addLayout(row)

    def _connect(self) -> None:
        self.search.textEdited.connect(lambda _text: self._search())
        self.search.returnPressed.connect(self.found.setFocus)
        self.found.itemActivated.connect(self._choose)
        self.found.itemClicked.connect(self._choose)
        self.medium.textEdited.connect(lambda _text: self._ask())
        self.copy_button.clicked.connect(self.copy)
        self.mark_button.clicked.connect(self.mark)
        bind(self, "Ctrl+D", self.mark)
        bind(self, "Ctrl+T", self.copy)


def _words(one: Carrier) -> str:
    parts = [f"《{one.publication.name}》 {one.publication.tier}"]
    parts += [_state(offer) for offer in one.offers[:1]] if len(one.offers) == 1 else []
    rates = "，".join(filter(None, (one.rate, one.of_kind)))
    parts.append(f"一年 {rates}" if rates else "还没有报过")
    return "　".join(filter(None, parts))


def _state(offer: Offered) -> str:
    own = f"用刊物版“{offer.text.title}”" if offer.text.version_of else ""
    before = f"{offer.before.sent_day:%m-%d} 已报过" if offer.before else ""
    waiting = "已标记待上报" if offer.waiting else ""
    approval = "" if offer.approval.is_done else f"△ {offer.approval.text}"
    return "，".join(filter(None, (own, before, waiting, approval)))
