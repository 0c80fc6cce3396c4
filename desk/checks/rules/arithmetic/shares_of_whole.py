"""A05: the shares of one whole don't make 100 %, or a table's share isn't part by total."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from desk.checks.grids import shares_in
from desk.checks.masks import Span
from desk.checks.passage import Field, Passage
from desk.checks.quantities.model import Quantity, Role
from desk.checks.quantities.units import PERCENT
from desk.checks.rule import Hit, Need, Place, Rule, Severity
from desk.checks.sums import Interval, decimal, total
from desk.checks.whole import Whole

_RATIO = re.compile(r"(?<![\d.:：∶])\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?){2}(?![\d.:：∶])")
_STRUCTURE = re.compile(r"结构|比重|构成|占比|比例|之比|产业.{0,4}比")
_INDUSTRIES = re.compile(r"三次产业|[一第]一?、二、(?:第)?三(?:次)?产业|三产|产业")
_CLOSED = re.compile(
    r"其他|其它|其余|剩余|余下|三次产业|一、二、三(?:次)?产业|第一、(?:第)?二、(?:第)?三产业|三产"
    r"|不满意|不合格|不了解|不赞成|不同意|未.{1,4}的?占"
)
_KIND = re.compile(r"占|比重|构成|结构|比例|份额")
_NAMED = re.compile(r"(?:占比|比重)(?:分别)?[为是]?$")
_OPEN = re.compile(r"^[^，。；、\d]{0,8}等(?![级额距])")
_NO_SHARE = re.compile(
    r"增速|增长|下降|完成|合格率|满意率|满意度|覆盖率|达标率|[率度]分别|贡献率|提高|超过|多于"
)
_TAKES = re.compile("占(?:比|总数的)?(?:为|达)?$")
_OPPOSITES = (
    ("男", "女"),
    ("城镇", "农村"),
    ("城镇", "乡村"),
    ("公办", "民办"),
    ("线上", "线下"),
    ("内销", "外销"),
    ("税收", "非税"),
    ("本地", "外地"),
    ("党员", "非党员"),
    ("脱贫户", "非脱贫户"),
)
_SLIP = Fraction(10)  # what is further off isn't two shares of one whole
_PARTED = re.compile(r"[。！？\n；]|其中")
_WHOLE = Fraction(100)
_LEAST = 3


def judge(whole: Whole) -> Iterator[Hit]:
    """Add the shares of a closed list and of a ratio; check the shares of tables."""
    body = whole.body
    for match in _RATIO.finditer(body.text):
        yield from _ratio(whole, match)
    if PERCENT in body.text or "％" in body.text:
        closed = (shares for shares in _runs(body) if _is_closed(body, shares))
        for shares in (*_pairs(body), *closed):
            if not _fits([_meant(one) for one in shares]):
                yield _told(whole, shares)
    for sheet in whole.sheets:
        for one in shares_in(sheet):
            yield Hit(
                one.cell.start,
                one.cell.end,
                f"表中{one.label}与部分除以总数不符：{one.arithmetic}。",
                field=Field.TABLE,
                choices=(one.made,),
                operands=tuple(Place(Field.TABLE, part.start, part.end) for part in one.parts),
                sum=one.arithmetic,
            )


def _ratio(whole: Whole, match: re.Match[str]) -> Iterator[Hit]:
    """三次产业结构为10∶65∶25."""
    numbers = re.split("[:：∶]", match[0])
    before = whole.body.text[max(0, match.start() - 40) : match.start()]
    clause = re.split(r"[。；\n]", before)[-1]
    values = [Fraction(number) for number in numbers]
    made = sum(values, Fraction(0))
    is_of_100 = _STRUCTURE.search(clause) and _INDUSTRIES.search(clause)
    if not is_of_100 or not Fraction(80) <= made <= Fraction(120):
        return
    intervals = [
        Interval(value - slack, value + slack)
        for value, number in zip(values, numbers, strict=True)
        for slack in (Fraction(1, 2 * 10 ** len(number.partition(".")[2])),)
    ]
    if not _fits(intervals):
        places = max(len(number.partition(".")[2]) for number in numbers)
        arithmetic = f"{'+'.join(numbers)}={decimal(made, places)}≠100"
        message = f"三次产业之比合计不是100：{arithmetic}。"
        yield Hit(*match.span(), message, sum=arithmetic)


def _pairs(body: Passage) -> Iterator[list[Quantity]]:
    """Two shares side by side of what has no third: 男性占52%，女性占48%."""
    for one, two in pairwise(body.quantities):
        if one.unit == two.unit == PERCENT and one.is_exact and two.is_exact:
            near = abs(one.value + two.value - _WHOLE) <= _SLIP
            parted = _PARTED.search(body.text, one.end, two.start)
            if near and not parted and _are_opposite(one.before, two.before):
                yield [one, two]


def _are_opposite(one: str, two: str) -> bool:
    """Whether two clauses differ in one word that leaves no third: 城镇居民占, 农村居民占."""
    first, other = (words.lstrip("，、") for words in (one, two))
    return bool(_TAKES.search(first)) and any(
        first.startswith(left) and other == right + first.removeprefix(left)
        for pair in _OPPOSITES
        for left, right in (pair, pair[::-1])
    )


def _runs(body: Passage) -> Iterator[list[Quantity]]:
    """The shares that stand one after the other, without a stop between them."""
    run: list[Quantity] = []
    for one in body.quantities:
        if one.unit != PERCENT or one.is_chinese:
            continue
        is_share = one.role is Role.SHARE or bool(_NAMED.search(one.before))
        is_share = is_share and not _NO_SHARE.search(one.before)
        if run and (not is_share or _PARTED.search(body.text, run[-1].end, one.start)):
            yield from [run] if len(run) >= _LEAST else []
            run = []
        if is_share:
            run.append(one)
    if len(run) >= _LEAST:
        yield run


def _is_closed(body: Passage, shares: Sequence[Quantity]) -> bool:
    """Whether the words say that nothing is left out, and all are shares of one whole."""
    start = max(body.text.rfind(sign, 0, shares[0].start) for sign in "。；\n") + 1
    told = body.text[start : shares[-1].end + 6]
    if not _KIND.search(told) or _NO_SHARE.search(body.text[start : shares[0].start]):
        return False
    if _OPEN.match(body.text[shares[-1].end : shares[-1].end + 12]) or not all(
        one.is_exact for one in shares
    ):
        return False
    made = sum((one.value for one in shares), Fraction(0))
    last = body.text[shares[-2].end : shares[-1].end + 6]
    if _CLOSED.search(told) and (len(shares) == _LEAST or _CLOSED.search(last)):
        return Fraction(85) <= made <= Fraction(115)
    each_told = all("占" in one.before for one in shares)
    return each_told and made > _WHOLE and made <= Fraction(115) and _is_one_whole(shares)


def _is_one_whole(shares: Sequence[Quantity]) -> bool:
    """Whether the figures follow one another in one way: 甲占…、乙占…、丙占…."""
    return len({one.before.count("占") for one in shares}) == 1 and not any(
        "总" in one.before or "全" in one.before for one in shares[1:]
    )


def _meant(share: Quantity) -> Interval:
    return total([share])


def _fits(shares: Sequence[Interval]) -> bool:
    """Whether rounding explains the sum; errors that all are half a unit don't happen."""
    low = sum((one.low for one in shares), Fraction(0))
    high = sum((one.high for one in shares), Fraction(0))
    return low < _WHOLE < high


def _told(whole: Whole, shares: Sequence[Quantity]) -> Hit:
    text = whole.body.text
    places = max(one.places for one in shares)
    made = decimal(sum((one.value for one in shares), Fraction(0)), places)
    printed = "+".join(f"{text[slice(*one.digits)]}%" for one in shares)
    arithmetic = f"{printed}={made}%≠100%"
    span: Span = (shares[0].start, shares[-1].end)
    operands = tuple(Place(whole.running, one.start, one.end) for one in shares)
    message = f"各项占比合计不是100%：{arithmetic}。"
    return Hit(*span, message, operands=operands, sum=arithmetic)


RULE = Rule(
    code="A05",
    name="构成≠100%",
    severity=Severity.ERROR,
    summary="列全的各项占比之和等于100%。",
    reason="占比合计不是100%，必有一项是错的。",
    source="种子规则：有关数据必须认真校对",
    bad="从渠道看，电话投诉占62%、网络投诉占25%、其他占15%。",
    good="从渠道看，电话投诉占62%、网络投诉占25%、其他占13%。",
    judge=judge,
    needs=Need.TOGETHER,
)
