"""The most instructive edit of a draft: one sentence as it came and as it was printed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from desk.body import Body
from desk.checks.engine import check
from desk.checks.manuscript import Manuscript
from desk.checks.masks import HAN
from desk.checks.persons import SURNAME, may_be_name
from desk.reports.teaching import Pair

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]")
_SHORTEST, _LONGEST = 12, 70  # characters of a sentence that teaches something
_ALIKE, _SAME = 50, 96  # per cent; below it is another sentence, above only a mark differs
_LEAST_SCORE = 5.0
_TRIED = 4  # of the best; one with personal data is passed over
# What could name or reach a person; officials with their posts stand in the public text anyway.
_PERSONAL = re.compile(r"\d{7}|@|某|身份证|手机|电话|住址|户主|患者|家长|学生[^们]{2,3}[，说]")
_PRIVATE_PERSON = re.compile(
    r"(?:村民|居民|群众|[农住用商]户|[低五]保户|贫困户|脱贫户|户主|司机|驾驶员|工人|农民工|老人|儿童|孤儿|学生|"
    r"人员|伤者|患者|死者|逝者|业主|店主|车主|家属|[上信]访人|当事人|残疾人|嫌疑人)"
    rf"(?P<name>{SURNAME}[{HAN}]{{1,2}})"
)
_PRIVATE = ("C01", "C02", "C03", "C04", "C05", "C06")


def pair_of(before: Body, after: Body, title: str = "") -> tuple[float, Pair] | None:
    """The pair that teaches most, with how much it does; None where nothing was rewritten."""
    found = sorted(_scored(before, after), reverse=True)[:_TRIED]
    for score, old, new in found:
        if score >= _LEAST_SCORE and not (_is_private(old) or _is_private(new)):
            return score, Pair(old, new, title)
    return None


def _scored(before: Body, after: Body) -> Iterator[tuple[float, str, str]]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy, loaded on use

    written, edited = _sentences(before), _sentences(after)
    fresh = [one for one in edited if one not in set(written)]
    if not fresh:
        return
    for old in written:
        if old in edited:
            continue
        best = process.extractOne(old, fresh, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if best is not None and best[1] <= _SAME:
            yield _worth(old, best[0], best[1]), old, best[0]


def _worth(old: str, new: str, alike: float) -> float:
    """Much changed, and shorter than before: that is what a unit can learn from."""
    return (100 - alike) + 40 * (len(old) - len(new)) / len(old)


def _sentences(body: Body) -> list[str]:
    found = (match[0].strip() for one in body.paragraphs for match in _SENTENCE.finditer(one.text))
    return [one for one in found if _SHORTEST <= len(one) <= _LONGEST]


@lru_cache(maxsize=512)
def _is_private(sentence: str) -> bool:
    named = (may_be_name(found["name"]) for found in _PRIVATE_PERSON.finditer(sentence))
    if _PERSONAL.search(sentence) or any(named):
        return True
    found = check(Manuscript(body=sentence, is_fragment=True))
    return any(one.rule.startswith(_PRIVATE) for one in found)
