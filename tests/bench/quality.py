"""How right the checks are: ``python -m tests.bench.quality [--unseen] [code or family …]``.

Prints what was missed, what was found wrongly and which fixes differ, then the figures.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desk.checks.engine import check
from desk.checks.rule import Finding, Severity
from tests.bench.corpus import SEEN, UNSEEN, Label, Sample, clean, faulty


@dataclass(slots=True)
class Score:
    """The counts of one family or of all."""

    errors: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    traps: int = 0
    touched: int = 0
    fixes: int = 0
    exact: int = 0
    drafts: int = 0
    silent: int = 0
    characters: int = 0
    false: int = 0
    remarks: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of errors that were found."""
        return self.found.total() / max(1, self.errors.total())


def measure(codes: Sequence[str] = (), folder: Path = SEEN) -> Score:
    """Check the whole corpus; with codes or families only what concerns them."""
    score = Score()
    for sample in clean(folder):
        _judge_clean(sample, codes, score)
    for sample in faulty(folder):
        _judge_faulty(sample, codes, score)
    return score


def _wanted(code: str, codes: Sequence[str]) -> bool:
    return not codes or any(code.startswith(one) for one in codes)


def _judge_clean(sample: Sample, codes: Sequence[str], score: Score) -> None:
    found = [
        one
        for one in check(sample.manuscript)
        if one.severity is not Severity.INFO and _wanted(one.rule, codes)
    ]
    score.drafts += 1
    score.silent += not found
    score.false += len(found)
    score.characters += len(sample.manuscript.title) + len(sample.manuscript.body)
    score.remarks += [f"FALSE  {sample.id} {_shown(sample, one)}" for one in found]


def _judge_faulty(sample: Sample, codes: Sequence[str], score: Score) -> None:
    findings = check(sample.manuscript)
    for code in sample.missing:
        if _wanted(code, codes):
            score.errors[code] += 1
            hit = any(one.rule == code for one in findings)
            score.found[code] += hit
            if not hit:
                score.remarks.append(f"MISSED {sample.id} {code} of the whole draft")
    for label in sample.labels:
        if _wanted(label.code, codes):
            _judge_label(sample, label, findings, score)


def _judge_label(sample: Sample, label: Label, findings: Iterable[Finding], score: Score) -> None:
    hits = [one for one in findings if one.rule == label.code and _meet(label, one)]
    text = {name.value: text for name, text in sample.manuscript.fields}[label.field]
    around = text[max(0, label.start - 12) : label.end + 12].replace("\n", "⏎")
    if label.is_trap:
        touched = [one for one in hits if one.severity is not Severity.INFO]
        score.traps += 1
        score.touched += bool(touched)
        if touched:
            score.remarks.append(f"TRAP   {sample.id} {_shown(sample, touched[0])} … {around}")
        return
    score.errors[label.code] += 1
    score.found[label.code] += bool(hits)
    if not hits:
        wrong = text[label.start : label.end]
        score.remarks.append(f"MISSED {sample.id} {label.code} “{wrong}” in … {around}")
    elif hits[0].fix is not None and label.right is not None:
        one = hits[0]
        said = text[: label.start] + label.right + text[label.end :]
        score.fixes += 1
        if text[: one.start] + one.fix + text[one.end :] == said:
            score.exact += 1
        else:
            score.remarks.append(f"FIX    {sample.id} {_shown(sample, one)} not “{label.right}”")


def _meet(label: Label, finding: Finding) -> bool:
    same = finding.field == label.field
    return same and finding.start <= label.end and label.start <= finding.end


def _shown(sample: Sample, one: Finding) -> str:
    text = {name.value: text for name, text in sample.manuscript.fields}[one.field]
    words = text[one.start : one.end].replace("\n", "⏎")
    fix = "" if one.fix is None else f" → “{one.fix}”"
    return f"{one.rule} {one.field} “{words[:30]}”{fix} {one.message}"


def families(score: Score) -> dict[str, str]:
    """Recall by family as ``found/errors``."""
    errors, found = Counter[str](), Counter[str]()
    for code, count in score.errors.items():
        errors[code[0]] += count
        found[code[0]] += score.found[code]
    return {family: f"{found[family]}/{count}" for family, count in sorted(errors.items())}


def main() -> None:
    """Measure and print."""
    codes = [one for one in sys.argv[1:] if one != "--unseen"]
    score = measure(codes, SEEN if len(codes) == len(sys.argv) - 1 else UNSEEN)
    lines = [
        *score.remarks,
        f"recall {score.recall:.1%} of {score.errors.total()}: {families(score)}",
        (
            f"false {score.false} in {score.characters} characters"
            f" ({1000 * score.false / max(1, score.characters):.3f} per 1,000);"
            f" silent {score.silent}/{score.drafts} clean drafts"
        ),
        f"traps touched {score.touched}/{score.traps}; fixes exact {score.exact}/{score.fixes}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
