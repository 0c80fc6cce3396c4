"""What should be looked at before an issue is released (pre-flight)."""

from dataclasses import dataclass

from desk.body import Picture, Table
from desk.checking import CheckedFinding, Knowledge, check_draft
from desk.checks.rule import Severity
from desk.drafts import Draft
from desk.issues import Issue
from desk.knowing import known_in
from desk.obstacles import blocks, obstacles
from desk.releasing import NO_OFFICE, adoptions
from desk.scoring.ledger import ledger_lines
from desk.settings import Settings
from desk.store import Work
from desk.ways import approved_revision

_REGISTER = "M03"  # what a missing unit already says


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at; ``draft_id`` is 0 when it is about the whole issue."""

    text: str
    draft_id: int = 0
    blocks: bool = False  # release refuses while it stands


def remarks(work: Work, issue: Issue, settings: Settings) -> list[Remark]:
    """What stands against releasing an issue, in printing order."""
    found = [] if settings.office else [Remark(NO_OFFICE, blocks=True)]
    if not issue.entries:
        return [*found, Remark("这一期还没有条目", blocks=True)]
    for draft, knowledge in known_in(work, issue):
        found += _of_draft(draft, knowledge)
        found += _elsewhere(work, issue, draft)
        found += _since_approval(work, draft)
    return found + _unpaid(work, issue)


def _unpaid(work: Work, issue: Issue) -> list[Remark]:
    """Adoptions that would earn nothing, by the very engine that will count them."""
    catalogue = work.catalogue
    lines = ledger_lines(adoptions(work, issue), catalogue.schemes(), catalogue.publications())
    return [Remark(text) for text in dict.fromkeys(one.text for one in lines if not one.points)]


def _of_draft(draft: Draft, knowledge: Knowledge) -> list[Remark]:
    units = knowledge.units
    findings = check_draft(draft, knowledge)
    errors = sum(_is_fault(one) for one in findings if units or one.finding.rule != _REGISTER)
    found = [Remark(text, draft.id, blocks=True) for text in obstacles(draft.title, findings)]
    if not units:
        found.append(Remark(f"“{draft.title}”没有供稿单位，无法计分", draft.id, blocks=True))
    if errors:
        found.append(Remark(f"“{draft.title}”还有 {errors} 处差错没有处理", draft.id))
    if any(isinstance(block, Table | Picture) and not block.caption for block in draft.body.blocks):
        found.append(Remark(f"“{draft.title}”有表格或图片没有题注", draft.id))
    return found


def _is_fault(one: CheckedFinding) -> bool:
    """Whether a finding is an open error that isn't already said to stop the release."""
    is_open = not one.waived and one.finding.severity is Severity.ERROR
    return is_open and not blocks(one)


def _elsewhere(work: Work, issue: Issue, draft: Draft) -> list[Remark]:
    """One draft may be printed by several publications, but the clerk should know."""
    others = [one for one in work.issues.holding(draft.id) if one.id != issue.id]
    if not others:
        return []
    return [Remark(f"“{draft.title}”已编入另外 {len(others)} 期", draft.id)]


def _since_approval(work: Work, draft: Draft) -> list[Remark]:
    """Words that were changed after the approval should be seen by whoever approved them."""
    number = approved_revision(work, draft.id)
    last = work.drafts.last_revision(draft.id)
    if number is None or number == last.number:
        return []
    texts = {one.number: (one.title, one.body) for one in work.drafts.revisions(draft.id)}
    if texts.get(number) in (None, (last.title, last.body)):
        return []
    return [Remark(f"“{draft.title}”审签后改过文字，请再请领导过目", draft.id)]
