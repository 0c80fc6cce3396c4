"""保管期限 and 销毁: two windows to fill in."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QWidget,
)

from desk.errors import FieldError
from desk.secrecy.overview import Line
from desk.secrecy.retention import KEPT_BY, LONGEST, DraftRetention, retention_of
from desk.secrecy.wiping import (
    Certificate,
    Order,
    backups_words,
    keep_retention,
    must_be_whole,
    wipe,
)
from ui.session import Session, Topic
from ui.side_window import FormWindow

_YEARS = (420, 320)
_WIPE = (620, 560)
_ABOUT = (
    "从收稿那年的年底算起，0 是永久。到期的稿件只列出来，不会自动销毁；"
    "已印发的刊物按刊物自己的保管期限，不在这里。"
)


class RetentionWindow(FormWindow):
    """Years by what became of a draft."""

    def __init__(self, session: Session, parent: QWidget, kept: Callable[[], None]) -> None:
        super().__init__(session, parent, _YEARS, "稿件保管期限", "secrecy")
        self._kept = kept
        self.years = [QSpinBox() for _ in KEPT_BY]
        self.titles = QCheckBox("销毁后留下标题")
        about = QLabel(_ABOUT, wordWrap=True)
        about.setObjectName("muted")
        form = QFormLayout()
        for status, box in zip(KEPT_BY, self.years, strict=True):
            box.setRange(0, LONGEST)
            box.setSuffix(" 年")
            box.setSpecialValueText("永久")
            form.addRow("采用（已印发）" if status is KEPT_BY[0] else str(status), box)
        form.addRow("", self.titles)
        self.content.addWidget(about)
        self.content.addLayout(form)
        self.content.addStretch(1)
        self.content.addLayout(self.foot(self.deed("保存", "保存（Ctrl+Enter）", self.act)))

    def begin(self) -> None:
        """Show what is decided."""
        with self.session.store.read() as work:
            rules = retention_of(work)
        for status, box in zip(KEPT_BY, self.years, strict=True):
            box.setValue(rules.years(status))
        self.titles.setChecked(rules.keeps_titles)
        self.tell("")
        self.come_up(self.years[0])

    def act(self) -> None:
        """Keep the rules."""
        released, rejected, filed, returned = (box.value() for box in self.years)
        rules = DraftRetention(released, rejected, filed, returned, self.titles.isChecked())
        session = self.session

        def done(_none: None) -> None:
            self.close()
            self._kept()

        session.do(
            lambda: keep_retention(session.store, rules, by=session.by()),
            done=done,
            note="保管期限已保存",
            failed=self.fail,
        )


class WipeWindow(FormWindow):
    """Who, on what ground, how many: the count is typed in, as nothing brings drafts back."""

    def __init__(
        self, session: Session, parent: QWidget, wiped: Callable[[Certificate], None]
    ) -> None:
        super().__init__(session, parent, _WIPE, "销毁稿件", "secrecy")
        self._wiped = wiped
        self._ids: Sequence[int] = ()
        self.items = QListWidget()
        self.items.setAccessibleName("要销毁的稿件")
        self.warning = QLabel(wordWrap=True)
        self.fields = {
            name: QLineEdit() for name in ("wiper", "watcher", "approver", "basis", "count")
        }
        form = QFormLayout()
        words = ("销毁人", "监销人", "批准人", "销毁依据", "写上件数")
        for label, field in zip(words, self.fields.values(), strict=True):
            form.addRow(label, field)
        self.content.addWidget(self.items, 1)
        self.content.addWidget(self.warning)
        self.content.addLayout(form)
        self.content.addLayout(
            self.foot(self.deed("销毁并出证明", "不能恢复（Ctrl+Enter）", self.act))
        )

    def open_for(self, lines: Sequence[Line]) -> None:
        """Begin with the drafts chosen."""
        self._ids = [one.draft_id for one in lines]
        self.items.clear()
        self.items.addItems([f"{one.day}　{one.what}　{one.about}" for one in lines])
        self.warning.setText(
            f"▲ 将销毁 {len(lines)} 件的正文、原件、修改、图片和核查记录，不能恢复。"
            + self._backups()
        )
        for field in self.fields.values():
            field.clear()
        self.fields["wiper"].setText(self.session.by().who)
        self.tell("")
        self.come_up(self.fields["watcher"])

    def act(self) -> None:
        """Wipe, and hand the certificate on."""
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        count = int(texts["count"]) if texts["count"].isdecimal() else 0
        order = Order(texts["wiper"], texts["watcher"], texts["approver"], texts["basis"], count)
        session = self.session
        try:
            must_be_whole(order, len(self._ids))
        except FieldError as error:
            self.fail(error)
            self.fields.get(error.field, self.fields["count"]).setFocus()
            return
        office, backups = session.settings.office, self._backups()
        job = wipe(session.store, self._ids, order, office, backups, by=session.by())
        self.close()
        session.start(job, Topic.DRAFTS, done=self._wiped, cancelled=self._on_cancelled)

    def _backups(self) -> str:
        return backups_words(self.session.today().year, self.session.settings.keep_years)

    def _on_cancelled(self) -> None:
        self.session.messages.note("已取消，一件也没有销毁")
