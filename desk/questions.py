"""The feedback to the unit that sent a draft: what to add and what to verify."""

from collections.abc import Iterable, Mapping

from desk.checks.catalogue import catalogue
from desk.checks.rule import Finding, Severity

_ADD, _STOP = "请补充：", "。"
_SHOWN = 20  # characters of a quotation
_NAMED = 5  # places named of one rule
# What only the unit can know; the rest the desk mends itself.
_TO_VERIFY = ("A", "D01", "D02", "D03", "D04", "D08", "D09", "E13", "N14", "O05", "O06", "T07")


def questions_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """What the unit is to add, each once, in the order of the draft."""
    asked = (one.question.removeprefix(_ADD).removesuffix(_STOP) for one in findings)
    return tuple(dict.fromkeys(one for one in asked if one))


def feedback(findings: Iterable[Finding], texts: Mapping[str, str], title: str = "") -> str:
    """The text to send to the unit, empty where there is nothing to ask.

    ``texts`` holds the fields the findings lie in, by name.
    """
    found = list(findings)
    parts = [f"{_ADD}{one}{_STOP}" for one in ["、".join(questions_of(found))] if one]
    if doubts := _doubts(found, texts):
        parts.append(f"请核实：{'；'.join(doubts)}{_STOP}")
    if not parts:
        return ""
    name = f"《{title}》" if title else "来稿"
    return "\n".join([f"你单位报送的{name}，请补充、核实以下内容后再报：", *parts])


def _doubts(found: list[Finding], texts: Mapping[str, str]) -> list[str]:
    """What is doubtful, rule by rule."""
    grouped: dict[str, list[Finding]] = {}
    for one in found:
        is_fault = one.severity is not Severity.INFO and not one.question
        if is_fault and one.rule.startswith(_TO_VERIFY):
            grouped.setdefault(one.rule, []).append(one)
    rules = catalogue()
    return [
        f"{rules[code].name}（{_places(some, texts)}）"
        for code, some in grouped.items()
        if code in rules
    ]


def _places(found: list[Finding], texts: Mapping[str, str]) -> str:
    shown = "，".join(dict.fromkeys(_shown(one, texts) for one in found[:_NAMED]))
    return f"{shown}等{len(found)}处" if len(found) > _NAMED else shown


def _shown(one: Finding, texts: Mapping[str, str]) -> str:
    """The sum where there is one, else the words themselves."""
    words = texts.get(one.field, "")[one.start : one.end]
    short = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}……"
    return one.sum or f"“{short}”"
