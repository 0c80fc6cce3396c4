"""What a page of the rail is: a title, its actions in one fixed place, and what lies below."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import style
from ui.session import Session, Topic

_MARGINS = (16, 12, 16, 12)


class Page(QWidget):
    """A page; subclasses fill ``content`` and ``buttons``, and override the empty methods."""

    topics: frozenset[Topic] = frozenset()

    def __init__(self, session: Session, title: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.session = session
        self._stale = True
        self.title = QLabel(title)
        self.title.setObjectName("pageTitle")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(style.GAP)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addLayout(self.buttons)
        self.content = QVBoxLayout()
        self.content.setSpacing(style.GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(12)
        layout.addWidget(self._head)
        layout.addLayout(self.content, 1)
        session.changed.connect(self._on_changed)

    def primary(self, text: str, tip: str = "") -> QPushButton:
        """The page's main action, at the right end of its head."""
        button = QPushButton(text)
        button.setObjectName("primary")
        button.setToolTip(tip)
        self.buttons.addWidget(button)
        return button

    def secondary(self, text: str, tip: str = "") -> QPushButton:
        """Another action of the page, left of the main one when added before it."""
        button = QPushButton(text)
        button.setToolTip(tip)
        self.buttons.addWidget(button)
        return button

    def hold_head(self, button: QPushButton) -> None:
        """Keep the head as high as this button makes it, also while it is hidden."""
        button.ensurePolished()
        self._head.setMinimumHeight(button.sizeHint().height())

    def show_head(self, *, on: bool) -> None:
        """Show the title and the actions, or leave the whole page to its content."""
        self._head.setVisible(on)
        layout = self.layout()
        assert layout is not None  # noqa: S101 - every page has one
        layout.setContentsMargins(*(_MARGINS if on else (0, 0, 0, 0)))

    def refresh(self) -> None:
        """Show the store's present state."""

    def show_target(self, target: object) -> None:
        """Show one thing another page asked for."""

    def leave(self) -> None:
        """Save what is half-done before another page is shown or the window closes."""

    def may_close(self) -> bool:
        """Ask what must be asked before the window closes; False keeps it open."""
        return True

    def enter(self) -> None:
        """Bring the page up to date when it comes into view."""
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if not topics & self.topics:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
