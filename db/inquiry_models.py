"""The tables of what was asked of units, and of the classes of fees."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, Exact, UtcDateTime, line
from db.models import Numbered


class Inquiry(Numbered, Base):
    """A question put to a unit."""

    __tablename__ = "inquiries"
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id"), index=True)
    question: Mapped[str] = line(300, "核实的问题")
    excerpt: Mapped[str] = line(200, "核实的原文")
    before: Mapped[str] = line(40, "前文")
    after: Mapped[str] = line(40, "后文")
    name: Mapped[str] = line(60, "被询问人")
    unit: Mapped[str] = line(120, "被询问单位", index=True)
    phone: Mapped[str] = line(80, "电话")
    asked: Mapped[datetime] = mapped_column(UtcDateTime)
    answer: Mapped[str] = line(10, "核实结果")
    answered: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reply: Mapped[str] = line(500, "答复")
    instead: Mapped[str] = line(200, "更正为")
    who: Mapped[str] = line(60, "姓名")


class FeeClass(Base):
    """A class of fees; kinds are a JSON list, 0 characters are no limit."""

    __tablename__ = "fee_classes"
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = line(40, "稿酬类别")
    shortest: Mapped[int]
    longest: Mapped[int]
    amount: Mapped[Decimal] = mapped_column(Exact)
    least: Mapped[Decimal | None] = mapped_column(Exact)
    kinds: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = line(200, "说明")
