"""A11: one draft tells the same figure twice, differently."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, takewhile

from desk.checks.grids import Entry, entries_in
from desk.checks.indicators import Told, told_in
from desk.checks.passage import Field
from desk.checks.rule import Hit, Need, Place, Rule, Severity
from desk.checks.sums import result
from desk.checks.whole import Whole

_CHANGED = 2  # digits of a slip
_FAR = Fraction(2)  # figures further apart tell two things
_SOME = re.compile(
    r"[^，。；、]{2,14}?(?<!以)(?:已|有|获|完成|实现|通过|达到|配)(?!全部|全面|经全|悉数|全)"
)
_LITTLE = Fraction(5, 4)
_SHORT = 3  # characters of a noun that is taken up again
_LEAST = 4  # characters of a noun that needs no verb
_MOST = 100  # figures of one thing that are compared with each other


def judge(whole: Whole) -> Iterator[Hit]:
    """Compare figures that name the same thing for the same period and scope."""
    told = [*told_in(whole.title, Field.TITLE), *told_in(whole.body, whole.running)]
    found: dict[tuple[Field, int], Hit] = {}
    for first, later in _apart(told):
        found.setdefault((later.field, later.span[0]), _hit(first, later))
        if first.field is later.field:
            found.setdefault((first.field, first.span[0]), _hit(later, first))
    for one in told:
        entry = next((each for each in _entries(whole) if _is_slip(one, each)), None)
        if entry:
            found.setdefault((one.field, one.span[0]), _beside_table(one, entry))
    yield from found.values()


def _apart(told: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield the pairs that tell one thing differently, unless some figure bears the later out."""
    groups = _groups(told)
    borne_out: dict[tuple[Field, int], bool] = {}  # sought once: a text may repeat a template
    for first, later in _alike(groups.values()):
        key = later.field, later.span[0]
        if key[0] is Field.TITLE or borne_out.get(key, False):
            continue
        if not _is_same(first, later) or _agree(first, later):
            continue
        if key not in borne_out:
            borne_out[key] = _is_told_again(later, groups)
        if not borne_out[key]:
            yield first, later


def _entries(whole: Whole) -> Iterator[Entry]:
    for sheet in whole.sheets:
        yield from entries_in(sheet)


def _is_slip(one: Told, entry: Entry) -> bool:
    """Whether a table tells the figure of a text with one digit or two that changed places."""
    printed = one.quantity.printed_unit
    is_same = entry.unit == printed and one.name.endswith(entry.head) and not one.scope
    if not is_same or (one.place and one.place not in entry.row) or (entry.row and not one.place):
        return False
    left, right = (_digits(text) for text in (one.text, entry.cell.text))
    apart = [
        place for place in range(len(left)) if left[place : place + 1] != right[place : place + 1]
    ]
    return len(left) == len(right) and 1 <= len(apart) <= _CHANGED


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal() or sign == ".")


def _beside_table(one: Told, entry: Entry) -> Hit:
    told = f"{entry.row or '合计'}“{entry.head}”{entry.cell.text}{entry.unit}"
    message = f"表中{told}，此处写{one.text}，请核对并统一。"
    operands = (Place(Field.TABLE, entry.cell.start, entry.cell.end),)
    sum_ = f"{entry.cell.text}{entry.unit}≠{one.text}"
    return Hit(*one.span, message, field=one.field, operands=operands, sum=sum_)


def _groups(told: Iterable[Told]) -> dict[tuple[str, str], list[Told]]:
    """The figures in one unit whose words begin alike, in order."""
    groups: dict[tuple[str, str], list[Told]] = {}
    for one in told:
        for key in _keys(one):
            groups.setdefault(key, []).append(one)
    return groups


def _keys(one: Told) -> dict[tuple[str, str], None]:
    unit = one.quantity.unit
    nouns = (one.noun[:_LEAST], one.name[:_LEAST], one.noun[:_SHORT])
    return dict.fromkeys((unit, words) for words in nouns)


def _alike(groups: Iterable[Sequence[Told]]) -> Iterator[tuple[Told, Told]]:
    """Yield the pairs of a group that aren't told with the same value, in order."""
    for group in groups:
        values = [one.quantity.value for one in group[:_MOST]]
        if len(set(values)) > 1:
            for place, other in combinations(range(len(values)), 2):
                if values[place] != values[other]:
                    yield group[place], group[other]


def _is_told_again(one: Told, groups: Mapping[tuple[str, str], Sequence[Told]]) -> bool:
    """Whether some other figure bears one out."""
    return any(
        other is not one and _is_same(other, one) and _agree(other, one)
        for key in _keys(one)
        for other in groups[key][:_MOST]
    )


def _is_same(first: Told, later: Told) -> bool:
    """Whether two figures are about one thing."""
    one, other = first.quantity, later.quantity
    if one.unit != other.unit or (first.field, one.clause) == (later.field, other.clause):
        return False
    if max(one.value, other.value) > _FAR * min(one.value, other.value):
        return False
    return _same_name(first, later) and _may_be_same(first, later)


def _may_be_same(first: Told, later: Told) -> bool:
    """Whether nothing told beside them sets two figures apart."""
    pairs = ((first.place, later.place), (first.unit, later.unit), (first.hour, later.hour))
    is_apart = any(one and other and one != other for one, other in pairs)
    return first.scope == later.scope and not is_apart and _same_period(first, later)


def _same_name(first: Told, later: Told) -> bool:
    """Whether the words are the same, or the later figure takes the noun up again."""
    if first.name == later.name:
        return len(first.name) >= _LEAST or _is_turned(first, later)
    length = sum(
        1
        for _ in takewhile(
            lambda pair: pair[0] == pair[1], zip(first.noun, later.noun, strict=False)
        )
    )
    is_whole = length in (len(first.noun), len(later.noun))
    are_counted = bool(first.quantity.object and later.quantity.object)
    if length == len(first.noun) == _SHORT and first.quantity.end < later.quantity.start:
        return later.leads and _is_misprint(first, later)
    is_again = later.leads and length >= _LEAST and (is_whole or are_counted)
    return is_again and not _may_be_some(first, later)


def _may_be_some(first: Told, later: Told) -> bool:
    """Whether a lesser figure taken up again may tell of some: 68个服务站已配备医生, of 86."""
    if later.quantity.value > first.quantity.value or first.quantity.object:
        return False
    return bool(later.quantity.object and _SOME.match(later.quantity.after))


def _is_misprint(first: Told, later: Told) -> bool:
    """Whether a figure taken up again is a little more, which no part of it is, or turned round."""
    more = later.quantity.value / first.quantity.value if first.quantity.value else Fraction(0)
    is_taken_up = bool(later.quantity.object) and not first.quantity.object
    return is_taken_up and (1 < more <= _LITTLE or _is_turned(first, later))


def _is_turned(first: Told, later: Told) -> bool:
    """Whether two figures have the same digits in another order."""
    left, right = (_digits(one.text) for one in (first, later))
    return sorted(left) == sorted(right)


def _same_period(first: Told, later: Told) -> bool:
    if first.period is None or later.period is None:
        return True
    return first.period.last == later.period.last and (
        first.period.first == later.period.first or None in (first.period.first, later.period.first)
    )


def _agree(first: Told, later: Told) -> bool:
    return result(first.quantity).meets(result(later.quantity))


def _hit(first: Told, later: Told) -> Hit:
    is_before = first.span < later.span
    where = "标题" if first.field is Field.TITLE else "前文" if is_before else "后文"
    message = f"{where}写“{first.name}”{first.text}，此处写{later.text}，请核对并统一。"
    return Hit(
        *later.span,
        message,
        field=later.field,
        choices=(first.text,),
        operands=(Place(first.field, *first.span),),
        sum=f"{first.text}≠{later.text}",
    )


RULE = Rule(
    code="A11",
    name="前后不一",
    severity=Severity.ERROR,
    summary="同一指标、同一时期的数字在标题、导语、正文和表格中一致。",
    reason="同一个数前后两个说法，读者不知信哪个。",
    source="种子规则：事例、数字、单位必须准确无误",
    bad="截至6月底，全县发放消费券800万元。核销率为95%。县商务局公布，全县发放消费券850万元。",
    good="截至6月底，全县发放消费券850万元。核销率为95%。县商务局公布，全县发放消费券850万元。",
    judge=judge,
    needs=Need.TOGETHER,
)
