"""What stands above a chart: paper, sharpness of pictures, zoom, and which page is shown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from desk.reports.charts.chart import Paper
from ui.charts.page_view import FIT_PAGE, FIT_WIDTH, PageView
from ui.icons import icon
from ui.keys import bind

_DPIS = {150: "150 点，看屏幕", 300: "300 点，印出来", 600: "600 点，放大看"}
_USUAL = 300


class ChartBar(QWidget):
    """Paper and sharpness are kept from one start to the next.

    Signals:
        sized(): another paper was chosen.
    """

    sized = Signal()

    def __init__(self, view: PageView, folder: Path) -> None:
        super().__init__()
        self._view = view
        self._file = str(folder / "window.ini")
        self.paper, self.dpi = QComboBox(), QComboBox()
        for paper in Paper:
            self.paper.addItem(paper.words, paper.name)
        for dpi, words in _DPIS.items():
            self.dpi.addItem(words, dpi)
        self.percent, self.place = QLabel(), QLabel()
        self.percent.setObjectName("muted")
        self._lay_out()
        self._take()
        self.paper.activated.connect(self._on_paper)
        self.dpi.activated.connect(self._keep)
        view.turned.connect(lambda _at: self.show_place())
        view.zoomed.connect(lambda percent: self.percent.setText(f"{percent}%"))

    @property
    def chosen(self) -> Paper:
        """The paper charts are drawn for."""
        return Paper[self.paper.currentData()]

    @property
    def dots(self) -> int:
        """How many dots an inch a picture file has."""
        return int(self.dpi.currentData())

    def show_place(self) -> None:
        """Tell which page is shown."""
        count, at = len(self._view.pages), self._view.at
        self.place.setText(f"第{at + 1}页，共{count}页" if count else "")
        self.back.setEnabled(at > 0)
        self.on.setEnabled(at < count - 1)

    def bind_keys(self, tab: QWidget) -> None:
        """Zoom by keys from anywhere on the tab."""
        bind(tab, "Ctrl+=", lambda: self._view.zoom(1))
        bind(tab, "Ctrl+-", lambda: self._view.zoom(-1))
        bind(tab, "Ctrl+0", lambda: self._view.fit(FIT_PAGE))

    def _lay_out(self) -> None:
        view = self._view
        self.back = _button("chevron-left", "上一页（PgUp）", lambda: view.turn_to(view.at - 1))
        self.on = _button("chevron-right", "下一页（PgDn）", lambda: view.turn_to(view.at + 1))
        self.paper.setToolTip("照这个大小画、存、复制；打印时投影的大小改为 A4 横向")
        self.dpi.setToolTip("存为 PNG 图片时每英寸多少点；SVG 和 PDF 怎么放大都清楚")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for words, field in (("纸张", self.paper), ("图片", self.dpi)):
            field.setAccessibleName(words)
            row.addWidget(QLabel(words))
            row.addWidget(field)
        row.addStretch(1)
        for widget in (
            _button("zoom-out", "缩小（Ctrl+-）", lambda: view.zoom(-1)),
            self.percent,
            _button("zoom-in", "放大（Ctrl+=）", lambda: view.zoom(1)),
            _button("move-horizontal", "适合宽度", lambda: view.fit(FIT_WIDTH)),
            _button("maximize", "看整页（Ctrl+0）", lambda: view.fit(FIT_PAGE)),
            self.back,
            self.place,
            self.on,
        ):
            row.addWidget(widget)

    def _take(self) -> None:
        state = self._state()
        paper = self.paper.findData(state.value("charts/paper", Paper.ACROSS.name))
        self.paper.setCurrentIndex(max(0, paper))
        dpi = str(state.value("charts/dpi", _USUAL))  # text after a restart
        at = self.dpi.findData(int(dpi) if dpi.isdigit() else _USUAL)
        self.dpi.setCurrentIndex(max(0, at))

    def _keep(self) -> None:
        self._state().setValue("charts/paper", self.paper.currentData())
        self._state().setValue("charts/dpi", self.dpi.currentData())

    def _on_paper(self) -> None:
        self._keep()
        self.sized.emit()

    def _state(self) -> QSettings:
        return QSettings(self._file, QSettings.Format.IniFormat)


def _button(name: str, tip: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setAutoRaise(True)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda _on: act())
    return button
