"""D10: the date under a draft is not in the form of official documents."""

import re
from collections.abc import Iterator

from desk.checks.numerals import value_of, year_of
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_LAST_LINES = 2
_DATE = re.compile(
    r"(?P<y>\d{4})(?:年(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]|(?P<sep>[-./])(?P<m2>\d{1,2})(?P=sep)(?P<d2>\d{1,2}))(?=(?:印发)?[）)]?$)"
)
_CHINESE = re.compile(
    r"(?P<y>[〇○零一二三四五六七八九]{4})年(?P<m>[一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})日$"
)
_UNIT_END = re.compile(r"[局委府办院会部站所队处室司团校馆心]$")
_LONGEST = 30  # characters of a unit and a date


def check(body: Passage) -> Iterator[Hit]:
    """Find a date that is alone at the end of the last two lines."""
    lines = [span for span in body.paragraphs if body.text[slice(*span)].strip()]
    for start, end in lines[-_LAST_LINES:]:
        line = body.text[start:end].rstrip()
        date = _DATE.search(line) or _CHINESE.search(line)
        if date is None or not _is_signature(line[: date.start()]):
            continue
        year, month, day = year_of(date["y"]), _value(date, "m"), _value(date, "d")
        fix = f"{year}年{month}月{day}日"
        if fix != date[0] and year and month and day:
            severity = Severity.INFO if date.re is _CHINESE else None
            message = f"成文日期用阿拉伯数字写全年、月、日，月、日不编虚位：“{fix}”。"
            place = start + date.start()
            yield Hit(place, place + len(date[0]), message, fix, severity=severity)


def _is_signature(before: str) -> bool:
    """Whether nothing but the name of a unit stands before the date."""
    words = before.strip(" \u3000\t（(")
    if not words:
        return True
    apart = before != before.rstrip() or (len(words) <= _LONGEST and _UNIT_END.search(words))
    return bool(apart) and not re.search(r"[，。；：、]", words)


def _value(date: re.Match[str], name: str) -> int:
    groups = date.groupdict()
    return value_of(groups[name] or groups.get(name + "2") or "") or 0


RULE = Rule(
    code="D10",
    name="成文日期",
    severity=Severity.WARNING,
    summary="成文日期用阿拉伯数字，年份写全，月、日不编虚位。",
    reason="“1”不写作“01”，也不用点、短横代替年月日。",
    source="GB/T 9704—2012 7.3.5.4",
    bad="特此反馈。\n云岭县水务局\n2026年03月09日",
    good="特此反馈。\n云岭县水务局\n2026年3月9日",
    check=check,
    needs=Need.BODY,
    by_paragraph=False,
)
