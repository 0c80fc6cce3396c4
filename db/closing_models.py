"""The table of closings."""

from datetime import date, datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, UtcDateTime, line


class Closing(Base):
    """A closing of a period; a former one, opened again, stays beside the newer."""

    __tablename__ = "closings"
    id: Mapped[int] = mapped_column(primary_key=True)
    span: Mapped[str] = line(10, "周期")
    key: Mapped[str] = line(40, "时段")
    name: Mapped[str] = line(60, "时段名称")
    first: Mapped[date]
    last: Mapped[date]
    digest: Mapped[str] = mapped_column(String(64))
    when: Mapped[datetime] = mapped_column(UtcDateTime)
    who: Mapped[str] = line(60, "姓名")
    generation: Mapped[int]
    reopened: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reopened_by: Mapped[str] = line(60, "重新打开的人")
    reason: Mapped[str] = line(200, "重新打开的理由")

    __table_args__ = (Index(None, "first", "last"), {"sqlite_autoincrement": True})
