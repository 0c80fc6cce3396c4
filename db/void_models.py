"""The tables of numbers given up and of days skipped."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, UtcDateTime, line


class VoidNumber(Base):
    """A number no issue will bear; year is 0 where numbers never begin again."""

    __tablename__ = "void_numbers"
    publication_id: Mapped[int] = mapped_column(
        ForeignKey("publications.id"), primary_key=True, autoincrement=False
    )
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = line(10, "刊别", primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    reason: Mapped[str] = line(200, "空号理由")
    who: Mapped[str] = line(60, "姓名")
    when: Mapped[datetime] = mapped_column(UtcDateTime)


class SkippedDay(Base):
    """A due day without an issue."""

    __tablename__ = "skipped_days"
    publication_id: Mapped[int] = mapped_column(
        ForeignKey("publications.id"), primary_key=True, autoincrement=False
    )
    day: Mapped[date] = mapped_column(primary_key=True)
    reason: Mapped[str] = line(200, "不出刊理由")
    who: Mapped[str] = line(60, "姓名")
    when: Mapped[datetime] = mapped_column(UtcDateTime)
