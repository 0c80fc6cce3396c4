"""The tables of unit history and of the office's own tasks."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, Exact, line
from db.models import Numbered


class UnitChange(Numbered, Base):
    """A step in a unit's history."""

    __tablename__ = "unit_changes"
    day: Mapped[date]
    step: Mapped[str] = line(10, "沿革")
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id", ondelete="CASCADE"))
    former: Mapped[str] = line(120, "原名称")
    into_id: Mapped[int | None] = mapped_column(ForeignKey("units.id", ondelete="CASCADE"))
    note: Mapped[str] = line(300, "沿革说明")


class UpperTask(Base):
    """What one upper tier asks of the office in a year."""

    __tablename__ = "upper_tasks"
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    tier: Mapped[str] = line(20, "层级", primary_key=True)
    points: Mapped[Decimal] = mapped_column(Exact)
    items: Mapped[int]
    note: Mapped[str] = line(300, "任务说明")
