"""S12: a foreign abbreviation that is not explained where it first appears."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_LATIN = re.compile(
    r"(?<![A-Za-z0-9·._/+&#-])[A-Z][A-Za-z]{0,8}[A-Z][A-Za-z]{0,3}(?![A-Za-z0-9·._/+&#-])"
)
_BRACKET = re.compile(r"[（(]")
_ROMAN = re.compile(r"[IVX]+")
_UNKNOWN = re.compile(r"[XY]+")


def check(text: Passage) -> Iterator[Hit]:
    """Find abbreviations outside brackets that the office's list does not hold."""
    found = list(_LATIN.finditer(text.own))
    if not found:
        return
    known = {entry.word for entry in text.context.office.lexicon.entries("S12")}
    seen: set[str] = set()
    for match in found:
        words = match[0]
        if words in seen:
            continue
        seen.add(words)
        if words in known or _ROMAN.fullmatch(words) or _UNKNOWN.fullmatch(words):
            continue
        if not _is_explained(text.own, match):
            message = f"“{words}”第一次出现，请写出中文名称，或在括号里说明。"
            yield Hit(match.start(), match.end(), message)


def _is_explained(own: str, match: re.Match[str]) -> bool:
    before, after = own[match.start() - 1 : match.start()], own[match.end() : match.end() + 1]
    return bool(_BRACKET.match(before) or _BRACKET.match(after) or before == "称")


RULE = Rule(
    code="S12",
    name="缩略语未说明",
    severity=Severity.INFO,
    summary="外文缩写第一次出现时写明中文；GDP、5G等熟知的不必。",
    reason="读者未必是这一行的人。",
    source="公文惯例",
    bad="云岭县引入EPC模式建设污水处理厂。",
    good="云岭县引入设计采购施工总承包（EPC）模式建设污水处理厂。",
    check=check,
    needs=Need.BODY,
    by_paragraph=False,
)
