"""The table of monthly totals; it may be emptied at any time."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, Exact


class MonthTotal(Base):
    """A unit's points of a month, on a basis (a digest of schemes, units, quotas, calendar)."""

    __tablename__ = "month_totals"
    ym: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    unit_id: Mapped[int] = mapped_column(
        ForeignKey("units.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    basis: Mapped[str] = mapped_column(String(64))
    points: Mapped[Decimal] = mapped_column(Exact)
    submitted: Mapped[int]
    adopted: Mapped[int]
    until: Mapped[date]
