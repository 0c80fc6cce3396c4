"""Which media took an item too (媒体采用, R175)."""

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from desk.day_words import read_day
from desk.errors import DeskError
from desk.forwardings.forwarding import Forwarding, MediaUse
from desk.forwardings.results import note_media
from ui import style
from ui.forwardings.doing import do
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (520, 420)
LEVELS = ("国家级", "省级", "市级", "县级")


class MediaWindow(FormWindow):
    """Ctrl+Enter adds what is filled in; 删除 takes the chosen one away."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "登记媒体采用", "forwardings")
        self._held: Forwarding | None = None
        self.head = QLabel(wordWrap=True)
        self.head.setObjectName("sectionTitle")
        self.list = QListWidget()
        self.list.setAccessibleName("已登记的媒体")
        self.medium, self.day, self.place = QLineEdit(), QLineEdit(), QLineEdit()
        self.medium.setPlaceholderText("新华社网站")
        self.place.setPlaceholderText("网址、版面，例如：第2版")
        self.level = QComboBox()
        self.level.addItems(LEVELS)
        self._lay_out()

    def open_for(self, held: Forwarding) -> None:
        """Begin with a forwarding."""
        self._held = held
        self.head.setText(held.title)
        self.tell("")
        self.day.setText(f"{self.session.today():%Y-%m-%d}")
        self._show()
        self.come_up(self.medium)

    def add(self) -> None:
        """Add what is filled in."""
        self.tell("")
        held, today = self._held, self.session.today()
        try:
            day = read_day(self.day.text(), today) or today
        except DeskError as error:
            self.fail(error)
            return
        if held is not None:
            use = MediaUse(
                self.medium.text().strip(), self.level.currentText(), day, self.place.text().strip()
            )
            self._keep((*held.media, use), f"已登记{use.medium}采用")

    def remove(self) -> None:
        """Take the chosen one away."""
        at, held = self.list.currentRow(), self._held
        if held is not None and 0 <= at < len(held.media):
            self._keep((*held.media[:at], *held.media[at + 1 :]), "已删除这条媒体采用")

    def _keep(self, media: tuple[MediaUse, ...], note: str) -> None:
        held, store, by = self._held, self.session.store, self.session.by()
        if held is None:
            return

        do(
            self.session,
            lambda: note_media(store, held.id, media, by=by),
            note,
            done=lambda change: self._kept(change.latter[0]),
            failed=self.fail,
        )

    def _kept(self, held: Forwarding) -> None:
        self._held = held
        self.medium.clear()
        self.place.clear()
        self._show()
        self.medium.setFocus()

    def _show(self) -> None:
        self.list.clear()
        for one in self._held.media if self._held else ():
            self.list.addItem(f"{one.day:%Y-%m-%d}　{one.level}　{one.medium}　{one.place}")

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(style.GAP)
        for words, field in (
            ("媒体", self.medium),
            ("级别", self.level),
            ("日期", self.day),
            ("出处", self.place),
        ):
            field.setAccessibleName(words)
            form.addRow(words, field)
        remove = QPushButton("删除选中")
        remove.setToolTip("删除列表里选中的一条")
        remove.clicked.connect(self.remove)
        add = self.deed("登记", "加上这一条（Ctrl+Enter）", self.add)
        for part in (self.head, self.list):
            self.content.addWidget(part)
        self.content.addLayout(form)
        self.content.addLayout(self.foot(remove, add))
