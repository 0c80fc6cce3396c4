"""Faults that drafts really have, each with the rule that finds it (checks.md)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from desk.demo.blanks import WEEKDAYS

_DATE = re.compile(r"(\d{1,2})月(\d{1,2})日")
_SHORT_MONTHS = {2: 30, 4: 31, 6: 31, 9: 31, 11: 31}
_LONG = 125  # characters; S04 counts sentences above 120
_NUMERALS = "一二三四五六"


@dataclass(frozen=True, slots=True)
class Text:
    """A title and its paragraphs, about one day and from one unit."""

    title: str
    paragraphs: tuple[str, ...]
    unit: str
    day: date

    def joined(self) -> str:
        """The paragraphs as one string."""
        return "\n".join(self.paragraphs)

    def with_title(self, title: str) -> "Text":
        """The same text under another title."""
        return Text(title, self.paragraphs, self.unit, self.day)

    def with_body(self, joined: str) -> "Text":
        """The same title over another text."""
        return Text(self.title, tuple(joined.split("\n")), self.unit, self.day)


Spoil = Callable[[Text, Random], Text | None]


def _in_body(
    pattern: str, replacement: str | Callable[[re.Match[str]], str], count: int = 0
) -> Spoil:
    """Spoil every place of a pattern, or the first ``count``; None where there is none."""
    found = re.compile(pattern, re.MULTILINE)

    def spoil(text: Text, _random: Random) -> Text | None:
        changed, times = found.subn(replacement, text.joined(), count=count)
        return text.with_body(changed) if times else None

    return spoil


def _title_mark(mark: str) -> Spoil:
    return lambda text, _random: text.with_title(text.title + mark)


def _first_person(text: Text, _random: Random) -> Text | None:
    ending = next((end for end in ("街道", "局", "镇", "乡") if text.unit.endswith(end)), None)
    if ending is None or not text.title.startswith(text.unit):
        return None
    return text.with_title(f"我{ending}" + text.title.removeprefix(text.unit))


def _miscount(text: Text, _random: Random) -> Text | None:
    """Let the title announce one measure more than the text has."""
    said = re.search(rf"([{_NUMERALS[1:5]}])(?=项?(?:举措|措施))", text.title)
    if said is None:
        return None
    more = _NUMERALS[_NUMERALS.index(said[1]) + 1]
    return text.with_title(text.title[: said.start()] + more + text.title[said.end() :])


_LEADS = (
    "提高政治站位压实工作责任狠抓措施落实推动各项重点工作走深走实见行见效",
    "坚持目标导向问题导向结果导向高位推动多措并举持续用力久久为功确保",
    "聚焦中心工作主动靠前服务创新方式方法凝聚各方合力以钉钉子精神推动",
)


def _long_title(text: Text, random: Random) -> Text:
    return text.with_title(random.choice(_LEADS) + text.title)


def _half_width(text: Text, random: Random) -> Text:
    chosen = random.randrange(len(text.paragraphs))
    narrow = str.maketrans({"，": ",", "；": ";", "：": ":"})
    paragraphs = list(text.paragraphs)
    paragraphs[chosen] = paragraphs[chosen].translate(narrow)
    return text.with_body("\n".join(paragraphs))


def _impossible_day(text: Text, _random: Random) -> Text | None:
    for found in reversed(list(_DATE.finditer(text.joined()))):
        if last := _SHORT_MONTHS.get(int(found[1])):
            joined = text.joined()
            return text.with_body(
                f"{joined[: found.start()]}{found[1]}月{last}日{joined[found.end() :]}"
            )
    return None


def _wrong_weekday(text: Text, random: Random) -> Text | None:
    joined = re.sub(r"（星期.）", "", text.joined())
    for found in _DATE.finditer(joined):
        if (int(found[1]), int(found[2])) == (text.day.month, text.day.day):
            right = text.day.weekday()
            wrong = WEEKDAYS[(right + random.randint(1, 6)) % 7]
            return text.with_body(f"{joined[: found.end()]}（星期{wrong}）{joined[found.end() :]}")
    return None


def _endless(text: Text, _random: Random) -> Text | None:
    """Join the sentences of the longest paragraph by commas."""
    longest = max(text.paragraphs, key=len)
    if len(longest) < _LONG or "：" in longest:
        return None
    flowing = longest[:-1].replace("。", "，").replace("；", "，") + "。"
    return text.with_body(text.joined().replace(longest, flowing))


def _skipped(text: Text, _random: Random) -> Text | None:
    """Skip a number of a sequence that ends with the third."""
    joined = text.joined()
    for third, fourth in (("三是", "四是"), ("（三）", "（四）")):
        if joined.count(third) == 1 and fourth not in joined:
            return text.with_body(joined.replace(third, fourth))
    return None


FAULTS: dict[str, Spoil] = {
    "T01": _title_mark("！"),
    "T02": _title_mark("。"),
    "T06": _long_title,
    "T08": _miscount,
    "T09": _first_person,
    "P01": _half_width,
    "P02": _in_body(r"“([^”\n]{2,8})”", r"“\1", 1),
    "P03": _in_body(r"。$", "。。", 1),
    "P05": _in_body(r"、([\u4e00-\u9fff]{2,5})等(?=[问部方群产环])", r"、\1、等", 1),
    "P08": _in_body(r"^（([一二三四])）", r"（\1）、"),
    "P09": _in_body(r"^(首先|其次)，", r"\1、"),
    "P10": _in_body(r"^([一二三四])是", lambda found: f"{_NUMERALS.index(found[1]) + 1}、"),
    "P11": _in_body(r"^([一二三四])是", r"\1是，"),
    "N02": _in_body(r"(?<!\d)0(\.\d)(?=个百分点|%|℃)", r"\1", 1),
    "N05": _in_body(r"约(\d+)(?=[户人吨名])", r"约\1余", 1),
    "N08": _in_body(r"下降(\d+(?:\.\d+)?)%", r"增长-\1%", 1),
    "D01": _impossible_day,
    "D02": _wrong_weekday,
    "W01": _in_body(r"截至(?=\d|\{|去年)", "截止", 1),
    "W02": _in_body(r"其他", "其它"),
    "W03": _in_body(r"台账|欠账", lambda found: found[0][0] + "帐"),
    "W08": _in_body(r"(开展|落实)(?=[^，。]{2})", r"\1\1", 1),
    "W14": _in_body(r"^(?=[一二三]是)", "\uf06c", 2),
    "S01": _in_body(r"该(?=局|镇|乡|街道|大队|县)", "我", 1),
    "S04": _endless,
    "E13": _in_body(r"\d+(?:\.\d+)?(?=万元|户|人次)", "XX", 1),
    "F02": _skipped,
}
