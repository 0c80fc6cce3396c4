"""A part of the form of a publication: its inputs, and the word that one of them was edited."""

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from desk.publications import Publication
from desk.settings import Settings
from ui import style
from ui.flow_layout import FlowLayout
from ui.registry.field_area import FieldArea

_EDITS: tuple[tuple[type[QWidget], str], ...] = (
    (QLineEdit, "textChanged"),
    (QPlainTextEdit, "textChanged"),
    (QComboBox, "currentIndexChanged"),
    (QCheckBox, "toggled"),
)


class Part(FieldArea):
    """Subclasses ``fill`` their inputs from a publication and put what they say into one.

    Signals:
        edited(): an input changed, by hand or by ``fill``.
    """

    edited = Signal()
    title = ""

    def fill(self, publication: Publication, settings: Settings) -> None:
        """Show what a publication has, with the office's own as what holds without."""
        raise NotImplementedError

    def put_into(self, publication: Publication) -> Publication:
        """A publication with what the inputs say. Raises FieldError."""
        raise NotImplementedError

    def add_widgets(self, *widgets: QWidget) -> None:
        """Put widgets without labels of their own in a line, or more where there is no room."""
        line = FlowLayout(2 * style.GAP)
        for widget in widgets:
            line.addWidget(widget)
        self.inputs.addLayout(line)

    def watch(self) -> None:
        """Tell of every edit; for the end of ``__init__``."""
        entries: Any = self.findChildren(QWidget)  # a list, which its stub does not know
        for entry in entries:
            for kind, signal in _EDITS:
                if isinstance(entry, kind):
                    getattr(entry, signal).connect(self.edited)


def explanation(text: str = "") -> QLabel:
    """A grey sentence that breaks into lines."""
    label = QLabel(text)
    label.setObjectName("muted")
    label.setWordWrap(True)
    return label


class ShortText(QPlainTextEdit):
    """Lines of text that ask for the room of four: they grow where there is more."""

    @override
    def sizeHint(self) -> QSize:
        height = 4 * self.fontMetrics().lineSpacing() + 2 * style.GAP
        return QSize(super().sizeHint().width(), height)


def points_box(most: int, tip: str) -> QDoubleSpinBox:
    """An input in points, whose least value -1 or 0 leaves the template's own."""
    box = QDoubleSpinBox(decimals=1, maximum=most, suffix=" 磅")
    box.setSpecialValueText("照模板")
    box.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
    box.setToolTip(tip)
    return box
