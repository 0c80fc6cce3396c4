"""What stands above the pages: which one is in view, how large, one or two at a time."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ui.icons import icon
from ui.issue.preview import FIT_PAGE, FIT_WIDTH, Preview
from ui.keys import bind


class PreviewBar(QWidget):
    """The page number and the buttons of a preview."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self.place = QLabel()
        self.percent = QLabel()
        self.percent.setObjectName("muted")
        self.spreads = self._button("columns-2", "双页并排，和双面印出翻开一样", None)
        self.spreads.setCheckable(True)
        self.spreads.toggled.connect(lambda on: preview.set_spreads(on=on))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.place)
        row.addStretch(1)
        row.addWidget(self._button("zoom-out", "缩小（Ctrl+-）", lambda: preview.zoom(-1)))
        row.addWidget(self.percent)
        row.addWidget(self._button("zoom-in", "放大（Ctrl+=）", lambda: preview.zoom(1)))
        for name, tip, zoom in (
            ("move-horizontal", "适合宽度（Ctrl+0）", FIT_WIDTH),
            ("maximize", "看整页", FIT_PAGE),
        ):
            row.addWidget(self._button(name, tip, partial(preview.fit, zoom)))
        row.addWidget(self.spreads)
        preview.moved.connect(self._show_place)
        preview.zoomed.connect(lambda percent: self.percent.setText(f"{percent}%"))

    def bind_keys(self, page: QWidget) -> None:
        """Zoom by keys from anywhere on a page."""
        bind(page, "Ctrl+=", lambda: self._preview.zoom(1))
        bind(page, "Ctrl+-", lambda: self._preview.zoom(-1))
        bind(page, "Ctrl+0", lambda: self._preview.fit(FIT_WIDTH))

    def _show_place(self, page: int) -> None:
        self.place.setText(f"第 {page} / {self._preview.pages.count} 页" if page else "")

    @staticmethod
    def _button(name: str, tip: str, act: Callable[[], None] | None) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        if act:
            button.clicked.connect(lambda _on: act())
        return button
