"""O02: a unit is called by a name it no longer bears."""

import re
from collections.abc import Iterator
from datetime import date

from desk.checks.lexicon import Entry
from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=[年.—-])|(去年|上年|前年)")
_BACK = {"去年": 1, "上年": 1, "前年": 2}
_PAST = re.compile(
    r"原[^则因来先文件本理料始告有材油籍状地]|时任|当时|当年|旧称|曾任|历任|退休|离休|曾在|上世纪|年代|时期|"
    r"签发|颁发的|老|机构改革"
)
_CHANGED = re.compile(
    r"前身|更名|改名|改称|改组|改制为|合并|组建|划转|转隶|撤销|撤并|并入|挂牌成立|机构改革[前时]"
)
_PAUSE = re.compile("[，；]|$")
_LEVELS = frozenset("省市县区州盟旗镇乡府原由和与及对向据经请从到在会同往、，。：；（了")


def check(text: Passage) -> Iterator[Hit]:
    """Yield former names where nothing tells of the time before the change."""
    for one in text.listed("O02"):
        before = text.own[one.start - 1 : one.start]
        if before and before not in _LEVELS and re.match(f"[{HAN}]", before):
            continue  # the end of a longer name
        sentence, told = _sentence(text, one.start)
        if not _CHANGED.search(sentence) and not _is_history(told, one.entry, _today(text)):
            yield _hit(one.start, one.end, one.entry)


def _today(text: Passage) -> date | None:
    """The report date; without one the last year that the draft names."""
    years = text.context.years
    return text.context.day or (date(max(years), 12, 31) if years else None)


def _hit(start: int, end: int, entry: Entry) -> Hit:
    names = "”或“".join(entry.instead)
    when = f"{entry.day.year}年" if entry.day else ""
    message = f"“{entry.word}”{when}已改名，现称“{names}”，请核对。"
    if len(entry.instead) == 1:
        return Hit(start, end, message, entry.instead[0])
    return Hit(start, end, message, choices=entry.instead)


def _sentence(text: Passage, place: int) -> tuple[str, str]:
    """The sentence around a name, and what it tells up to the end of the name's clause."""
    for start, end in text.sentences:
        if start <= place < end:
            pause = _PAUSE.search(text.own, place, end)
            return text.own[start:end], text.own[start : pause.start() if pause else end]
    return text.own, text.own


def _is_history(told: str, entry: Entry, today: date | None) -> bool:
    """Whether what is told may speak of the time before the change."""
    if _PAST.search(told):
        return True
    if entry.day is None:
        return False
    years = [_year(match, today) for match in _YEAR.finditer(told)]
    if not years and today:
        years = [today.year]
    return any(date(year, 1, 1) < entry.day for year in years if year)


def _year(match: re.Match[str], today: date | None) -> int:
    if match[1]:
        return int(match[1])
    return today.year - _BACK[match[2]] if today else 0


RULE = Rule(
    code="O02",
    name="已改机构旧称",
    severity=Severity.WARNING,
    summary="机构改名以后的事，用现在的名称。",
    reason="沿用旧称说明稿件是照抄旧稿，单位也无从对应。",
    source="机构改革方案",
    bad="2026年5月，县国土资源局排查地质灾害隐患点132处。",
    good="2026年5月，县自然资源局排查地质灾害隐患点132处。",
    check=check,
)
