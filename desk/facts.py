"""What earns points: submissions, adoptions, instructions … booked or imported (the ledger)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from desk.issues import Role
from desk.parts import PartRole


class FactKind(StrEnum):
    """What happened; a reversal takes another fact back (更正, 撤销, 改错)."""

    SUBMISSION = "报送"
    ADOPTION = "采用"
    REVERSAL = "冲销"
    FORWARDING = "上报"
    INSTRUCTION = "批示"
    COMMISSION = "约稿"
    EMERGENCY = "紧急"
    INCIDENT = "差错"
    ADJUSTMENT = "调整"


@dataclass(frozen=True, slots=True)
class Particulars:
    """What else a scheme may ask of a fact (细目); "", () and None where nobody said."""

    item: str = ""  # 原件: names the same item, where no draft is registered
    form: str = ""  # 体裁: 简讯, 动态, 调研 …
    placement: str = ""  # 版位: 头版, 头条 …
    words: int | None = None  # 字数
    attachments: tuple[str, ...] = ()  # 附件: 图片, 音视频 …
    tags: tuple[str, ...] = ()  # 标记: 转载, 未签审 … the office's own
    channel: str = ""  # 渠道: 网站, 微信 …
    kind: str = ""  # 信息类型
    commissioned: bool = False  # 约稿
    level: str = ""  # 级别 of a leader, or to which something was sent up
    rank: str = ""  # 职务: 主要领导, 其他领导, 秘书长 …
    tone: str = ""  # 性质: 肯定, 批评 …
    outcome: str = ""  # 情形: 按时, 逾期, 未报, 迟报, 漏报, 瞒报, 谎报, 失实 …
    grade: str = ""  # 等级: 一般, 较大, 重大, 特别重大 …
    late: Decimal | None = None  # 超时, hours
    value: Decimal | None = None  # 核定分: decided by somebody within a range, or an adjustment
    external: Decimal | None = None  # 外部分: published by the upper level
    people: tuple[str, ...] = ()  # 作者, who share the item as units do not
    approver: str = ""  # 审批人
    started: datetime | None = None  # 事发, 布置
    ended: datetime | None = None  # 报出


NO_PARTICULARS = Particulars()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing one unit did on one day; ``shares`` units stand behind the same item.

    ``item_id`` is the draft behind it, the same for all its versions; 0 where it was imported.
    Of a composite ``part`` is what the unit is to it, and ``portion`` its exact share of the whole.
    ``source`` says who booked it: "draft:12" and "issue:3" are kept in step by the desk,
    "import:…" came from an old ledger, "hand:…" was entered; ``by`` is who did.
    It counts by the scheme of ``of_day``, where that is another than its own: what a correction
    books counts as the issue it corrects did. A reversal names the fact it ``reverses``, and of
    which kind that was.
    """

    kind: FactKind
    day: date
    unit_id: int
    title: str
    source: str
    publication_id: int | None = None
    section_id: int | None = None
    role: Role = Role.SINGLE
    shares: int = 1
    issue_number: str = ""
    note: str = ""
    item_id: int = 0
    part: PartRole | None = None
    portion: Fraction | None = None
    of_day: date | None = None
    reverses: int = 0
    id: int = 0
    of_kind: FactKind | None = None
    particulars: Particulars = NO_PARTICULARS
    by: str = ""

    @property
    def counted(self) -> date:
        """The day whose scheme it counts by."""
        return self.of_day or self.day

    @property
    def matter(self) -> FactKind:
        """What happened, also where it is taken back."""
        if self.kind is not FactKind.REVERSAL:
            return self.kind
        return self.of_kind or FactKind.ADOPTION


def reversals(
    booked: Iterable[Fact], day: date, source: str, why: str, who: str = ""
) -> Iterator[Fact]:
    """The facts that take adoptions back on a later day, in the order these were booked.

    All that one source has booked must be given, so that the shares of a split item are dealt
    as they were.
    """
    for fact in sorted(booked, key=lambda one: one.id):
        if fact.kind is FactKind.ADOPTION:
            yield taken_back(fact, day, source, why, who)


def taken_back(fact: Fact, day: date, source: str, why: str, who: str = "") -> Fact:
    """The fact that takes another back on a later day."""
    return replace(
        fact,
        kind=FactKind.REVERSAL,
        of_kind=fact.kind,
        day=day,
        source=source,
        note=why,
        of_day=fact.counted,
        reverses=fact.id,
        id=0,
        by=who,
    )
