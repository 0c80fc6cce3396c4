"""The tables of matters."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, UtcDateTime, line


class Matter(Base):
    """One matter as JSON, beside it what it is looked up by."""

    __tablename__ = "matters"
    __table_args__ = (
        Index("ix_matters_kind_day", "kind", "day"),
        {
            "sqlite_autoincrement": True
        },  # an undone one's id, which the trail tells, is not given again
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = line(20, "事项种类")
    number: Mapped[str] = line(60, "编号")
    title: Mapped[str] = line(300, "标题")
    day: Mapped[date]
    is_open: Mapped[bool]
    words: Mapped[str] = mapped_column(Text)  # in normal form, all it can be found by
    payload: Mapped[str] = mapped_column(Text)
    changed: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_by: Mapped[str] = line(60, "姓名")


class MatterUnit(Base):
    """A unit a matter concerns."""

    __tablename__ = "matter_units"
    matter_id: Mapped[int] = mapped_column(
        ForeignKey("matters.id", ondelete="CASCADE"), primary_key=True
    )
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), primary_key=True, index=True)


class MatterDraft(Base):
    """A draft a matter concerns; it goes with the draft."""

    __tablename__ = "matter_drafts"
    matter_id: Mapped[int] = mapped_column(
        ForeignKey("matters.id", ondelete="CASCADE"), primary_key=True
    )
    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Policy(Base):
    """What the office has set for one kind of matter, as JSON."""

    __tablename__ = "policies"
    kind: Mapped[str] = line(40, "规则种类", primary_key=True)
    payload: Mapped[str] = mapped_column(Text)
    changed: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_by: Mapped[str] = line(60, "姓名")
