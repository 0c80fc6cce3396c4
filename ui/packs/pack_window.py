"""会议材料: choose what goes into the pack and where to, then write it in one action."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desk.closings.closing import Closing
from desk.packs.packing import Packed, pack
from desk.packs.parts import PARTS
from desk.surveys.stretch import Stretch, stretch_of
from desk.whole_folder import free_folder, safe_name
from ui import style
from ui.dialogs import open_folder
from ui.messages import Offer
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (620, 460)


class PackWindow(FormWindow):
    """All parts are chosen at first; Ctrl+Enter writes, Esc closes.

    ``close_period`` goes to where the period is closed.
    """

    def __init__(
        self, session: Session, parent: QWidget, close_period: Callable[[], object]
    ) -> None:
        super().__init__(session, parent, _SIZE, "会议材料", "pack")
        self._stretch: Stretch | None = None
        self.head, self.state = QLabel(), QLabel(wordWrap=True)
        self.head.setObjectName("sectionTitle")
        self.parts = {part.key: QCheckBox(f"{part.title}：{part.tells}") for part in PARTS}
        self.parent_folder = QLineEdit(str(Path(style.documents_folder())))
        self.parent_folder.setAccessibleName("存到哪个文件夹")
        self.parent_folder.setToolTip("材料存在这里面的一个新文件夹里")
        self.close_button = QPushButton("去结账")
        self.close_button.setToolTip("先把这一段的数定下来")
        self.close_button.clicked.connect(self.close)
        self.close_button.clicked.connect(close_period)
        self._lay_out()

    def open_for(self, days: tuple[date, date], closing: Closing | None) -> None:
        """Begin with some days, and their closing where they are closed."""
        with self.session.store.read() as work:
            self._stretch = stretch_of(work.catalogue.schemes(), *days)
        self.head.setText(f"{self._stretch.name}会议材料")
        told = (
            f"{closing.name}已由{closing.who}结账，材料用公布的数。"
            if closing
            else ("▲ 这一段还没有结账，材料里的数以后还会变。")
        )
        self.state.setText(told)
        self.close_button.setVisible(closing is None)
        for box in self.parts.values():
            box.setChecked(True)
        self.tell("")
        self.come_up(next(iter(self.parts.values())))

    def write(self) -> None:
        """Write the chosen parts, with progress and a way to cancel."""
        stretch, session = self._stretch, self.session
        wanted = frozenset(key for key, box in self.parts.items() if box.isChecked())
        parent = Path(self.parent_folder.text().strip())
        if stretch is None:
            return
        if not wanted:
            self.tell("一样也没有选。请至少选一样。")
            return
        if not parent.is_dir():
            self.tell(f"没有“{parent}”这个文件夹。请按“选择”另选一个。")
            self.parent_folder.setFocus()
            return
        folder = free_folder(parent, safe_name(f"{stretch.name}会议材料"))
        days = stretch.first, stretch.last
        office, by = session.settings.office, session.by()
        job = pack(session.store, days, folder, office=office, by=by, wanted=wanted)
        self.close()
        session.start(job, done=self._done)

    def _done(self, packed: Packed) -> None:
        where = QUrl.fromLocalFile(str(packed.folder))
        self.session.messages.note(
            f"会议材料在“{packed.folder.name}”，已核对 {len(packed.files)} 个文件",
            offer=Offer("打开文件夹", partial(QDesktopServices.openUrl, where)),
        )

    def _choose_folder(self) -> None:
        chosen = open_folder(self, "会议材料存到哪个文件夹")
        if chosen:
            self.parent_folder.setText(str(chosen))

    def _lay_out(self) -> None:
        state = QHBoxLayout()
        state.addWidget(self.state, 1)
        state.addWidget(self.close_button)
        place = QHBoxLayout()
        choose = QPushButton("选择……")
        choose.setToolTip("选材料存到哪个文件夹")
        choose.clicked.connect(self._choose_folder)
        place.addWidget(QLabel("存到"))
        place.addWidget(self.parent_folder, 1)
        place.addWidget(choose)
        deed = self.deed("出材料", "把选中的写进一个新文件夹（Ctrl+Enter）", self.write)
        column = self.content
        column.addWidget(self.head)
        column.addLayout(state)
        for box in self.parts.values():
            column.addWidget(box)
        column.addStretch(1)
        column.addLayout(place)
        column.addLayout(self.foot(deed))
