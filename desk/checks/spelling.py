"""Two characters that are no word but sound or look like a frequent one: 遏至 for 遏制.

How likely a slip is, is told by how often the right word is written, against how often the
two characters would meet by chance, each a word by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log2

from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.sounds import look_alike, sound_of
from desk.paths import RESOURCES

_PAIR = 2
_SURE = 600  # so many times as often is the word written as the two characters meet
_DOUBTFUL = 5  # doublings more where a neighbour may belong to an unknown word
_BY_FREEDOM = (0, 1, 2, 3)  # doublings more where one of the characters often stands alone
_CHANCE = 0.02  # what pairs that were never seen are taken to be seen
_CLEARLY = 3  # so many doublings is the right word ahead of the next one
_KNOWN = re.compile(f"[{HAN}]")
_PLACE = frozenset("村镇乡县区街路湖河江山岛桥庄屯寨湾坪沟港州庙寺塔洞峰岭园堡营店铺厂社组")
_SURNAMES = frozenset(
    "赵钱孙李吴郑王冯陈褚卫蒋沈韩杨朱秦尤许吕张孔曹严华魏陶姜谢邹柏窦章潘葛奚范彭郎鲁韦马苗"
    "俞袁柳鲍史唐费薛雷贺倪汤罗毕郝邬傅康伍余顾孟黄穆萧尹姚邵汪祁毛贝臧戴宋庞熊纪舒屈项祝董梁"
    "杜阮蓝闵季贾童郭梅盛林钟徐邱骆夏蔡田胡凌霍虞柯卢莫房丁邓洪石崔龚程邢裴陆翁荀惠甄曲封靳段"
    "侯武刘龙叶黎白蒲卓蔺池乔温庄晏柴瞿阎廖欧聂曾敖冷辛饶肖付覃佘娄栾楼"
)
# Characters that are words by themselves more often than not.
_FREE = frozenset(
    "的地得了着过在和与对为及并将把被向从以到等是有无不未已再又也都还均各每其该此之而但或若由于因就随即便"
    "很更最太较可能应须需要会让使给请共同经按据依自至往比跟个名条项件家户人次年月日时上下中内外前后里间"
    "一二三四五六七八九十两几多第约近达超逾且则所者式性化率级类型型版种见说称去来做作用有办"
)
_AFTER_NAME = frozenset("、（，")
_TITLES = frozenset("长记任员师授士生民人者属户主事工友某理司官兵手副叫名是由")


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Words and single characters by the logarithm of how often they are written."""

    total: int
    words: dict[str, int]
    signs: dict[str, int]  # as words of one character
    freedom: dict[str, int]  # 0 to 3: how big a part of its uses that is
    never: frozenset[str]  # pairs that are met in right texts
    phrases: frozenset[str]  # of four characters


def misspelt_pairs(text: Passage) -> Iterator[tuple[int, int, str]]:
    """Yield place and right word of pairs that a frequent word was meant by."""
    previous = -1
    for start, end in text.words.items():
        if end - start != 1:
            continue
        begin, previous = previous, start
        if begin != start - 1 or begin < 0:
            continue
        right, doublings = _meant(text.own[begin:end])
        if (
            right
            and doublings >= _demanded(text, begin, right)
            and not _is_name(text, begin)
            and _fits(text.text, begin, right)
        ):
            yield begin, end, right


def _demanded(text: Passage, begin: int, right: str) -> int:
    """By how many doublings a word must be likelier, given what stands around the pair."""
    whole, end = text.text, begin + _PAIR
    known = frequencies()
    kept = whole[begin] if whole[begin] == right[0] else whole[end - 1]
    if kept not in known.signs:
        return 0
    is_joined = (text.words.get(begin - 1) == begin and _is_content(whole[begin - 1])) or (
        text.words.get(end) == end + 1 and _is_content(whole[end])
    )
    freedom = max(known.freedom.get(sign, 0) for sign in whole[begin:end])
    return _DOUBTFUL * is_joined + _BY_FREEDOM[freedom]


def _is_content(sign: str) -> bool:
    """Whether a character that stands alone may be half of an unknown word."""
    return bool(_KNOWN.match(sign)) and sign not in _FREE


@lru_cache(maxsize=16384)
def _meant(pair: str) -> tuple[str, int]:
    """The one frequent word a pair is likely to stand for, and by how many doublings."""
    from desk.checks.words import is_word  # noqa: PLC0415 - heavy, loaded on use

    if len(pair) != _PAIR or not all(map(_KNOWN.match, pair)):
        return "", 0
    known, words = frequencies(), _candidates(pair)
    if not words or pair in known.never or pair in known.words or is_word(pair):
        return "", 0
    ranks = sorted(((known.words[word], word) for word in words), reverse=True)
    rank, right = ranks[0]
    if len(ranks) > 1 and ranks[1][0] + _CLEARLY > rank:
        return "", 0
    met = known.signs.get(pair[0], 0) + known.signs.get(pair[1], 0)
    times = 2**rank / (_SURE * (2**met / known.total + _CHANCE))
    return (right, int(log2(times))) if times > 1 else ("", 0)


def _candidates(pair: str) -> set[str]:
    first, second = pair[0], pair[1]
    index = _index()
    keys = [(0, first, sound_of(second)), (1, second, sound_of(first))]
    keys += [(0, first, sign) for sign in look_alike(second)]
    keys += [(1, second, sign) for sign in look_alike(first)]
    return {word for key in keys for word in index.get(key, ())} - {pair}


def _is_name(text: Passage, begin: int) -> bool:
    """Whether a pair may belong to the name of a person, a place or a unit."""
    whole, end = text.text, begin + _PAIR
    pair, after = whole[begin:end], whole[end : end + 1]
    if whole[max(0, begin - 2)] in pair or whole[end + 1 : end + 2] in tuple(pair):
        return True  # 随到随收
    if whole.count(pair) > 1 or after in _PLACE or "·" in whole[max(0, begin - 4) : end + 4]:
        return True
    if whole[end - 1] in _PLACE or any(pair in unit.full for unit in text.context.office.units):
        return True
    start, stop = begin, end
    while text.words.get(start - 1) == start:
        start -= 1
    while text.words.get(stop) == stop + 1 and _KNOWN.match(whole[stop]):
        stop += 1
    return any(
        whole[place] in _SURNAMES
        and (
            not _KNOWN.match(whole[place - 1 : place])
            or whole[place - 1] in _TITLES
            or whole[stop : stop + 1] in _AFTER_NAME
        )
        for place in range(max(start, begin - 1), begin + 1)
    )


def _fits(text: str, begin: int, right: str) -> bool:
    """Whether the right word is a word, or part of one, between the words around it."""
    from desk.checks.words import words_in  # noqa: PLC0415 - heavy, loaded on use

    left = next((at for at in range(begin - 1, -1, -1) if not _KNOWN.match(text[at])), -1) + 1
    end = begin + _PAIR
    stop = next((at for at in range(end, len(text)) if not _KNOWN.match(text[at])), len(text))
    left, stop = max(left, begin - 12), min(stop, end + 12)
    words = words_in(text[left:begin] + right + text[end:stop])
    return any(one <= begin - left and end - left <= other for one, other in words.items())


@cache
def _index() -> dict[tuple[int, str, str], list[str]]:
    """The frequent words by the character that stays and the sign or sound of the other."""
    found: dict[tuple[int, str, str], list[str]] = {}
    for word in frequencies().words:
        first, second = word[0], word[1]
        for key in (
            (0, first, second),
            (0, first, sound_of(second)),
            (1, second, first),
            (1, second, sound_of(first)),
        ):
            found.setdefault(key, []).append(word)
    return found


@cache
def frequencies() -> Frequencies:
    """The words that are written often, as they are delivered."""
    total, never, phrases = 0, frozenset[str](), frozenset[str]()
    words: dict[str, int] = {}
    signs: dict[str, int] = {}
    freedom: dict[str, int] = {}
    for line in (RESOURCES / "words" / "spelling.txt").read_text("utf-8").splitlines():
        kind, *rest = line.split(" ")
        if kind == "数":
            total = int(rest[0])
        elif kind == "词":
            words.update(dict.fromkeys(rest[1:], int(rest[0])))
        elif kind == "字":
            signs.update(dict.fromkeys(rest[2], int(rest[0])))
            freedom.update(dict.fromkeys(rest[2], int(rest[1])))
        elif kind == "除":
            never = frozenset(rest)
        elif kind == "语":
            phrases = frozenset(rest)
    return Frequencies(total, words, signs, freedom, never, phrases)
