"""Approval (审签): the lanes a draft can take, its way along one, and who has it since when."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk.drafts import Kind


class Condition(StrEnum):
    """What must be so before a draft goes into a lane; the value is the sentence on screen."""

    CHECKLIST = "核对清单已经勾完"
    ERRORS = "差错已改或已写明理由保留"
    PRIVACY = "没有涉密和个人信息"
    VERIFIED = "事实和数据已向单位核实"


@dataclass(frozen=True, slots=True)
class Stage:
    """One desk on the way, as 信息科审核 or 办公室主任审签."""

    name: str
    signer: str = ""  # who is asked, by name; "" asks whoever takes it
    hours: int = 0  # working hours after which it is chased; 0: never
    only_if_asked: bool = False  # taken along only where the sender wants it (必要时报请领导)


@dataclass(frozen=True, slots=True)
class Lane:
    """A way to print, the office's data.

    “下发信息由信息科自行把关，上报信息再报办公室主任审核，必要时还要报请行署领导审阅” (seed 002).
    """

    name: str
    stages: tuple[Stage, ...]
    conditions: frozenset[Condition] = frozenset()
    kinds: frozenset[Kind] = frozenset()  # for which this lane is proposed first
    at_once: bool = False  # 简办: sending is approving, by whoever sends
    is_active: bool = True
    position: int = 0
    id: int = 0


class Verdict(StrEnum):
    """What became of a step."""

    OPEN = "待审"
    PASSED = "同意"
    RETURNED = "退回修改"
    RECALLED = "撤回"  # the sender took it back


@dataclass(frozen=True, slots=True)
class Call:
    """A reminder (催批): who was called when, and what was said."""

    when: datetime
    who: str
    told: str = ""
    answer: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A stage on a draft's way; ``since`` is None until it is its turn."""

    stage: Stage
    asked: str = ""  # the name of who is asked; while away, ``people.stands_in`` says who has it
    since: datetime | None = None
    done: datetime | None = None
    verdict: Verdict = Verdict.OPEN
    signer: str = ""  # who decided
    instead_of: str = ""  # who was asked, where another decided
    opinion: str = ""
    signed_on: date | None = None  # by hand, on the printed slip
    scan: str = ""  # SHA-256 of the scanned slip
    calls: tuple[Call, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class Approval:
    """One way of a draft along a lane, as the lane was then; ``revision`` is the text sent."""

    draft_id: int
    lane: str
    steps: tuple[Step, ...]
    begun: datetime
    who: str
    revision: int
    id: int = 0

    @property
    def returned(self) -> Step | None:
        """The step that sent the draft back; None where none did."""
        return next((one for one in self.steps if one.verdict is Verdict.RETURNED), None)

    @property
    def is_stopped(self) -> bool:
        """Whether the draft was sent back or taken back on the way."""
        return any(step.verdict in (Verdict.RETURNED, Verdict.RECALLED) for step in self.steps)

    @property
    def is_passed(self) -> bool:
        """Whether every step was passed."""
        return bool(self.steps) and all(one.verdict is Verdict.PASSED for one in self.steps)

    @property
    def current(self) -> Step | None:
        """The step whose turn it is; None when the way has ended."""
        if self.is_stopped:
            return None
        return next((step for step in self.steps if step.verdict is Verdict.OPEN), None)
