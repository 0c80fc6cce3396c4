"""The tables of what issues have printed, and of who used them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, UtcDateTime, line
from db.models import Numbered


class PrintedIssue(Base):
    """What stays true of a released issue, whatever its publication decides later."""

    __tablename__ = "printed_issues"
    issue_id: Mapped[int] = mapped_column(
        ForeignKey("issues.id"), primary_key=True, autoincrement=False
    )
    pages: Mapped[int]
    copies: Mapped[int]
    retention: Mapped[str] = line(10, "保管期限")


class PrintedItem(Base):
    """One item as its pages have it; ``turns`` are offsets of its text, as JSON."""

    __tablename__ = "printed_items"
    id: Mapped[int] = mapped_column(primary_key=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id"))
    position: Mapped[int]
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("drafts.id"))
    section: Mapped[str] = line(60, "栏目")
    title: Mapped[str] = line(300, "标题")
    units: Mapped[str] = mapped_column(Text)
    page: Mapped[int]
    turns: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index(None, "issue_id", "position"), {"sqlite_autoincrement": True})


class Use(Numbered, Base):
    """One use of an issue from the archive."""

    __tablename__ = "uses"
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id"), index=True)
    day: Mapped[date]
    who: Mapped[str] = line(60, "利用人")
    unit: Mapped[str] = line(100, "利用人单位")
    way: Mapped[str] = line(10, "利用方式")
    purpose: Mapped[str] = line(300, "利用目的")
    approver: Mapped[str] = line(60, "批准人")
    returned: Mapped[date | None]
    remark: Mapped[str] = line(300, "备注")
    clerk: Mapped[str] = line(60, "经办人")
    recorded: Mapped[datetime] = mapped_column(UtcDateTime)
