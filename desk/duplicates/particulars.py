"""What makes an event this one: its figures with what they count, its days and its places."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, auto
from functools import lru_cache

_DAY = (
    r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}[日号])?"
    r"|\d{1,2}(?:至\d{1,2})?月(?:\d{1,2}[日号]|[底初份])?"
    r"|\d{1,2}[日号](?![均常产])"
)
_TIME = r"\d{1,2}[时点](?:\d{1,2}分)?|\d{1,2}[:：]\d{2}"
_TOKEN = re.compile(
    rf"(?P<day>{_DAY}|{_TIME})|(?P<figure>\d+(?:[.,]\d+)*)(?P<counted>[万亿]?[^\W\d]|[%％])?"
)
_EXACT_TIME = re.compile("月.*日|分|:")
_KINDS = (
    "村|镇|乡|河|桥|社区|街道|水库|大桥|公司|小学|中学|学校|医院|小区|广场|大道|公路"
    "|合作社|工业园|产业园|市场|景区|车站|码头|隧道|敬老院|卫生院|电站|茶场|林场|养殖场"
)
_PLACE = re.compile(rf"[一-龥]{{2}}(?:{_KINDS})")
_NO_NAME = re.compile(
    "[各全该本某个些等与和及在的到为对向由是有重点行政自然乡城农进入驻包帮联基会所受"
    "通管护组织建成立镇村]"
)
_ROUND_THE_CLOCK = "24小"  # 24小时值班 stands in every report
_LARGE, _MIDDLING, _SMALL = 1000, 100, 10
_ALONE = 1.5  # rarity of a figure that needs no measure word to be recognised by


class Sort(IntEnum):  # as part of keys it is hashed a thousand times a draft
    """What a particular tells."""

    DAY = auto()
    FIGURE = auto()
    PLACE = auto()


@dataclass(frozen=True, slots=True)
class Particular:
    """A day, figure or place where it stands (code points); ``word`` is its normal form."""

    sort: Sort
    word: str
    start: int
    end: int

    @property
    def rarity(self) -> float:
        """How much two texts have in common that share it, from 0 to 2."""
        if self.sort is Sort.FIGURE:
            return _figure_rarity(self.word)
        return 0.8 if self.sort is Sort.PLACE else 1.0 if _EXACT_TIME.search(self.word) else 0.1


def numbers(text: str) -> Iterator[Particular]:
    """The days and figures of a text, in order."""
    for match in _TOKEN.finditer(text):
        if match["day"]:
            word = unicodedata.normalize("NFKC", match["day"]).replace("号", "日")
            yield Particular(Sort.DAY, word, match.start(), match.end())
        else:
            word = _figure(match["figure"], match["counted"] or "")
            yield Particular(Sort.FIGURE, word, match.start(), match.end("figure"))


def _figure(figure: str, counted: str) -> str:
    """A figure's normal form: a telling one is the same whatever word counts it (3.9万人、万名)."""
    figure = unicodedata.normalize("NFKC", figure).replace(",", "")
    counted = unicodedata.normalize("NFKC", counted).replace("名", "人")
    size = counted[0] if counted[:1] in ("万", "亿", "%") else ""
    return figure + (size if size or _figure_rarity(figure) >= _ALONE else counted)


def places(text: str) -> Iterator[Particular]:
    """What look like names of places and bodies, by two characters and the word for their kind."""
    for match in _PLACE.finditer(text):
        if not _NO_NAME.search(match[0][:2]):
            yield Particular(Sort.PLACE, match[0], match.start(), match.end())


def particulars(text: str) -> Iterator[Particular]:
    """All days, figures and places of a text."""
    yield from numbers(text)
    yield from places(text)


@lru_cache(maxsize=50_000)
def _figure_rarity(word: str) -> float:
    """3个 says next to nothing, 1268户 or 12.6公里 nearly everything."""
    if word == _ROUND_THE_CLOCK:
        return 0.0
    digits = re.match(r"\d+(?:\.\d+)?", word)
    value = float(digits[0]) if digits else 0.0
    if value >= _LARGE or value != int(value):
        return 2.0
    if value >= _MIDDLING:
        return 1.5 if value % _MIDDLING else 0.8
    return 0.8 if value > _SMALL and value % _SMALL else 0.2
