"""A finding, a rule or a kept finding in words: what the card says, as rich text."""

from collections.abc import Iterator
from html import escape

from desk.checking import CheckedFinding
from desk.checks.catalogue import catalogue
from desk.checks.rule import Rule, Severity
from desk.drafts import WaiverScope
from desk.office_clock import minute_words
from ui import style
from ui.editor.change_view import change_html
from ui.editor.finding_rows import Card, Place
from ui.editor.severity import BLOCKER, BLOCKS, COLOURS, SHAPES, WORDS

SCOPES = {
    WaiverScope.ONCE: "只这一处",
    WaiverScope.ITEM: "本文里同样的词",
    WaiverScope.ALWAYS: "以后所有稿件里的这个词；“资料”里列有全部",
}


def place_text(place: Place) -> str:
    """One finding: what is wrong, the sum, what to ask, what would change, and why."""
    finding = place.mark.finding
    rule = catalogue()[finding.rule]
    lines = [_head(rule, finding.severity), escape(finding.message)]
    if finding.sum:
        lines.append(_label("算式") + _sum(finding.sum))
    if finding.question:
        lines.append(_label("问单位") + escape(finding.question))
    if finding.fix is not None:
        lines.append(_label("改动") + change_html(place, finding.fix))
    return _paragraphs([*lines, *_grounds(rule)])


def card_text(card: Card) -> str:
    """A rule: what it asks, why, and every change that fixing all would make."""
    lines = [_head(card.rule, card.severity), escape(card.rule.summary), *_grounds(card.rule)]
    changes = [
        change_html(place, place.mark.finding.fix)
        for place in card.places
        if place.mark.finding.fix is not None
    ]
    if changes:
        lines.append(_label(f"全部修改会改动 {len(changes)} 处："))
        lines += [f"{number}. {change}" for number, change in enumerate(changes, start=1)]
    return _paragraphs(lines)


def kept_text(one: CheckedFinding) -> str:
    """A kept finding: who keeps it, since when, how far, and why."""
    rule, waiver = catalogue()[one.finding.rule], one.waiver
    lines = [_head(rule, one.finding.severity, is_open=False), escape(one.finding.message)]
    if waiver is not None:
        when = minute_words(waiver.when)
        lines += [
            _label("已保留") + escape(f"{waiver.who}　{when}"),
            _label("范围") + SCOPES[waiver.scope],
            _label("理由") + escape(waiver.reason),
        ]
    return _paragraphs(lines)


def _head(rule: Rule, severity: Severity, *, is_open: bool = True) -> str:
    grade = f'<span style="color:{COLOURS[severity]}">{SHAPES[severity]} {WORDS[severity]}</span>'
    name = f"　<b>{escape(rule.name)}</b>　<span style='color:{style.MUTED}'>{rule.code}</span>"
    name += f"　<a href='rule:{rule.code}' style='color:{style.ACCENT}'>手册</a>"
    if is_open and rule.blocks and severity is not Severity.INFO:
        name += f"<br><b style='color:{style.RED}'>{BLOCKER} {BLOCKS}</b>"
    return grade + name


def _grounds(rule: Rule) -> Iterator[str]:
    yield _label("理由") + escape(rule.reason)
    yield _label("依据") + escape(rule.source)
    yield f"<span style='color:{style.RED}'>✕　</span>{_example(rule.bad)}"
    yield f"<span style='color:{style.GREEN}'>✓　</span>{_example(rule.good)}"


def _sum(text: str) -> str:
    """The arithmetic on the same ground as its figures in the text."""
    return f"<span style='background-color:{style.FOUND}'>{escape(text)}</span>"


def _label(words: str) -> str:
    return f"<span style='color:{style.MUTED}'>{words}　</span>"


def _example(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _paragraphs(lines: list[str]) -> str:
    return "".join(f'<p style="margin:0 0 4px 0">{line}</p>' for line in lines)
