"""The tables of what hangs together: parts of composites, and an item's texts for publications."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, line


class Part(Base):
    """A draft that went into a composite; share is in percent, empty where all are equal."""

    __tablename__ = "parts"
    composite_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id"), primary_key=True, autoincrement=False
    )
    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id"), primary_key=True, autoincrement=False, index=True
    )
    position: Mapped[int]
    role: Mapped[str] = line(10, "来稿在综合里的作用")
    share: Mapped[int | None]


class Version(Base):
    """A draft that is another draft's text for one publication."""

    __tablename__ = "versions"
    __table_args__ = (UniqueConstraint("original_id", "carrier_id"),)
    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id"), primary_key=True, autoincrement=False
    )
    original_id: Mapped[int] = mapped_column(ForeignKey("drafts.id"))
    carrier_id: Mapped[int] = mapped_column(ForeignKey("publications.id"))
