"""The tables of people, lanes, and the ways of drafts along them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, UtcDateTime, line
from db.models import Numbered


class Person(Numbered, Base):
    """Somebody whose name stands on steps."""

    __tablename__ = "people"
    name: Mapped[str] = line(60, "姓名", unique=True)
    post: Mapped[str] = line(60, "职务")
    phone: Mapped[str] = line(60, "电话")
    deputy: Mapped[str] = line(60, "代签人")
    is_away: Mapped[bool]
    pin: Mapped[str] = line(200, "口令摘要")
    active: Mapped[bool]
    position: Mapped[int]


class Lane(Numbered, Base):
    """A lane; conditions and kinds are JSON lists."""

    __tablename__ = "lanes"
    name: Mapped[str] = line(40, "流程名称", unique=True)
    conditions: Mapped[str] = mapped_column(Text)
    kinds: Mapped[str] = mapped_column(Text)
    at_once: Mapped[bool]
    active: Mapped[bool]
    position: Mapped[int]


class LaneStage(Base):
    """A desk on a lane."""

    __tablename__ = "lane_stages"
    lane_id: Mapped[int] = mapped_column(ForeignKey("lanes.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = line(40, "环节名称")
    signer: Mapped[str] = line(60, "审签人")
    hours: Mapped[int]
    only_if_asked: Mapped[bool]


class Approval(Numbered, Base):
    """A way of a draft along a lane."""

    __tablename__ = "approvals"
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id"), index=True)
    lane: Mapped[str] = line(40, "流程名称")
    begun: Mapped[datetime] = mapped_column(UtcDateTime)
    who: Mapped[str] = line(60, "姓名")
    revision: Mapped[int]


class ApprovalStep(Numbered, Base):
    """A stage as it was when the way began, and what became of it."""

    __tablename__ = "approval_steps"
    approval_id: Mapped[int] = mapped_column(ForeignKey("approvals.id"), index=True)
    position: Mapped[int]
    name: Mapped[str] = line(40, "环节名称")
    stage_signer: Mapped[str] = line(60, "审签人")
    hours: Mapped[int]
    only_if_asked: Mapped[bool]
    asked: Mapped[str] = line(60, "审签人")
    since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    verdict: Mapped[str] = line(10, "审签结果")
    signer: Mapped[str] = line(60, "审签人")
    instead_of: Mapped[str] = line(60, "审签人")
    opinion: Mapped[str] = line(1000, "审签意见")
    signed_on: Mapped[date | None]
    scan: Mapped[str] = line(64, "文件摘要")


class ApprovalCall(Numbered, Base):
    """A reminder to who had a step."""

    __tablename__ = "approval_calls"
    step_id: Mapped[int] = mapped_column(ForeignKey("approval_steps.id"), index=True)
    when: Mapped[datetime] = mapped_column(UtcDateTime)
    who: Mapped[str] = line(60, "姓名")
    told: Mapped[str] = line(500, "催批内容")
    answer: Mapped[str] = line(500, "答复")
