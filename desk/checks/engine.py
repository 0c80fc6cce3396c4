"""Run the catalogue over a manuscript, and apply what it offers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from desk.checks.catalogue import catalogue
from desk.checks.manuscript import Manuscript
from desk.checks.passage import Context, Field, Passage
from desk.checks.rule import Finding, Need, Rule, Severity

_NEEDS = {
    Field.TITLE: (Need.TEXT, Need.TITLE),
    Field.BODY: (Need.TEXT, Need.BODY),
    Field.TEXT: (Need.TEXT, Need.BODY),
}
_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Group:
    """All findings of one rule in a draft: one card."""

    rule: Rule
    findings: tuple[Finding, ...]

    @property
    def count(self) -> int:
        """How many findings there are."""
        return len(self.findings)

    @property
    def fixable(self) -> int:
        """How many of them offer a fix."""
        return sum(finding.fix is not None for finding in self.findings)


def check(manuscript: Manuscript) -> tuple[Finding, ...]:
    """All findings of the catalogue, title first, then by place."""
    found: list[Finding] = []
    for field, text in manuscript.fields:
        found += _check_field(field, text, manuscript)
    return tuple(found)


def check_paragraph(
    text: str, field: Field = Field.BODY, context: Context | None = None
) -> tuple[Finding, ...]:
    """What the rules that judge a paragraph by itself find in one, remembered while it is typed."""
    return _alone(text, field, context or Context())


def apply_fixes(text: str, findings: Iterable[Finding]) -> str:
    """The text of one field with the offered fixes applied, the first of overlapping ones only."""
    pieces, done = [], 0
    for finding in sorted(findings, key=_place):
        if finding.fix is not None and finding.start >= done:
            pieces += [text[done : finding.start], finding.fix]
            done = finding.end
    return "".join([*pieces, text[done:]])


def group(findings: Iterable[Finding]) -> list[Group]:
    """Gather findings into cards, by severity and then by the place of the first."""
    cards: dict[str, list[Finding]] = {}
    for finding in findings:
        cards.setdefault(finding.rule, []).append(finding)
    by_weight = sorted(cards.items(), key=lambda card: _WEIGHT[card[1][0].severity])
    return [Group(catalogue()[code], tuple(found)) for code, found in by_weight]


def run(rule: Rule, passage: Passage, field: Field) -> Iterator[Finding]:
    """Yield what one rule finds in one passage."""
    for hit in rule.check(passage):
        yield Finding(
            rule.code, field.value, hit.start, hit.end, rule.severity, hit.message, hit.fix
        )


def _check_field(field: Field, text: str, manuscript: Manuscript) -> list[Finding]:
    passage = Passage(text, manuscript.context)
    found = [
        replace(finding, start=finding.start + start, end=finding.end + start)
        for start, end in passage.paragraphs
        for finding in _alone(text[start:end], field, manuscript.context)
    ]
    for rule in _rules(field, by_paragraph=False):
        found += run(rule, passage, field)
    if field is Field.TITLE and manuscript.body and not manuscript.is_fragment:
        both = replace(passage, body=manuscript.body)
        for rule in catalogue().values():
            if rule.needs is Need.WHOLE:
                found += run(rule, both, field)
    return _settled(found)


@lru_cache(maxsize=4096)
def _alone(text: str, field: Field, context: Context) -> tuple[Finding, ...]:
    if not text.strip():
        return ()
    passage = Passage(text, context)
    rules = _rules(field, by_paragraph=True)
    return tuple(finding for rule in rules for finding in run(rule, passage, field))


def _rules(field: Field, *, by_paragraph: bool) -> list[Rule]:
    return [
        rule
        for rule in catalogue().values()
        if rule.needs in _NEEDS[field] and rule.by_paragraph is by_paragraph
    ]


def _settled(found: list[Finding]) -> list[Finding]:
    """Sort by place, and drop findings that a more exact rule has on the same spot."""
    covered: dict[str, set[int]] = {}
    for finding in found:
        covered.setdefault(finding.rule, set()).update(range(finding.start, finding.end))
    kept = [
        finding
        for finding in dict.fromkeys(found)
        if all(
            covered.get(code, set()).isdisjoint(range(finding.start, finding.end))
            for code in catalogue()[finding.rule].yields_to
        )
    ]
    return sorted(kept, key=_place)


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.rule
