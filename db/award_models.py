"""The tables of honours."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, UtcDateTime, line


class AwardList(Base):
    """The honours of one period, its plan and decisions as JSON."""

    __tablename__ = "award_lists"
    key: Mapped[str] = line(20, "时段", primary_key=True)
    name: Mapped[str] = line(60, "时段名称")
    first: Mapped[date]
    last: Mapped[date]
    plan: Mapped[str] = mapped_column(Text)
    decisions: Mapped[str] = mapped_column(Text)
    settled: Mapped[str] = mapped_column(Text)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    when: Mapped[datetime] = mapped_column(UtcDateTime)
    who: Mapped[str] = line(60, "姓名")
