"""What a signer should know beside the text: findings, verification, changes, opinions so far."""

import re
from dataclasses import dataclass

from desk.approval_slips import verified_words
from desk.approvals import Approval, Call, Step, Verdict
from desk.body import Body, Picture, Table
from desk.checking import check_draft
from desk.checks.rule import Severity
from desk.dates import short_date
from desk.drafts import Draft
from desk.inquiries import is_verified
from desk.knowing import known
from desk.office_clock import office_time
from desk.store import Store
from desk.ways import signed


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft before a signer; the counts are of findings nobody has decided to keep."""

    draft: Draft
    ways: tuple[Approval, ...]
    errors: int
    others: int
    kept: int
    verified: str  # "" where nobody was asked
    is_verified: bool
    changes: str  # against the original, in one line

    @property
    def findings(self) -> str:
        """The findings in words."""
        parts = [f"差错 {self.errors} 处"] if self.errors else []
        parts += [f"提醒 {self.others} 处"] if self.others else []
        parts += [f"保留 {self.kept} 处"] if self.kept else []
        return "，".join(parts) or "没有问题"


def read(store: Store, draft_id: int) -> Reading:
    """Look at a draft as its signer does; raises NotFoundError."""
    with store.read() as work:
        draft = work.drafts.get(draft_id)
        found = check_draft(draft, known(work, draft))
        left = [one.finding.severity for one in found if not one.waived]
        errors = left.count(Severity.ERROR)
        return Reading(
            draft,
            tuple(work.approvals.of(draft_id)),
            errors,
            left.count(Severity.WARNING),
            len(found) - len(left),
            verified_words(work, draft),
            is_verified(work, draft),
            changed_words(draft.original.body, draft.body),
        )


def changed_words(before: Body, after: Body) -> str:
    """How much of the original was changed: 删 120 字、增 35 字（原 980 字，现 895 字）."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - heavy, loaded on use

    old, new = (re.sub(r"\s", "", body.text) for body in (before, after))
    distance, grown = Indel.distance(old, new), len(new) - len(old)
    parts = (
        [f"删 {(distance - grown) // 2} 字、增 {(distance + grown) // 2} 字"] if distance else []
    )
    for kind, word in ((Table, "表格"), (Picture, "图片")):
        counts = [sum(isinstance(block, kind) for block in body.blocks) for body in (before, after)]
        if counts[0] != counts[1]:
            parts.append(f"{word} {counts[0]} → {counts[1]}")
    if not parts:
        return "正文与原稿一字不差"
    return f"与原稿比：{'，'.join(parts)}（原 {len(old)} 字，现 {len(new)} 字）"


def said(step: Step) -> str:
    """A decided step in one line: 科长审核　何立新　同意　7月15日 9:30　手签 7月14日."""
    if step.done is None:
        return ""
    local = office_time(step.done)
    opinion = str(step.verdict)
    if step.opinion:
        opinion = step.opinion if step.verdict is Verdict.PASSED else f"{opinion}：{step.opinion}"
    parts = [step.stage.name, signed(step), opinion, f"{short_date(local)} {local:%H:%M}"]
    if step.signed_on:
        parts.append(f"手签 {short_date(step.signed_on)}")
    return "　".join(part for part in parts if part)


def called(call: Call) -> str:
    """A reminder in one line: 7月15日 9:30　催王主任：下午看."""
    local = office_time(call.when)
    words = "；".join(filter(None, (call.told, call.answer)))
    return f"{short_date(local)} {local:%H:%M}　催{call.who}" + (f"：{words}" if words else "")
