"""What in a draft must be settled before it may be printed: secrecy, privacy, wording."""

from collections.abc import Iterable, Iterator

from desk.checking import CheckedFinding
from desk.checks.catalogue import catalogue
from desk.checks.rule import Rule, Severity


def blocks(one: CheckedFinding) -> bool:
    """Whether a finding stands against release: of a rule that blocks, open, above a hint."""
    is_grave = one.finding.severity is not Severity.INFO
    return is_grave and not one.waived and catalogue()[one.finding.rule].blocks


def obstacles(title: str, findings: Iterable[CheckedFinding]) -> Iterator[str]:
    """Say once for every rule what stands against printing a draft."""
    counts: dict[str, int] = {}
    for one in filter(blocks, findings):
        counts[one.finding.rule] = counts.get(one.finding.rule, 0) + 1
    for code, count in counts.items():
        rule: Rule = catalogue()[code]
        yield f"“{title}”有 {count} 处“{rule.name}”（{code}）没有处理，不能印发"
