"""The table of the drafts that are open for editing."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, UtcDateTime, line


class Sitting(Base):
    """One opening of a draft; ``title`` and ``body`` are a text that is no revision yet."""

    __tablename__ = "sittings"
    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id"), primary_key=True, autoincrement=False
    )
    window: Mapped[str] = line(40, "窗口", primary_key=True)
    who: Mapped[str] = line(60, "姓名")
    begun: Mapped[datetime] = mapped_column(UtcDateTime)
    seen: Mapped[datetime] = mapped_column(UtcDateTime)
    beats: Mapped[int]
    cursor: Mapped[int]
    is_left: Mapped[bool]
    title: Mapped[str | None] = mapped_column(Text)
    body: Mapped[str | None] = mapped_column(Text)
