"""Shares: what part of how much a printed share is of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.checks.figures.groups import groups_in, is_negative
from desk.checks.quantities.model import Hedge, Quantity, Role
from desk.checks.quantities.units import DOUBLINGS, PERCENT, POINTS, RATES, TIMES
from desk.checks.sums import Interval, meant, result

_PAIR = 2  # a part and its whole
_SENTENCE = re.compile(r"[。！？!?\n]")
_SOFT = r"(?:约|近|超过?|逾|达|为|到|不足|不到|已|仅|均|接近|将近|大约|了|的比[例重]|比[例重]?|只)*"
_OF = re.compile(rf"^[^，。；、\d]{{0,8}}的{_SOFT}$")
_TAKES = re.compile(r"(?:占|完成|达到?|为|是|相当于|实现)[^，。；]{0,16}$")
_BARE = re.compile(rf"^[，、,（(；]?(?:{_SOFT}|总体|分别)占{_SOFT}$")
_NAMED = re.compile(
    rf"(?P<verb>占|完成|达到?|为|实现)(?:了|到)?(?P<noun>[^，。；、\d]{{1,14}}?)的{_SOFT}$"
)
_QUOTA = re.compile(
    rf"(?:^|[，、,（(；])[^，。；、\d]{{0,10}}?(?P<stem>[^，。；、\d的]{{2,6}}?)(?:率|面|进度|比例){_SOFT}$"
)
_TARGET = re.compile(r"计划|规划|目标|任务|指标|预算|应|需|拟")
_TOTAL = re.compile(
    r"计划|目标|任务|预算|应|需|共|总|合计|全部|受理|收到|排查|发现|检查|抽检|抽查|检测|申报|报名|有"
)
_ALL = re.compile(
    r"共|总|合计|全[县市镇村乡年区部]|抽[查检样]|检查|排查|受理|收到|调查|走访|招聘|现有|应|计划|问卷"
)
_ANY = re.compile(r"总体|整体|平均|综合|累计|全[县市年]|[首已均为达到的]")
_UNDONE = re.compile(r"未|剩|尚|其余|仍|计划|目标|任务|应|需|预算|拟|待")
_DONE_BY = re.compile(rf"^[，、（(]?(?:已|共|累计|实际|目前)?完成{_SOFT}$")
_GOAL = re.compile(r"计划|目标|任务|指标|应")
_OTHERWISE = re.compile(
    f"{_UNDONE.pattern}|到位|开工|启动|招标|签约|拨付|支付|下达|批复|落实|流转|完成设计"
)
_FITTED = re.compile(
    r"(?:普及|气化|入户|安装|配备|通达|参与|开通|接入|持证|建档|投保|上线|通车|硬化)$"
)
_ALWAYS_OTHER = re.compile(
    r"增长|失业|利|税|收益|回报|发病|死亡|出生|汇|增速|中签|覆盖|森林|绿化|入学|城镇化|机械化|自给|贡献|负债"
    r"|净化|利用|回收|节能|折扣|溢价|毛利|占有|出勤|命中|升学|入园|化解|知晓|满意"
)
_LEVELS = frozenset({Role.LEVEL, Role.TO, Role.MEAN})


@dataclass(frozen=True, slots=True)
class Share:
    """A printed share with what it is of.

    Attributes:
        share: the figure in per cent.
        part, whole: what the words say it is made of.
        near: all figures of the paragraph, of which another pair may excuse it.
        is_plain: nothing else in the sentence could be meant instead.
    """

    share: Quantity
    part: Quantity
    whole: Quantity
    near: tuple[Quantity, ...]
    is_plain: bool

    @property
    def expected(self) -> Interval | None:
        """The per cent that part and whole allow, None of a whole that may be zero."""
        whole = meant(self.whole)
        if whole.low <= 0:
            return None
        are_alike = self.part.is_exact and self.whole.scale == self.part.scale
        if self.whole.is_exact and (are_alike or _TARGET.search(self.whole.before)):
            # a target is a round figure, not rounded; beside 1.2亿元, 3亿元 is 3.0
            slack = min(self.whole.slack, self.part.slack)
            whole = Interval(self.whole.value - slack, self.whole.value + slack)
        return (meant(self.part) / whole).times(100)

    @property
    def is_excused(self) -> bool:
        """Whether some other two figures of one unit give the share."""
        printed = result(self.share)
        levels = [one for one in self.near if one.unit not in RATES and one.unit != POINTS]
        wholes = [
            (one, printed.low * one.low, printed.high * one.high) for one in levels if one.low > 0
        ]
        return any(
            low <= most and least <= high
            for part in levels
            for least, most in ((100 * part.low, 100 * part.high),)
            for whole, low, high in wholes
            if part.unit == whole.unit and (part, whole) != (self.part, self.whole)
            if part is not whole
        )


def shares_in(text: str, quantities: Sequence[Quantity]) -> Iterator[Share]:
    """Yield the shares whose part and whole are told in the same sentence or the one before."""
    earlier: tuple[Quantity, ...] = ()
    for sentence in groups_in(text, quantities, _SENTENCE):
        for place, one in enumerate(sentence):
            if _is_share(text, one):
                pair = _pair(text, earlier, sentence, place)
                if pair:
                    yield Share(
                        one,
                        *pair,
                        tuple(quantities),
                        _is_plain(text, (*earlier, *sentence[:place]), *pair),
                    )
        earlier = sentence


def _is_share(text: str, one: Quantity) -> bool:
    is_per_cent = one.unit == PERCENT and one.role in (Role.SHARE, Role.TO)
    is_plain = not one.is_range and "分别" not in one.before and not is_negative(text, one)
    return is_per_cent and is_plain


def _pair(
    text: str, earlier: Sequence[Quantity], sentence: Sequence[Quantity], place: int
) -> tuple[Quantity, Quantity] | None:
    """Part and whole as the words in front of a share name them."""
    one, before = sentence[place], sentence[:place]
    here = _since_stop(text, before, one)
    last = before[-1] if before else None
    if last and _OF.match(text[last.end : one.start]) and _TAKES.search(last.before):
        return _with_part(here[:-1], last)
    if _BARE.match(one.before):
        return _taken(text, earlier, before)
    if _DONE_BY.match(one.before):
        return _of_target(text, here, one)
    return _of_noun(text, sentence, place, here)


def _of_noun(
    text: str, sentence: Sequence[Quantity], place: int, here: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """Part and whole of 占计划的75% or 整改率75%, where a noun names the whole or the part."""
    one = sentence[place]
    if match := _NAMED.search(one.before):
        pair = _of_named(text, sentence[:place], match["noun"])
        return pair or _told_later(sentence, place, match["noun"])
    if match := _QUOTA.search(one.before):
        return _of_rate(here, match["stem"])
    return None


def _since_stop(text: str, before: Sequence[Quantity], one: Quantity) -> Sequence[Quantity]:
    """The figures of the same item, in front."""
    start = text.rfind("；", 0, one.start)
    return [figure for figure in before if figure.start > start]


def _with_part(before: Sequence[Quantity], whole: Quantity) -> tuple[Quantity, Quantity] | None:
    """The nearest level of the whole's unit: 3120人，完成年度任务4000人的78%."""
    for one in reversed(before):
        if one.unit == whole.unit and one.role in _LEVELS:
            return one, whole
    return None


def _taken(
    text: str, earlier: Sequence[Quantity], before: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """Part and whole of a plain 占40%: the figure just before, and the one it is taken from."""
    if len(before) > 1 and before[-1].hedge is not Hedge.NONE:
        limit, one = before[-1], before[-2]  # 84个村收入超过10万元，占
        before = before[:-1] if limit.clause == one.clause and limit.unit != one.unit else before
    if not before or not _is_level(before[-1]):
        return None
    part = before[-1]
    head = max(text.rfind(stop, 0, part.start) for stop in "。！？\n") + 1
    if text.startswith(("其中", "这其中", "当中"), head):
        return _from_before(text, [*earlier, *before[:-1]], part)
    among = re.search(
        "其中|(?<![集高初])中(?!心|等|学|药|医|小|央)|共", text[before[0].start : part.start]
    )
    pair = _from_before(text, before[:-1], part)
    if among or (pair and _ALL.search(text[pair[1].start - len(pair[1].before) : pair[1].start])):
        return pair
    return None


def _from_before(
    text: str, known: Sequence[Quantity], part: Quantity
) -> tuple[Quantity, Quantity] | None:
    """The last figure that may hold the part and is no part with a share of its own."""
    plain = [one for one in known if _may_hold(one, part) and not _has_share(text, one)]
    return (part, plain[-1]) if plain else None


def _is_level(one: Quantity) -> bool:
    return one.role in _LEVELS and one.unit not in {*RATES, POINTS, TIMES, DOUBLINGS, ""}


def _may_hold(one: Quantity, part: Quantity) -> bool:
    return one.unit == part.unit and one.role in _LEVELS and one.high >= part.low


def _has_share(text: str, one: Quantity) -> bool:
    """Whether a figure is itself followed by its share."""
    return bool(re.match(r"[^，。；]{0,4}[，、（(]?约?占", text[one.end : one.end + 8]))


def _of_named(text: str, before: Sequence[Quantity], noun: str) -> tuple[Quantity, Quantity] | None:
    """Part and whole of 占计划的三成, where the plan is told in front."""
    levels = [one for one in before if _is_level(one)]
    if len(levels) < _PAIR or text.find("。", levels[0].end, levels[-1].start) >= 0:
        return None
    part = levels[-1]
    key = _TARGET.search(noun)
    for one in reversed(levels[:-1]):
        named = text[one.start - len(one.before) : one.start]
        is_total = "总" in noun and ("总" in named or one.unit in noun)
        is_named = _TARGET.search(named) if key else is_total or _is_named(noun, named)
        if one.unit == part.unit and is_named:
            return part, one
    return None


def _of_target(
    text: str, here: Sequence[Quantity], share: Quantity
) -> tuple[Quantity, Quantity] | None:
    """Part and whole of a bare 完成75% behind 任务4.5万亩，建成3.15万亩."""
    if len(here) < _PAIR or not re.fullmatch("[，、（(]", text[here[-1].end : share.start][:1]):
        return None
    part = here[-1]
    levels = [one for one in here if one.unit == part.unit and _is_level(one)]
    if part not in levels or len(levels) < _PAIR or _OTHERWISE.search(part.before):
        return None
    whole = levels[-2]
    is_target = _GOAL.search(whole.before) and share.clause == part.clause + 1
    return (part, whole) if is_target else None


def _told_later(
    sentence: Sequence[Quantity], place: int, noun: str
) -> tuple[Quantity, Quantity] | None:
    """Part and whole of 占总投资的40%，总投资为3亿元."""
    if not place or place + 1 >= len(sentence):
        return None
    part, whole = sentence[place - 1], sentence[place + 1]
    are_levels = part.unit == whole.unit and _is_level(part) and _is_level(whole)
    again = re.fullmatch(
        rf"(?:[全该][县市镇乡村])?{re.escape(noun)}(?:共有|[为达共有是])?", whole.before
    )
    return (part, whole) if are_levels and again else None


def _is_named(noun: str, named: str) -> bool:
    """Whether the words before a figure name it: 审结 for 审结案件, 民生支出 for 支出."""
    return noun in named or (len(named) > 1 and named[-2:] in noun)


def _of_rate(before: Sequence[Quantity], stem: str) -> tuple[Quantity, Quantity] | None:
    """Part and whole of 整改率: what is 整改, of what was found."""
    levels = [one for one in before if _is_level(one)]
    named = [one for one in levels if _tells(one, stem) and not _UNDONE.search(one.before)]
    part = named[-1] if named else _done(levels)
    if part is None or (not named and _ALWAYS_OTHER.search(stem)):
        return None
    told = "".join(one.before + one.object for one in levels)
    if any(sign not in told for sign in _ANY.sub("", stem[:-2])):
        return None  # the rate of a kind: 重大隐患整改率
    wholes = [one for one in levels if one is not part and one.unit == part.unit]
    targets = [one for one in wholes if _TARGET.search(one.before)]
    front = [one for one in wholes if one.end <= part.start]
    if targets:
        return part, targets[-1]
    is_named = bool(named or _FITTED.search(stem))
    is_pair = len(levels) == _PAIR
    if not is_named or not front or not (_is_total(front[-1]) or is_pair):
        return None
    return (part, front[-1]) if front[-1].high >= part.low else None


def _tells(one: Quantity, stem: str) -> bool:
    """Whether a figure tells what a rate is of: 整改, 审结 for 结案, 网上办理 for 网办."""
    tail = one.before[-6:]
    if stem[-2:] in one.before + "，" + one.after[:8]:
        return True
    return any(sign in tail for sign in stem[-2:] if sign not in "数量件")


def _is_total(one: Quantity) -> bool:
    return bool(_TOTAL.search(one.before) or re.search("中|报名|报考", one.after[:10]))


def _done(levels: Sequence[Quantity]) -> Quantity | None:
    """The last level that tells what is done, where another tells what was due."""
    done = [one for one in levels if not _UNDONE.search(one.before)]
    return done[-1] if done else None


def _is_plain(text: str, before: Sequence[Quantity], part: Quantity, whole: Quantity) -> bool:
    """Whether no other figure of the unit stands in front, but shared and remaining ones."""
    return whole in before and not any(
        one.unit == part.unit
        and one.role in _LEVELS
        and one not in (part, whole)
        and not _has_share(text, one)
        and not re.search("未|剩|其余|尚", one.before)
        for one in before
    )
