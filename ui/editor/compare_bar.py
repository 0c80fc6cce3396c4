"""What stands above a compared text: which two texts, how much changed, what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
)

from desk.comparison.versions import Version
from desk.office_clock import office_time
from ui import style
from ui.buttons import push_button
from ui.icons import icon

_LEAST = 110  # pixels of a list of versions


class CompareBar(QFrame):
    """The texts, how much changed, and the deeds.

    Signals:
        chosen(int, int): compare these places of the list of versions.
        folded(bool): show the changes alone.
        stepped(int): go to the next (1) or previous (-1) change.
        printed(), saved_as(str), left(): the buttons; a file's suffix.
    """

    chosen = Signal(int, int)
    folded = Signal(bool)
    stepped = Signal(int)
    printed = Signal()
    saved_as = Signal(str)
    left = Signal()

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.old, self.new = (_list(look, name) for name in ("旧的一版", "新的一版"))
        self.summary, self.place = QLabel(), QLabel()
        self.summary.setObjectName("sectionTitle")
        self.summary.setWordWrap(True)
        self.place.setObjectName("muted")
        self.only_changes = QToolButton()
        self.only_changes.setObjectName("chip")
        self.only_changes.setText("只看改动")
        self.only_changes.setCheckable(True)
        self.only_changes.setToolTip("收起没有改动的段落（Ctrl+Shift+E）")
        self.print_button = push_button(
            "打印对照稿", "先看版面，再打印（Ctrl+P，编辑时 Ctrl+Alt+E）"
        )
        self.save_button = self._save_menu()
        self.back = push_button("返回编辑", "Esc 或 Ctrl+E；在一处改动上按 Enter，回到正文的这一处")
        self.before = _arrow("chevron-up", "上一处改动（Shift+F4 或 Alt+↑）")
        self.after = _arrow("chevron-down", "下一处改动（F4 或 Alt+↓）")
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        for box in (self.old, self.new):
            box.activated.connect(self._choose)
        self.only_changes.toggled.connect(self.folded)
        self.print_button.clicked.connect(self.printed)
        self.back.clicked.connect(self.left)
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))

    def _save_menu(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("plain")
        button.setText("存为…")
        button.setToolTip("把对照稿存成文件")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for words, suffix in (("PDF（不能改动）", ".pdf"), ("Word 文档", ".docx")):
            menu.addAction(words).triggered.connect(
                lambda _checked, suffix=suffix: self.saved_as.emit(suffix)
            )
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        texts, deeds = QHBoxLayout(), QHBoxLayout()
        for row in (texts, deeds):
            row.setSpacing(style.GAP)
        texts.addWidget(self.old, 1)
        texts.addWidget(QLabel("→"))
        texts.addWidget(self.new, 1)
        texts.addWidget(self.back)
        deeds.addWidget(self.only_changes)
        deeds.addWidget(self.print_button)
        deeds.addWidget(self.save_button)
        deeds.addStretch(1)
        deeds.addWidget(self.place)
        for arrow in (self.before, self.after):
            deeds.addWidget(arrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(4)
        column.addLayout(texts)
        column.addWidget(self.summary)
        column.addLayout(deeds)

    def show_versions(self, versions: Sequence[Version], old: int, new: int) -> None:
        """Offer some versions, with two of them chosen by their places."""
        for box, chosen in ((self.old, old), (self.new, new)):
            box.clear()
            for at, one in enumerate(versions):
                box.addItem(f"{one.name}　{office_time(one.when):%m-%d %H:%M}")
                about = "　".join(filter(None, (one.who, one.why)))
                box.setItemData(at, about, Qt.ItemDataRole.ToolTipRole)
            box.setCurrentIndex(chosen)
            box.setToolTip(f"{box.currentText()}　{box.currentData(Qt.ItemDataRole.ToolTipRole)}")

    def show_summary(self, words: str, changes: int) -> None:
        """Say how much changed, and in how many places."""
        self.summary.setText(words)
        for widget in (self.before, self.after, self.place):
            widget.setVisible(changes > 0)
        self.show_place(-1, changes)

    def show_place(self, current: int, changes: int) -> None:
        """Say which of the changes is on show."""
        self.place.setText(f"共 {changes} 处" if current < 0 else f"第 {current + 1}/{changes} 处")

    def _choose(self) -> None:
        self.chosen.emit(self.old.currentIndex(), self.new.currentIndex())


def _list(look: style.Look, name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    box.setMinimumWidth(look.px(_LEAST))
    box.view().setMinimumWidth(look.px(260))
    return box


def _arrow(name: str, tip: str) -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setIcon(icon(name))
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
