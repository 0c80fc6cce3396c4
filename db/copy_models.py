"""The table of numbered copies."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, line


class Copy(Base):
    """One copy of an issue in its present state; the trail has the states before."""

    __tablename__ = "copies"
    issue_id: Mapped[int] = mapped_column(
        ForeignKey("issues.id"), primary_key=True, autoincrement=False
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    recipient: Mapped[str] = line(120, "发送单位")
    state: Mapped[str] = line(10, "状态")
    day: Mapped[date | None]
    person: Mapped[str] = line(60, "经手人")
    remark: Mapped[str] = line(200, "备注")
    signed_by: Mapped[str] = line(60, "签收人")
    signed: Mapped[date | None]
    returned: Mapped[date | None]
