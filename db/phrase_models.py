"""The table of phrases."""

from datetime import date

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, line
from db.models import Numbered


class Phrase(Numbered, Base):
    """A phrase; an empty kind is none."""

    __tablename__ = "phrases"
    category: Mapped[str] = line(10, "类别", index=True)
    name: Mapped[str] = line(120, "名称")
    text: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = line(20, "简码")
    kind: Mapped[str] = line(10, "信息类型")
    position: Mapped[int]
    active: Mapped[bool]
    source: Mapped[str] = line(200, "依据")
    day: Mapped[date | None]
