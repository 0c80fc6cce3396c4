"""The compared text with its strip, in the place of the edited text."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desk.comparison.model import Comparison
from desk.comparison.texts import Text
from desk.comparison.versions import ORIGINAL, PRESENT, Version
from desk.comparison.words import summary
from ui import style
from ui.editor.compare_bar import CompareBar
from ui.editor.compare_view import CompareView
from ui.editor.objects import Pictures
from ui.keys import bind

_SAME = "两版的文字完全一样"

Compare = Callable[[Text, Text, Callable[[Comparison], None]], None]


class ComparePane(QWidget):
    """Compares two of the versions it is given; ``compare`` tells its result at once or later.

    Signals:
        left(): back to the text.
        entered(int, int): back to the text at a paragraph and character, see Spot.
        compared(): two versions are on show.
    """

    left = Signal()
    entered = Signal(int, int)
    compared = Signal()

    def __init__(self, pictures: Pictures, look: style.Look, compare: Compare) -> None:
        super().__init__()
        self._compare = compare
        self.bar = CompareBar(look)
        self.view = CompareView(pictures, look.px(18))
        self.view.setObjectName("paper")
        self.versions: Sequence[Version] = ()
        self.comparison: Comparison | None = None
        self._chosen = (0, 0)
        self.pixels = look.px(18)
        self.bar.chosen.connect(self.choose)
        self.bar.folded.connect(lambda _on: self._write())
        self.bar.stepped.connect(self.view.go_by)
        self.bar.left.connect(self.left)
        self.view.went.connect(lambda at: self.bar.show_place(at, len(self.view.spots)))
        self.setFocusProxy(self.view)
        bind(self, "Ctrl+P", self.bar.print_button.click)
        bind(self, "Alt+Down", lambda: self.view.go_by(1))
        bind(self, "Alt+Up", lambda: self.view.go_by(-1))
        bind(self, "Ctrl+Shift+E", self.bar.only_changes.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)

    @property
    def chosen(self) -> tuple[Version, Version]:
        """The older and the newer text."""
        old, new = self._chosen
        return self.versions[old], self.versions[new]

    def show_versions(self, versions: Sequence[Version], old: int, new: int) -> None:
        """Compare two of some versions, by their places."""
        self.versions = versions
        self._chosen = (-1, -1)
        self.choose(old, new)

    def choose(self, old: int, new: int) -> None:
        """Compare two of the versions, by their places; the earlier is the older text."""
        old, new = sorted((old, new))
        is_known = (old, new) == self._chosen and self.comparison is not None
        self._chosen = (old, new)
        self.bar.show_versions(self.versions, old, new)
        if is_known:
            self._on_compared(self.chosen, self.comparison)
        else:
            self.comparison = None
            before, after = self.chosen
            self._compare(before.text, after.text, partial(self._on_compared, self.chosen))

    def _on_compared(
        self, versions: tuple[Version, Version], comparison: Comparison | None
    ) -> None:
        if versions == self.chosen:  # else others have been chosen meanwhile
            self.comparison = comparison
            self._write()
            self.compared.emit()

    def _write(self) -> None:
        if self.comparison is None:
            return
        only = self.bar.only_changes.isChecked()
        self.view.show_comparison(self.comparison, only_changes=only, pixels=self.pixels)
        old, new = (one.name for one in self.chosen)
        with_what = "与原稿对照" if (old, new) == (ORIGINAL, PRESENT) else f"{old}与{new}对照"
        words = _SAME if self.comparison.is_same else summary(self.comparison)
        self.bar.show_summary(f"{with_what}：{words}", len(self.view.spots))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter()
            case _:
                super().keyPressEvent(event)

    def _enter(self) -> None:
        """Go to the current change in the text; another version's changes have no place there."""
        spot = self.view.spots[self.view.current] if self.view.current >= 0 else None
        if spot is None or self._chosen[1] != len(self.versions) - 1:
            self.left.emit()
        else:
            self.entered.emit(spot.paragraph, spot.offset)
