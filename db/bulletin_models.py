"""The tables of bulletins and of the office's own wordings."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, UtcDateTime, line
from db.models import Numbered


class Bulletin(Numbered, Base):
    """A bulletin as it is now; passages, what was kept, and options are JSON."""

    __tablename__ = "bulletins"
    key: Mapped[str] = line(40, "时段", index=True)
    first: Mapped[date]
    last: Mapped[date]
    name: Mapped[str] = line(60, "时段名称")
    span: Mapped[str] = line(10, "周期")
    number: Mapped[str] = line(40, "期号")
    title: Mapped[str] = line(120, "通报标题")
    passages: Mapped[str] = mapped_column(Text)
    kept: Mapped[str] = mapped_column(Text)
    options: Mapped[str] = mapped_column(Text)
    template_key: Mapped[str] = line(40, "模板")
    template: Mapped[str] = mapped_column(Text)
    made: Mapped[datetime] = mapped_column(UtcDateTime)
    made_by: Mapped[str] = line(60, "姓名")
    changed: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_by: Mapped[str] = line(60, "姓名")
    generation: Mapped[int]
    state: Mapped[str] = line(10, "状态")
    pdf: Mapped[str] = line(64, "PDF 摘要")
    docx: Mapped[str] = line(64, "文档摘要")
    finished: Mapped[datetime | None] = mapped_column(UtcDateTime)
    finished_by: Mapped[str] = line(60, "姓名")
    removed: Mapped[datetime | None] = mapped_column(UtcDateTime)


class BulletinVersion(Base):
    """A bulletin's text as it was before a later generation."""

    __tablename__ = "bulletin_versions"
    bulletin_id: Mapped[int] = mapped_column(
        ForeignKey("bulletins.id", ondelete="CASCADE"), primary_key=True
    )
    generation: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = line(40, "期号")
    title: Mapped[str] = line(120, "通报标题")
    passages: Mapped[str] = mapped_column(Text)
    kept: Mapped[str] = mapped_column(Text)
    options: Mapped[str] = mapped_column(Text)
    template: Mapped[str] = mapped_column(Text)
    changed: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_by: Mapped[str] = line(60, "姓名")


class Wording(Base):
    """The office's own text in place of a shipped one."""

    __tablename__ = "wordings"
    key: Mapped[str] = line(40, "模板", primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    changed: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_by: Mapped[str] = line(60, "姓名")
