"""How grave a finding is: always a shape, a word and a colour together."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from desk.checks.rule import Severity
from ui import style

WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.INFO: "提示"}
COLOURS = {
    Severity.ERROR: style.RED,
    Severity.WARNING: style.AMBER,
    Severity.INFO: style.MUTED,
}
SHAPES = {Severity.ERROR: "●", Severity.WARNING: "▲", Severity.INFO: "○"}


def paint_shape(painter: QPainter, area: QRectF, severity: Severity) -> None:
    """Draw the shape: a full disc, a triangle, or a ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(COLOURS[severity])
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush if severity is Severity.INFO else QBrush(colour))
    if severity is Severity.WARNING:
        top = QPointF(area.center().x(), area.top())
        painter.drawPolygon(QPolygonF([top, area.bottomRight(), area.bottomLeft()]))
    else:
        painter.drawEllipse(area)
    painter.restore()
