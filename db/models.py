"""The tables. They never leave db: each repository turns them into values of desk."""

from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import AnyMoment, Base, Exact, UtcDateTime, line


class Numbered:
    """A row with a number that is never given twice: the audit trail names rows by it."""

    __table_args__: ClassVar[object] = {"sqlite_autoincrement": True}
    id: Mapped[int] = mapped_column(primary_key=True)


class Meta(Base):
    """Facts about the store itself, above all its schema version."""

    __tablename__ = "meta"
    key: Mapped[str] = line(40, "名称", primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class File(Base):
    """Bytes by their SHA-256."""

    __tablename__ = "files"
    digest: Mapped[str] = line(64, "文件摘要", primary_key=True)
    name: Mapped[str] = line(255, "文件名")
    size: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary)


class UnitGroup(Numbered, Base):
    """A group of units."""

    __tablename__ = "unit_groups"
    name: Mapped[str] = line(60, "分组名称", unique=True)
    position: Mapped[int]


class Unit(Numbered, Base):
    """A unit; aliases are a JSON list."""

    __tablename__ = "units"
    name: Mapped[str] = line(120, "单位全称", unique=True)
    short: Mapped[str] = line(40, "单位简称")
    group_id: Mapped[int] = mapped_column(ForeignKey("unit_groups.id"), index=True)
    aliases: Mapped[str] = mapped_column(Text)
    active: Mapped[bool]
    code: Mapped[str] = line(20, "单位代码", server_default="")


class Quota(Base):
    """What a unit is to reach in a year."""

    __tablename__ = "quotas"
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    unit_id: Mapped[int] = mapped_column(
        ForeignKey("units.id"), primary_key=True, autoincrement=False
    )
    points: Mapped[Decimal] = mapped_column(Exact)
    items: Mapped[int]
    details: Mapped[str] = mapped_column(Text, server_default="{}")


class Publication(Numbered, Base):
    """A publication; its lists and what it decides are JSON."""

    __tablename__ = "publications"
    name: Mapped[str] = line(80, "刊物名称", unique=True)
    template: Mapped[str] = line(80, "版式")
    tier: Mapped[str] = line(10, "刊物级别")
    copies: Mapped[int]
    send_to: Mapped[str] = mapped_column(Text)
    active: Mapped[bool]
    shortest: Mapped[int] = mapped_column(server_default="0")
    longest: Mapped[int] = mapped_column(server_default="0")
    paragraphs: Mapped[int] = mapped_column(server_default="0")
    results_only: Mapped[bool] = mapped_column(server_default="0")
    readers: Mapped[str] = line(200, "阅读对象", server_default="")
    mark: Mapped[str] = line(40, "密级标志", server_default="")
    controlled: Mapped[bool] = mapped_column(server_default="0")
    retention: Mapped[str] = line(10, "保管期限", server_default="永久")
    schedule: Mapped[str] = mapped_column(Text, server_default="{}")
    numbering: Mapped[str] = mapped_column(Text, server_default="{}")
    signature: Mapped[str] = mapped_column(Text, server_default="{}")
    recipients: Mapped[str] = mapped_column(Text, server_default="[]")
    appearance: Mapped[str] = mapped_column(Text, server_default="{}")


class Section(Numbered, Base):
    """A section of a publication."""

    __tablename__ = "sections"
    publication_id: Mapped[int] = mapped_column(ForeignKey("publications.id"), index=True)
    name: Mapped[str] = line(60, "栏目名称")
    position: Mapped[int]
    shortest: Mapped[int] = mapped_column(server_default="0")
    longest: Mapped[int] = mapped_column(server_default="0")
    paragraphs: Mapped[int] = mapped_column(server_default="0")


class Scheme(Numbered, Base):
    """A scheme of points."""

    __tablename__ = "schemes"
    name: Mapped[str] = line(120, "计分办法名称")
    valid_from: Mapped[date]
    joint: Mapped[str] = line(10, "联合报送计分方式")
    document: Mapped[str] = mapped_column(Text, server_default="{}")


class PointRule(Base):
    """One rule of a scheme, in the scheme's order."""

    __tablename__ = "point_rules"
    scheme_id: Mapped[int] = mapped_column(
        ForeignKey("schemes.id"), primary_key=True, autoincrement=False
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    publication_id: Mapped[int] = mapped_column(ForeignKey("publications.id"))
    section_id: Mapped[int | None] = mapped_column(ForeignKey("sections.id"))
    points: Mapped[Decimal] = mapped_column(Exact)
    composite: Mapped[Decimal | None] = mapped_column(Exact)


ARRIVAL = (
    "received", "id", "status", "reason", "due", "event_date", "kind", "urgency", "channel",
    "holder", "is_read", "is_flagged", "doubts", "first_unit_id",
)  # fmt: skip


class Draft(Base):
    """What lists show and sort by; long texts stand elsewhere to keep rows short."""

    __tablename__ = "drafts"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = line(300, "标题")
    title_key: Mapped[str] = line(100, "标题排序")
    original_name: Mapped[str] = line(255, "原稿文件名")
    original_digest: Mapped[str] = line(64, "原稿摘要", index=True)
    received: Mapped[datetime] = mapped_column(UtcDateTime)
    channel: Mapped[str] = line(10, "来稿方式")
    first_unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    author: Mapped[str] = line(120, "作者")
    phone: Mapped[str] = line(80, "电话")
    approver: Mapped[str] = line(80, "签发人")
    event_date: Mapped[date | None]
    report_date: Mapped[date | None]
    kind: Mapped[str | None] = mapped_column(String(10))
    urgency: Mapped[str] = line(10, "紧急程度")
    secrecy: Mapped[str] = line(10, "密级")
    status: Mapped[str] = line(10, "状态")
    characters: Mapped[int]
    has_table: Mapped[bool]
    has_picture: Mapped[bool]
    ticks: Mapped[str] = mapped_column(Text)
    notes: Mapped[str] = mapped_column(Text)
    revision: Mapped[int]
    topics: Mapped[str] = mapped_column(Text, server_default="[]")
    is_read: Mapped[bool] = mapped_column(server_default="1")
    is_flagged: Mapped[bool] = mapped_column(server_default="0")
    holder: Mapped[str] = line(60, "谁在办", server_default="")
    due: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reason: Mapped[str] = line(20, "理由代码", server_default="")
    remark: Mapped[str] = line(500, "补充说明", server_default="")
    doubts: Mapped[str] = mapped_column(Text, server_default="[]")
    signed_as: Mapped[str] = line(120, "署名", server_default="")
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("drafts.id"))
    scope: Mapped[str] = line(10, "公开属性", server_default="未定")

    __table_args__ = (
        Index(None, "received", "id"),
        Index(None, "title_key", "id"),
        Index(None, "characters", "id"),
        Index(None, "event_date", "id"),
        Index(None, "status", "received", "id"),
        Index(None, "kind", "received", "id"),
        Index(None, "first_unit_id", "received", "id"),
        Index(None, "due", "id"),
        Index(None, "holder", "received", "id"),
        Index(None, "urgency", "received", "id"),
        Index(None, "channel", "received", "id"),
        Index("ix_drafts_arrival", *ARRIVAL),  # tallies and lists narrowed twice need no more
        {"sqlite_autoincrement": True},
    )


class Original(Base):
    """The text that came in, as JSON; the working text is the newest revision's."""

    __tablename__ = "originals"
    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id"), primary_key=True, autoincrement=False
    )
    body: Mapped[str] = mapped_column(Text)


class DraftUnit(Base):
    """The units behind a draft, the first one first."""

    __tablename__ = "draft_units"
    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id"), primary_key=True, autoincrement=False
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"))

    __table_args__ = (Index(None, "unit_id", "draft_id"),)


class DraftTopic(Base):
    """The topics of drafts, to filter by."""

    __tablename__ = "draft_topics"
    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id"), primary_key=True, autoincrement=False
    )
    topic: Mapped[str] = line(60, "选题", primary_key=True)

    __table_args__ = (Index(None, "topic", "draft_id"),)


class Sketch(Base):
    """What a draft is compared by; every sketch has the same length."""

    __tablename__ = "sketches"
    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id"), primary_key=True, autoincrement=False
    )
    data: Mapped[bytes] = mapped_column(LargeBinary)


class Likeness(Base):
    """A draft that looks like an earlier one, and what the clerk decided."""

    __tablename__ = "likenesses"
    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id"), primary_key=True, autoincrement=False
    )
    other_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id"), primary_key=True, autoincrement=False, index=True
    )
    nature: Mapped[str] = line(20, "相似性质")
    score: Mapped[int]
    verdict: Mapped[str] = line(10, "判定")


class DraftSearch(Base):
    """The words of a draft in normal form: what a search verifies its hits on."""

    __tablename__ = "draft_search_texts"
    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id"), primary_key=True, autoincrement=False
    )
    words: Mapped[str] = mapped_column(Text)


class Unindexed(Base):
    """A draft whose words are kept in an older form until it is indexed anew."""

    __tablename__ = "unindexed"
    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id"), primary_key=True, autoincrement=False
    )


class Revision(Base):
    """One saved text of a draft."""

    __tablename__ = "revisions"
    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id"), primary_key=True, autoincrement=False
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    saved: Mapped[datetime] = mapped_column(UtcDateTime)
    who: Mapped[str] = line(60, "姓名")
    why: Mapped[str] = line(200, "修改原因")
    title: Mapped[str] = line(300, "标题")
    body: Mapped[str] = mapped_column(Text)


class Waiver(Numbered, Base):
    """A finding that is kept on purpose."""

    __tablename__ = "waivers"
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id"), index=True)
    rule: Mapped[str] = line(20, "规则编号")
    excerpt: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = line(500, "保留理由")
    who: Mapped[str] = line(60, "姓名")
    when: Mapped[datetime] = mapped_column(UtcDateTime)
    scope: Mapped[str] = line(10, "保留范围", server_default="本文")
    around: Mapped[str] = mapped_column(Text, server_default="")


class Issue(Base):
    """An issue; year is its day's, or 0 where numbers never begin again: they are unique in it."""

    __tablename__ = "issues"
    id: Mapped[int] = mapped_column(primary_key=True)
    publication_id: Mapped[int] = mapped_column(ForeignKey("publications.id"))
    year: Mapped[int]
    number: Mapped[int]
    total: Mapped[int]
    day: Mapped[date] = mapped_column(index=True)
    status: Mapped[str] = line(10, "状态")
    released: Mapped[datetime | None] = mapped_column(UtcDateTime)
    pdf: Mapped[str] = line(64, "文件摘要")
    docx: Mapped[str] = line(64, "文件摘要")
    series: Mapped[str] = line(10, "刊别", server_default="正刊")
    matter: Mapped[str] = mapped_column(Text, server_default="{}")
    data: Mapped[str] = line(64, "文件摘要", server_default="")
    corrects: Mapped[int | None] = mapped_column(ForeignKey("issues.id"))
    revision: Mapped[int] = mapped_column(server_default="0")
    withdrawn: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reason: Mapped[str] = line(300, "撤销理由", server_default="")

    __table_args__ = (
        UniqueConstraint("publication_id", "year", "series", "number", "revision"),
        {"sqlite_autoincrement": True},
    )


class Entry(Base):
    """One draft in an issue, in printing order."""

    __tablename__ = "entries"
    issue_id: Mapped[int] = mapped_column(
        ForeignKey("issues.id"), primary_key=True, autoincrement=False
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id"), index=True)
    section_id: Mapped[int] = mapped_column(ForeignKey("sections.id"))
    role: Mapped[str] = line(10, "采用方式")
    heading: Mapped[str] = line(300, "印出的标题", server_default="")


class Fact(Base):
    """A row of the ledger; ym (202611) and its index make totals cheap."""

    __tablename__ = "facts"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = line(10, "台账类别")
    day: Mapped[date]
    ym: Mapped[int]
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), index=True)
    title: Mapped[str] = line(300, "标题")
    source: Mapped[str] = line(160, "来源", index=True)
    publication_id: Mapped[int | None] = mapped_column(ForeignKey("publications.id"))
    section_id: Mapped[int | None] = mapped_column(ForeignKey("sections.id"))
    role: Mapped[str] = line(10, "采用方式")
    shares: Mapped[int]
    issue_number: Mapped[str] = line(60, "期号")
    note: Mapped[str] = line(500, "备注")
    item_id: Mapped[int] = mapped_column(server_default="0", index=True)
    part: Mapped[str] = line(10, "来稿在综合里的作用", server_default="")
    portion: Mapped[str | None] = mapped_column(String(40))
    of_day: Mapped[date | None]
    reverses: Mapped[int | None] = mapped_column(ForeignKey("facts.id"), index=True)
    of_kind: Mapped[str] = line(10, "冲销的类别", server_default="")
    particulars: Mapped[str] = mapped_column(Text, server_default="{}")
    booked_by: Mapped[str] = line(60, "登记人", server_default="")

    __table_args__ = (
        Index(None, "day", "id"),
        Index(
            "ix_facts_totals",
            *("ym", "unit_id", "kind", "publication_id", "section_id", "role", "shares"),
        ),
        {"sqlite_autoincrement": True},
    )


class AuditRecord(Base):
    """One change; rows are only ever added."""

    __tablename__ = "audit"
    when: Mapped[datetime] = mapped_column(AnyMoment)
    who: Mapped[str] = line(60, "姓名")
    action: Mapped[str] = line(60, "操作")
    subject: Mapped[str] = line(60, "对象", index=True)
    detail: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = line(64, "校验码")
    id: Mapped[int] = mapped_column(primary_key=True)
    __table_args__ = (Index(None, "when", "action", "who"), {"sqlite_autoincrement": True})
