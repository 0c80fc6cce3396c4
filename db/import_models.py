"""The tables of imports."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, UtcDateTime, line
from db.models import Numbered


class ImportBatch(Numbered, Base):
    """One import; its facts name ``source``."""

    __tablename__ = "import_batches"
    sort: Mapped[str] = line(20, "表类")
    name: Mapped[str] = line(255, "文件名")
    digest: Mapped[str] = line(64, "文件摘要", index=True)
    source: Mapped[str] = line(160, "来源")
    when: Mapped[datetime] = mapped_column(UtcDateTime)
    who: Mapped[str] = line(60, "姓名")
    rows: Mapped[int]
    facts: Mapped[int]
    detail: Mapped[str] = mapped_column(Text)
    report: Mapped[str] = line(64, "报告摘要")
    undone: Mapped[datetime | None] = mapped_column(UtcDateTime)
    undone_by: Mapped[str] = line(60, "姓名")


class ImportPlan(Base):
    """How tables with these headers were read."""

    __tablename__ = "import_plans"
    fingerprint: Mapped[str] = line(64, "表头摘要", primary_key=True)
    name: Mapped[str] = line(255, "文件名")
    plan: Mapped[str] = mapped_column(Text)
    when: Mapped[datetime] = mapped_column(UtcDateTime)
    who: Mapped[str] = line(60, "姓名")
