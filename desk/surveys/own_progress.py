"""How far our office is with what the upper level asks of it (本办任务)."""

from dataclasses import dataclass
from decimal import Decimal

from desk.scoring.figures import percent, printed
from desk.units import UpperTask


@dataclass(frozen=True, slots=True)
class OwnProgress:
    """A task with what was reached: points the upper level published, and items it printed."""

    task: UpperTask
    points: Decimal
    items: int

    @property
    def text(self) -> str:
        """The progress in words: 市级：得 120 分，目标 160 分，完成 75.0%."""
        parts = []
        if self.task.points:
            done = percent(self.points, self.task.points)
            parts.append(
                f"得 {printed(self.points)} 分，目标 {printed(self.task.points)} 分，完成 {done}%"
            )
        if self.task.items:
            done = percent(self.items, self.task.items)
            parts.append(f"采用 {self.items} 条，目标 {self.task.items} 条，完成 {done}%")
        return f"{self.task.tier}：{'；'.join(parts)}"
