"""How much a draft looks like the answer to a commission: its number named, its words shared."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desk.commissions.commission import Commission
from desk.commissions.rules import CommissionRules

LEAST = 35  # of 100: from here on a draft is proposed, measured in tests/desk/commissions
LEAST_UNASKED = 60  # of a unit nobody asked
_WORD = "约稿"
_LOOKED_AT = 4_000  # characters of a text: topics stand at its beginning
_TITLE, _TEXT, _POINTS = 60, 25, 15  # what shared words are worth, of 100
_BLANK = re.compile(r"\s+")
_OTHER = re.compile(r"[\W\d_]+")
_OPEN, _CLOSE = r"[〔\[(【﹝〈<]", r"[〕\])】﹞〉>]"
# words any topic may be dressed in, longest first: they tell nothing of what it is about
_DRESS = re.compile(
    "|".join(
        (
            "贯彻落实情况|进展情况|推进情况|落实情况|开展情况|工作情况|有关情况|情况汇报|情况报告",
            "经验做法|典型做法|意见建议|对策建议|存在问题|困难问题|工作措施|工作进展|工作动态",
            "关于|报送|上报|有关|相关|情况|工作|做法|问题|建议|措施|经验|进展|成效|推进|开展|落实",
            "扎实|积极|切实|全力|全面|着力|大力|稳步|有序|有效|多措并举|加强|做好|强化|持续",
            "今年以来|今年|全县|全市|全省|我县|我市|本县|各地|及其|以及|的|和|与|及",
        )
    )
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a draft as they are compared; ``name`` is its file's."""

    name: str
    title: str
    text: str

    @property
    def whole(self) -> str:
        """Everything a number may stand in, without blanks and in one width."""
        return _plain("\n".join((self.name, self.title, self.text[:_LOOKED_AT])))


class Seen:
    """A draft's words, taken apart once for all commissions it is compared with."""

    def __init__(self, words: Words) -> None:
        self._words = words

    @cached_property
    def whole(self) -> str:
        """Where a number may stand."""
        return self._words.whole

    @cached_property
    def title(self) -> frozenset[str]:
        """Pairs of characters of the title and of the file's name."""
        return pairs(f"{self._words.title}\n{self._words.name.rpartition('.')[0]}")

    @cached_property
    def text(self) -> frozenset[str]:
        """Pairs of characters of title and text."""
        return self.title | pairs(self._words.text[:_LOOKED_AT])


def names_number(seen: Seen, commission: Commission, rules: CommissionRules, year: int) -> bool:
    """Whether a draft that came in a year names the commission's number, however written."""
    number = _number_of(commission)
    return bool(number) and number in set(numbers_in(seen.whole, rules, year))


def numbers_in(whole: str, rules: CommissionRules, year: int) -> Iterator[tuple[int, int]]:
    """Year and number of every commission named: 约稿〔2026〕12号, 2026年第12号约稿通知."""
    prefix = _plain(rules.pattern.partition("{year}")[0]).rstrip("〔[(【﹝〈<")
    if _WORD not in whole and (not prefix or prefix not in whole):
        return
    for pattern in _patterns(prefix):
        for found in pattern.finditer(whole):
            yield int(found["year"] or year), int(found["number"])


def score(seen: Seen, commission: Commission) -> int:
    """How much a draft shares of a commission's topic and points, of 100."""
    topic = pairs(bare(commission.title)) or pairs(commission.title)
    if not topic:
        return 0
    points = [one for line in commission.points if (one := pairs(bare(line)))]
    told = max((_share(one, seen.text) for one in points), default=_share(topic, seen.text))
    worth = _TITLE * _share(topic, seen.title) + _TEXT * _share(topic, seen.text) + _POINTS * told
    return round(worth)


def bare(text: str) -> str:
    """A topic without the words any topic may have."""
    return _DRESS.sub(" ", _plain(text))


def pairs(text: str) -> frozenset[str]:
    """Every two characters that stand side by side; figures and marks part them."""
    return frozenset(
        run[at : at + 2]
        for run in _OTHER.split(unicodedata.normalize("NFKC", text))
        for at in range(len(run) - 1)
    )


def _share(wanted: frozenset[str], held: frozenset[str]) -> float:
    return len(wanted & held) / len(wanted)


def _number_of(commission: Commission) -> tuple[int, int] | None:
    runs = re.findall(r"\d+", commission.number)
    return (_year(runs, commission.day), int(runs[-1])) if runs else None


def _year(runs: list[str], day: date) -> int:
    return int(runs[0]) if len(runs) > 1 else day.year


def _patterns(prefix: str) -> Iterable[re.Pattern[str]]:
    word = "|".join(dict.fromkeys(re.escape(one) for one in (prefix, _WORD) if one))
    return (
        re.compile(
            rf"(?:{word})(?:通知单?|函|任务)?[:：]?{_OPEN}?(?P<year>20\d\d)年?{_CLOSE}?"
            rf"[-—]?第?0*(?P<number>\d{{1,4}})(?:号|(?![\d月]|[.-]\d))"
        ),
        re.compile(rf"(?P<year>20\d\d)年?第?0*(?P<number>\d{{1,4}})号(?:{word})"),
        re.compile(rf"(?<![\d年])(?P<year>)第0*(?P<number>\d{{1,4}})号(?:{word})"),
        re.compile(rf"(?:{word})(?:通知单?|函|任务)?(?P<year>)第?0*(?P<number>\d{{1,4}})号"),
    )


def _plain(text: str) -> str:
    return _BLANK.sub("", unicodedata.normalize("NFKC", text))
