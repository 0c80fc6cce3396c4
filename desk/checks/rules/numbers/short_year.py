"""N04: a year of two digits."""

import re
from collections.abc import Iterator
from datetime import date

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_ANY = re.compile(r"(?<!\d)\d\d年")
_MARKED = re.compile(r"(?P<mark>[’'‘′`])(?P<year>\d\d)(?=年(?![级间]))")
_BARE = re.compile(
    r"(?:^|(?<=[，。；：、（(\n“])|(?<=截至)|(?<=[自从至于在到和与比较]))[ \u3000]*(?P<year>\d\d)"
    r"(?=年(?:年?[底初末](?![心衷蕴气线步期次])|年中|[上下]半年|度|起|[一二三四]季度"
    r"|第[一二三四]季度|(?:[1-9]"
    r"|1[0-2])月(?!有|零)|同期|春|夏|秋|冬|高考|中考))"
)
_SINCE = re.compile(r"(?:自|从)(?P<year>\d\d)(?=年以来)")
_PLAIN = re.compile(r"(?:^|(?<=[。；\n]))[ \u3000]*(?P<year>\d\d)(?=年，)")
_DURATION = re.compile(r"(?:历时|长达|经过|为期|刑期?|期限|满|达|近|约|工龄|党龄|教龄)[，：]?$")
_OLDEST, _AHEAD, _CENTURY = 70, 10, 100
_TODAY = date(2026, 1, 1)  # for a text that comes without a day


def check(text: Passage) -> Iterator[Hit]:
    """Find ’19年 and 21年底; 20年来 and a term of years are left out."""
    shown = text.printed
    if not _ANY.search(shown):
        return
    now = (text.context.day or _TODAY).year
    matches = [*_MARKED.finditer(shown), *_bare(shown)]
    for match in sorted(matches, key=lambda one: one.start("year")):
        year = _in_full(int(match["year"]), now)
        before = shown[max(0, match.start("year") - 4) : match.start("year")]
        if year and not _DURATION.search(before):
            marked = "mark" in match.re.groupindex
            start = match.start("mark") if marked else match.start("year")
            message = f"年份“{shown[start : match.end()]}年”应写全：“{year}年”。"
            yield Hit(start, match.end("year"), message, str(year))


def _bare(text: str) -> Iterator[re.Match[str]]:
    """Years without a mark; of 21年， in front of a sentence there must be two."""
    yield from _BARE.finditer(text)
    yield from _SINCE.finditer(text)
    plain = list(_PLAIN.finditer(text))
    if len(plain) > 1 or (plain and _BARE.search(text)):
        yield from plain


def _in_full(short: int, now: int) -> int | None:
    """The year meant by two digits, None where it would be neither recent nor near."""
    year = now - now % _CENTURY + short
    if year <= now + _AHEAD:
        return year
    return year - _CENTURY if short >= _OLDEST else None


RULE = Rule(
    code="N04",
    name="年份简写",
    severity=Severity.ERROR,
    summary="年份写四位数。",
    reason="“21年”也可以读成二十一年的时间。",
    source="GB/T 15835—2011 5.1.4",
    bad="21年底，全县建成幼儿园46所。",
    good="2021年底，全县建成幼儿园46所。",
    check=check,
)
