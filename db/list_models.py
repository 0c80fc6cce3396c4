"""The tables of the office's short lists."""

from datetime import date

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, line


class Reason(Base):
    """A coded reason for turning a draft away."""

    __tablename__ = "reasons"
    code: Mapped[str] = line(20, "理由代码", primary_key=True)
    decision: Mapped[str] = line(10, "处理方式")
    text: Mapped[str] = line(120, "理由")
    advice: Mapped[str] = line(200, "建议")
    position: Mapped[int]
    active: Mapped[bool]


class Clock(Base):
    """The limit of a kind; the empty kind is for drafts that have none."""

    __tablename__ = "clocks"
    kind: Mapped[str] = line(10, "信息类型", primary_key=True)
    amount: Mapped[int]
    unit: Mapped[str] = line(10, "时限单位")
    since: Mapped[str] = line(10, "起算", server_default="事发")


class SpecialDay(Base):
    """A day off or on that the national calendar does not know."""

    __tablename__ = "special_days"
    day: Mapped[date] = mapped_column(primary_key=True)
    is_working: Mapped[bool]
    name: Mapped[str] = line(60, "名称")


class Topic(Base):
    """A topic of the office."""

    __tablename__ = "topics"
    name: Mapped[str] = line(60, "选题", primary_key=True)
    position: Mapped[int]
    active: Mapped[bool]


class SavedView(Base):
    """A named query of the inbox, as JSON."""

    __tablename__ = "saved_views"
    name: Mapped[str] = line(60, "视图名称", primary_key=True)
    position: Mapped[int]
    query: Mapped[str] = mapped_column(Text)


class WatchedFile(Base):
    """A file taken from the watched folder."""

    __tablename__ = "watched_files"
    path: Mapped[str] = mapped_column(Text, primary_key=True)
    stamp: Mapped[str] = line(60, "文件时间")
