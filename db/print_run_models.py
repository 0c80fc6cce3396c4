"""The table of what was printed."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, UtcDateTime, line
from db.models import Numbered


class PrintRun(Numbered, Base):
    """One printing; its issue may be given up, and brought back under the same number."""

    __tablename__ = "print_runs"
    issue_id: Mapped[int] = mapped_column(index=True)
    when: Mapped[datetime] = mapped_column(UtcDateTime)
    who: Mapped[str] = line(60, "姓名")
    printer: Mapped[str] = line(200, "打印机")
    pages: Mapped[str] = line(200, "页码")
    copies: Mapped[int]
    sheets: Mapped[int]
    first: Mapped[int]
    last: Mapped[int]
    size: Mapped[str] = line(10, "版本")
    way: Mapped[str] = line(60, "拼版")
    is_proof: Mapped[bool]
    outcome: Mapped[str] = line(10, "结果")
