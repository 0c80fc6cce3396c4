"""A unit's card: its figures in words, what is behind them, and ways to take them along."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.matters.kinds import noun_of
from desk.surveys.card import Card
from desk.surveys.card_page import card_pdf
from ui import style
from ui.icons import icon
from ui.leaving import copy_plain
from ui.paper_window import PaperWindow
from ui.scores.card_html import card_html
from ui.session import Session

_NOBODY = "选中一个单位，这里是它的卡片"


class CardView(QWidget):
    """Shows one card; ``keys`` are told in the tooltips, whoever shows the card binds them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.look = style.Look(session.settings.scale)
        self.card: Card | None = None
        self.name = QLabel()
        self.name.setObjectName("sectionTitle")
        self.name.setMinimumWidth(1)  # a long name must not widen the window
        self.head = QHBoxLayout()
        self.head.setSpacing(2)
        self.head.addWidget(self.name, 1)
        self.copy_button = self.tool("copy", "复制这段话（Ctrl+Shift+C）", self.copy)
        self.print_button = self.tool("printer", "打印卡片，一页（Ctrl+Shift+P）", self.print_out)
        self.text = QTextBrowser()
        self.text.setObjectName("reading")
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._open)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self.head)
        layout.addWidget(self.text, 1)
        self.clear()

    def tool(self, name: str, tip: str, slot: Callable[[], object]) -> QToolButton:
        """Add a button at the right end of its head."""
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(self.look.px(16), self.look.px(16)))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.clicked.connect(slot)
        self.head.addWidget(button)
        return button

    def show_card(self, card: Card, note: str = "") -> None:
        """Show a card; the place stays when it is the same unit's with more on it."""
        is_same = self.card is not None and self.card.unit == card.unit
        place = self.text.verticalScrollBar().value() if is_same else 0
        self.card = card
        self.name.setText(card.unit.short or card.unit.name)
        self.name.setToolTip(card.unit.name)
        self.text.setHtml(card_html(card, self.look, note))
        self.text.verticalScrollBar().setValue(place)
        self._allow(on=True)

    def wait_for(self, name: str) -> None:
        """Say that a unit's figures are being read."""
        self.card = None
        self.name.setText(name)
        self.text.setPlainText(f"正在读{name}的数……")
        self._allow(on=False)

    def clear(self, words: str = _NOBODY) -> None:
        """Show nobody's card."""
        self.card = None
        self.name.setText("卡片")
        self.name.setToolTip("")
        self.text.setPlainText(words)
        self._allow(on=False)

    def copy(self) -> None:
        """Put the words on the clipboard."""
        if self.card:
            copy_plain(self.card.words)
            self.session.messages.note(f"已复制{self.card.unit.short}的情况")

    def print_out(self) -> None:
        """Show the card on one page, to print or keep."""
        card = self.card
        if card is None:
            return
        office = self.session.settings.office
        today = self.session.today()
        self.session.look(partial(card_pdf, card, office, today), partial(self._show_page, card))

    def _open(self, link: QUrl) -> None:
        """Show the life line of one of the unit's drafts, or a matter of the task desk."""
        subject = link.toString()
        kind, _, key = subject.partition(":")
        if kind == "draft":
            self.session.go("life", int(key))
        elif noun_of(subject):
            self.session.go("tasks", subject)

    def _show_page(self, card: Card, pdf: bytes) -> None:
        self.paper = PaperWindow(self.session, self)
        self.paper.show_pdf(f"{card.unit.short}信息工作情况（{card.period}）", pdf)

    def _allow(self, *, on: bool) -> None:
        for button in (self.copy_button, self.print_button):
            button.setEnabled(on)
