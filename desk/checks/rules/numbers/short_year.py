"""N04: a year of two digits."""

import re
from collections.abc import Iterator
from datetime import date

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_ANY = re.compile(r"(?<!\d)\d\d年|\d\d年?[—－–～~-]20\d\d年")
_MARKED = re.compile(r"(?P<mark>[’'‘′`])(?P<year>\d\d)(?=年(?![级间]))")
_BARE = re.compile(
    r"(?:^|(?<=[，。；：、（(\n“])|(?<=截至)|(?<=[自从至于在到和与比较]))[ \u3000]*(?P<year>\d\d)"
    r"(?=年(?:年?[底初末](?![心衷蕴气线步期次])|年中|[上下]半年|度|起|[一二三四]季度"
    r"|第[一二三四]季度|(?:[1-9]"
    r"|1[0-2])月(?!有|零)|同期|春|夏|秋|冬|高考|中考|为\d))"
)
_SINCE = re.compile(
    r"[自从](?P<year>\d\d)(?=年(?:以来|开始))"
    r"|[比较](?P<base>\d\d)(?=年(?:增长|提高|下降|减少|增加|上升|提升|回落|末|底))"
    r"|(?:建|立|业|生|办|始|成)于(?P<born>\d\d)(?=年(?![后前以之内间]))"
)
_SPAN = re.compile(
    r"(?:^|(?<=[。；，\n]))[ \u3000]*(?P<year>\d\d)年[至到—－–-](?P<last>\d\d)(?=年[，，全])"
)
_HALF = re.compile(
    r"(?<![\d.A-Za-z])(?:(?P<year>\d\d)(?=年?[—－–～~-]20\d\d年)|(?<!\d)20\d\d年?[—－–～~-](?P<last>\d\d)(?=年))"
)
_PLAIN = re.compile(r"(?:^|(?<=[。；\n]))[ \u3000]*(?P<year>\d\d)(?=年，)")
_DURATION = re.compile(
    r"(?:租期|年限|历时|长达|经过|为期|刑期?|期限|满|达|近|约|工龄|党龄|教龄)[，：]?$"
)
_TOLD = re.compile(
    r"年，(?:全[县市省镇乡村区]|[该我][县市局镇乡]|[县市省][^，。；]{0,6}局|[^，。；]{2,10}(?:完成|实现|新增|建成|投入|达到?))"
)
_LONG = re.compile(r"累计|共|来|从|坚守|接力|如一日|过去|历程|变|一直|始终|间|代人|遍")
_RECENT = 8  # years within which two digits before a comma are rather a year than a term
_OTHERS = ("base", "born", "last")  # groups that hold a year too
_OLDEST, _AHEAD, _CENTURY = 70, 10, 100
_TODAY = date(2026, 1, 1)  # for a text that comes without a day


def check(text: Passage) -> Iterator[Hit]:
    """Find ’19年 and 21年底; 20年来 and a term of years are left out."""
    shown = text.printed
    if not _ANY.search(shown):
        return
    now = (text.context.day or _TODAY).year
    found = [*_MARKED.finditer(shown), *_bare(shown)]
    done: set[int] = set()
    for match in found:
        for group in ("year", *(name for name in _OTHERS if name in match.re.groupindex)):
            place = match.start(group)
            year = _in_full(int(match[group]), now) if match[group] else None
            before = shown[max(0, place - 4) : place] if match[group] else ""
            if year and place not in done and not _DURATION.search(before):
                done.add(place)
                start = match.start("mark") if "mark" in match.re.groupindex else place
                message = f"年份“{shown[start : match.end(group)]}年”应写全：“{year}年”。"
                yield Hit(start, match.end(group), message, str(year))
    for start, short in _terms(shown, now):
        if start in done:
            continue
        message = f"“{short}年”若指年份，应写全：“{_in_full(int(short), now)}年”。"
        choices = (str(_in_full(int(short), now)),)
        yield Hit(start, start + 2, message, severity=Severity.INFO, choices=choices)


def _bare(text: str) -> Iterator[re.Match[str]]:
    """Years without a mark; of 21年， in front of a sentence there must be two."""
    yield from _BARE.finditer(text)
    yield from _SINCE.finditer(text)
    yield from _HALF.finditer(text)
    yield from (match for match in _SPAN.finditer(text) if match["year"] < match["last"])
    plain = [match for match in _PLAIN.finditer(text) if not _LONG.search(_sentence(text, match))]
    if len(plain) > 1 or (plain and _BARE.search(text)):
        yield from plain


def _sentence(text: str, match: re.Match[str]) -> str:
    """What follows in the sentence."""
    return re.split(r"[。；\n]", text[match.end() :], maxsplit=1)[0]


def _terms(text: str, now: int) -> Iterator[tuple[int, str]]:
    """Numbers such as 23年，全县完成…… that begin a sentence and may be a year or a term."""
    for match in _PLAIN.finditer(text):
        year = _in_full(int(match["year"]), now)
        sentence = _sentence(text, match)
        recent = year is not None and now - _RECENT <= year <= now + 1
        if recent and _TOLD.match(sentence) and not _LONG.search(sentence):
            yield match.start("year"), match["year"]


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
