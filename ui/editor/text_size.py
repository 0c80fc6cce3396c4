"""How large the text is that is edited, and one key for nothing but the text."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from typing_extensions import override

from ui.editor.feature import Feature

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_STEP = 2  # pixels
_RANGE = range(-6, 25)  # pixels above the size that fits the column
_KEY = "editor/larger"


class TextSize(Feature):
    """Makes the text larger and smaller, and remembers it."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        file = str(page.session.paths.data / "window.ini")
        self._state = QSettings(file, QSettings.Format.IniFormat)
        page.middle.larger = int(str(self._state.value(_KEY, 0)))

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Ctrl+=": lambda: self.resize(_STEP),
            "Ctrl++": lambda: self.resize(_STEP),
            "Ctrl+-": lambda: self.resize(-_STEP),
            "Ctrl+0": lambda: self.resize(-self.page.middle.larger),
        }

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return (("正文放大", "Ctrl+="), ("正文缩小", "Ctrl+-"), ("正文恢复大小", "Ctrl+0"))

    def resize(self, step: int) -> None:
        """Make the text so many pixels larger."""
        wanted = self.page.middle.larger + step
        if wanted in _RANGE:
            self.page.middle.larger = wanted
            self._state.setValue(_KEY, wanted)
            self.page.middle.fit_text()


class Alone(Feature):
    """Hides all but the text, and brings everything back as it was."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self._before: tuple[bool, bool] | None = None
        page.columns.left.connect(self.end)

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {"F11": self.toggle}

    def toggle(self) -> None:
        """Leave nothing but the text, or end that."""
        if self._before is not None:
            self.end()
        elif self.page.columns.isVisible():
            columns = self.page.columns
            self._before = not columns.original.isHidden(), not columns.side.isHidden()
            self._show(original=False, side=False)
            self.page.session.messages.note("只留正文，再按 F11 恢复")

    def end(self) -> None:
        """Bring back what was there."""
        if self._before is not None:
            original, side = self._before
            self._before = None
            self._show(original=original, side=side)

    def _show(self, *, original: bool, side: bool) -> None:
        alone = self._before is not None
        self.page.columns.show_sides(original=original, side=side)
        self.page.show_head(on=not alone)
        self.page.session.secluded.emit(alone)
        self.page.middle.fit_text()
