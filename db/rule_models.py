"""The tables of what the office makes of the rules."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, UtcDateTime, line


class KeptWord(Base):
    """Words a rule lets pass in every draft."""

    __tablename__ = "kept_words"
    rule: Mapped[str] = line(20, "规则编号", primary_key=True)
    excerpt: Mapped[str] = line(200, "保留的词语", primary_key=True)
    reason: Mapped[str] = line(500, "保留理由")
    who: Mapped[str] = line(60, "姓名")
    when: Mapped[datetime] = mapped_column(UtcDateTime)


class ListedWord(Base):
    """The office's own entry of a word list, or its change of a delivered one."""

    __tablename__ = "listed_words"
    list: Mapped[str] = line(20, "词表", primary_key=True)
    word: Mapped[str] = line(120, "词", primary_key=True)
    instead: Mapped[str] = mapped_column(Text)
    unless: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = line(200, "说明")
    source: Mapped[str] = line(200, "依据")
    day: Mapped[date | None]
    active: Mapped[bool]


class RuleLevel(Base):
    """The level the office (publication 0) or a publication gives a rule."""

    __tablename__ = "rule_levels"
    publication_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rule: Mapped[str] = line(20, "规则编号", primary_key=True)
    level: Mapped[str] = line(10, "级别")


class RuleOutcome(Base):
    """How often a rule's fix was taken, and how often its finding was kept."""

    __tablename__ = "rule_outcomes"
    rule: Mapped[str] = line(20, "规则编号", primary_key=True)
    accepted: Mapped[int]
    waived: Mapped[int]


class PrintedFigure(Base):
    """A figure that stands in a released issue; value and margin are exact fractions."""

    __tablename__ = "printed_figures"
    __table_args__ = (Index(None, "key", "period"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id"), index=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id"), index=True)
    key: Mapped[str] = line(200, "指标")
    period: Mapped[str] = line(40, "时期")
    value: Mapped[str] = line(80, "数值")
    margin: Mapped[str] = line(80, "精度")
    text: Mapped[str] = line(80, "原文")
