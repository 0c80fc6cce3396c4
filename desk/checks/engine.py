"""Run the catalogue over a manuscript, and apply what it offers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from desk.checks.catalogue import catalogue
from desk.checks.manuscript import Manuscript
from desk.checks.office import Level, Office
from desk.checks.passage import Context, Field, Passage
from desk.checks.rule import Finding, Hit, Need, Rule, Severity
from desk.checks.whole import Whole

_RUNNING = frozenset({Need.ANYWHERE, Need.TEXT, Need.BODY})
_NEEDS = {
    Field.TITLE: frozenset({Need.ANYWHERE, Need.TEXT, Need.TITLE}),
    Field.BODY: _RUNNING,
    Field.TEXT: _RUNNING,
    Field.TABLE: frozenset({Need.ANYWHERE}),
}
_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Group:
    """All findings of one rule in a draft: one card."""

    rule: Rule
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        """That of its gravest finding."""
        return min((one.severity for one in self.findings), key=_WEIGHT.__getitem__)

    @property
    def count(self) -> int:
        """How many findings there are."""
        return len(self.findings)

    @property
    def fixable(self) -> int:
        """How many of them offer a fix."""
        return sum(finding.fix is not None for finding in self.findings)


def check(manuscript: Manuscript) -> tuple[Finding, ...]:
    """All findings of the catalogue at the office's levels, title first, then by place."""
    found = [
        finding
        for field, text in manuscript.fields
        for finding in _check_field(field, text, manuscript)
    ]
    found += _compare(manuscript)
    order = {field.value: place for place, (field, _text) in enumerate(manuscript.fields)}
    settled = _settled(found)
    settled.sort(key=lambda one: (order[one.field], *_place(one)))
    return tuple(_levelled(settled, manuscript.office))


def check_paragraph(text: str) -> tuple[Finding, ...]:
    """What the rules that judge a paragraph by itself find in one, remembered while it is typed."""
    return _alone(text, Field.BODY, Context())


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
    groups = [Group(catalogue()[code], tuple(found)) for code, found in cards.items()]
    return sorted(groups, key=lambda one: _WEIGHT[one.severity])


def _placed(rule: Rule, hit: Hit, field: Field) -> Finding:
    return Finding(
        rule.code,
        (hit.field or field).value,
        hit.start,
        hit.end,
        hit.severity or rule.severity,
        hit.message,
        hit.fix,
        hit.choices,
        hit.operands,
        hit.sum,
        hit.question,
    )


def _check_field(field: Field, text: str, manuscript: Manuscript) -> Iterator[Finding]:
    context, whole = manuscript.context, manuscript.whole
    known = {Field.TITLE: whole.title, whole.running: whole.body}
    passage = known.get(field) or Passage(text, context)
    for start, end in passage.paragraphs:
        for finding in _alone(text[start:end], field, context):
            yield _shifted(finding, start) if start else finding
    yield from _run(_rules(field, by_paragraph=False), passage, field)


def _run(rules: Iterable[Rule], passage: Passage, field: Field) -> Iterator[Finding]:
    for rule in rules:
        for hit in rule.check(passage) if rule.check else ():
            operands = tuple(replace(one, field=field) for one in hit.operands)
            yield _placed(rule, replace(hit, operands=operands) if operands else hit, field)


def _shifted(finding: Finding, by: int) -> Finding:
    operands = tuple(
        replace(one, start=one.start + by, end=one.end + by) for one in finding.operands
    )
    return replace(finding, start=finding.start + by, end=finding.end + by, operands=operands)


def _compare(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield what the rules find that see all texts of a draft together."""
    whole = manuscript.whole
    for rule in catalogue().values():
        if rule.judge is not None and _may_judge(rule, whole):
            for hit in rule.judge(whole):
                yield _placed(rule, hit, whole.running)


def _may_judge(rule: Rule, whole: Whole) -> bool:
    """Whether there is enough of the draft for a rule: of a whole one, a title and a body."""
    if rule.needs is Need.TOGETHER:
        return bool(whole.body.text or whole.sheets)
    return bool(whole.title.text and whole.body.text) and not whole.is_fragment


@lru_cache(maxsize=4096)
def _alone(text: str, field: Field, context: Context) -> tuple[Finding, ...]:
    if not text.strip():
        return ()
    return tuple(_run(_rules(field, by_paragraph=True), Passage(text, context), field))


@cache
def _rules(field: Field, *, by_paragraph: bool) -> tuple[Rule, ...]:
    return tuple(
        rule
        for rule in catalogue().values()
        if rule.check and rule.needs in _NEEDS[field] and rule.by_paragraph is by_paragraph
    )


def _levelled(found: Iterable[Finding], office: Office) -> Iterator[Finding]:
    """Yield findings at the levels the office has set; a hit milder than its rule stays so."""
    for finding in found:
        level = office.levels.get(finding.rule)
        if level is None:
            yield finding
        elif level is not Level.OFF:
            is_main = finding.severity is catalogue()[finding.rule].severity
            yield replace(finding, severity=Severity(level)) if is_main else finding


def _settled(found: Iterable[Finding]) -> list[Finding]:
    """Drop findings that a more exact rule has on the same spot."""
    covered: dict[tuple[str, str], set[int]] = {}
    once = dict.fromkeys(found)
    for finding in once:
        spot = covered.setdefault((finding.rule, finding.field), set())
        spot.update(range(finding.start, finding.end))
    return [
        finding
        for finding in once
        if all(
            covered.get((code, finding.field), set()).isdisjoint(range(finding.start, finding.end))
            for code in catalogue()[finding.rule].yields_to
        )
    ]


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.rule
