"""The columns of the lines of an upper level's list while they are looked through."""

from dataclasses import dataclass

from desk.forwardings.importing import Decision
from desk.forwardings.matching import Likeness
from ui import style
from ui.lists.column import Column


@dataclass(frozen=True, slots=True)
class Looked:
    """A line with what is said of it now."""

    decision: Decision

    @property
    def verdict(self) -> str:
        """Whether it is ours, as far as anybody has looked."""
        if self.decision.is_open:
            return "？ 待核对"
        if self.decision.proposal is None:
            return "✗ 不是"
        return "◆ 已登记" if self.decision.is_known else "✓ 是"

    @property
    def remark(self) -> str:
        """What the clerk should know of it."""
        match, held = self.decision.match, self.decision.proposal
        late = "没有登记上报，将补登" if held and held.forwarding is None else ""
        return "；".join(filter(None, (match.conflict, late, match.line.problem)))


COLUMNS: tuple[Column[Looked], ...] = (
    Column("verdict", "核对", lambda row: row.verdict, 84,
           colour=lambda row: style.AMBER if row.decision.is_open else None),
    Column("theirs", "通报上的标题", lambda row: row.decision.match.line.title, 250, stretch=True,
           tip=lambda row: row.decision.match.line.title),
    Column("ours", "我们的", lambda row: _ours(row.decision), 230,
           tip=lambda row: _ours(row.decision)),
    Column("like", "像不像", lambda row: _like(row.decision), 112),
    Column("number", "期号", lambda row: row.decision.match.line.issue_number, 72),
    Column("remark", "提醒", lambda row: row.remark, 190, tip=lambda row: row.remark),
)  # fmt: skip


def _ours(decision: Decision) -> str:
    return decision.proposal.title if decision.proposal else ""


def _like(decision: Decision) -> str:
    held = decision.proposal
    near = held is not None and decision.match.likeness is not Likeness.EXACT
    return f"{decision.match.likeness} {held.score}%" if held and near else decision.match.likeness
