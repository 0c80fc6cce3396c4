"""How grave a finding is: always a shape, a word and a colour together."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from desk.checks.rule import Severity
from ui import style
from ui.editor.finding_rows import Place, blocks, summary

WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.INFO: "提示"}
COLOURS = {
    Severity.ERROR: style.RED,
    Severity.WARNING: style.AMBER,
    Severity.INFO: style.MUTED,
}
SHAPES = {Severity.ERROR: "●", Severity.WARNING: "▲", Severity.INFO: "○"}
BLOCKS, BLOCKER = "印发前必须处理", "■"


def paint_shape(
    painter: QPainter, area: QRectF, severity: Severity, *, blocks: bool = False
) -> None:
    """Draw the shape: a full disc, a triangle, or a ring; a square for what blocks release."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(COLOURS[severity])
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush if severity is Severity.INFO else QBrush(colour))
    if blocks:
        painter.fillRect(area, QColor(style.RED))
    elif severity is Severity.WARNING:
        top = QPointF(area.center().x(), area.top())
        painter.drawPolygon(QPolygonF([top, area.bottomRight(), area.bottomLeft()]))
    else:
        painter.drawEllipse(area)
    painter.restore()


def summary_text(found: Sequence[Place], items: int) -> str:
    """What is open, part by part, never as one figure."""
    parts = [
        f'<span style="color:{COLOURS[severity]}">{SHAPES[severity]}</span> '
        f"{WORDS[severity]} <b>{count}</b>"
        for severity, count in summary(found).items()
    ]
    parts.append(f"待核对 <b>{items}</b> 项")
    blocking = sum(map(blocks, found))
    warned = f"<br><b style='color:{style.RED}'>{BLOCKER} {blocking} 处{BLOCKS}</b>"
    return " · ".join(parts) + (warned if blocking else "")
