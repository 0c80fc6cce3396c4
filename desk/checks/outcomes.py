"""What becomes of counted things: kinds of outcome that leave none of them out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desk.checks.figures.groups import groups_in
from desk.checks.numerals import value_of
from desk.checks.passage import Passage
from desk.checks.quantities.model import Quantity, Role

PLAIN = frozenset({Role.LEVEL, Role.TO})
Parted = tuple[Quantity, tuple[Quantity, ...]]

_STATES = tuple(
    (re.compile(done), re.compile(undone))
    for done, undone in (
        (
            r"竣工|完工|建成|完成|投用|施工|开工",
            r"在建|(?:正在|尚在|仍在)(?:建设|施工|实施)|未(?:开工|完工|竣工|建成|完成|动工)",
        ),
        (
            r"审结|办结|结案|化解",
            r"未(?:审结|办结|结|化解)|在办|(?:正在|尚在)(?:办理|审理|调处|化解)",
        ),
        (r"合格|达标", r"不合格|未达标|不达标"),
        (r"整改|立行立改|销号|移交", r"(?:正在|限期|尚未|未|仍在)整改|未销号|移交|移送"),
        (r"采纳|采用", r"(?:不予|未予|未|没有|不)(?:采纳|采用)"),
        (r"成功|通过", r"失败|未成功|未通过|不通过"),
    )
)
_OTHERS = re.compile(r"新增|新收|旧存|含|上年|去年|结转|累计|计划|历年|另|入住|录用")
_GRADES = tuple(  # how a row of outcomes begins, and how it ends
    (re.compile(rf"、?(?:其中)?(?:{best})"), re.compile(rf"(?:{worst})$"))
    for best, worst in (
        (
            r"(?:检查|验收)?(?:合格|达标|正常|符合要求)",
            r"整改|关停|关闭|取缔|停业|停产|查封|不合格",
        ),
        (r"(?:评为|获评)?优秀", r"不合格|不称职|较差|不达标"),
        (r"(?:当场|立即|现场|立行)(?:整改|办结|化解|解决|改正)", r"整改|办理|移送|移交|答复"),
        (r"采纳|采用", r"参考|采纳|采用|解释|说明"),
        (r"(?:非常|很)?满意", r"不满意"),
    )
)
_EACH = re.compile(
    r"(?<![前后首其另头末])(?P<n>[两三四五六七八九十]|\d{1,2})(?:天|年|个月|个?季度|批|轮|期)分别[^，。；、：\d]{0,6}$"
)
_GAP = re.compile(r"[、，]?[和及与]?")
_SHORT = 10  # characters of a kind with what leads to it
_LEAST, _MOST = 2, 8  # outcomes


def is_undone(body: Passage, rest: Quantity) -> bool:
    """Whether a figure, the last of its kind, tells what isn't done of what is told as done."""
    kin = next((pair for pair in _STATES if pair[1].search(rest.before)), None)
    if kin is None:
        return False
    same = [
        one
        for one in body.quantities
        if one.sentence == rest.sentence and one.unit == rest.unit and one.role in PLAIN
        if rest.is_part or not one.is_part
    ]
    if same[-1] is not rest or len(same) <= _LEAST or not kin[0].search(same[-2].before):
        return False
    gaps = (body.text[one.end : two.start] for one, two in pairwise(same))
    are_beside = all(not re.search("[；。：]|其中|另", gap) for gap in gaps)
    told = body.text[same[0].start - len(same[0].before) : rest.end + _SHORT]
    return are_beside and not _OTHERS.search(told)


def outcomes_in(body: Passage) -> Iterator[Parted]:
    """Yield totals with all that became of them: 18家，合格13家，限期整改4家，关停2家."""
    for group in groups_in(body.text, body.quantities):
        for place, whole in enumerate(group):
            row = _row(group[place + 1 : place + 1 + _MOST], whole)
            if whole.role in PLAIN and len(row) > _LEAST and _are_grades(row):
                yield whole, row


def by_times_in(body: Passage) -> Iterator[Parted]:
    """Yield totals told time by time: 1050人次，三天分别接诊320人次、415人次、305人次."""
    for group in groups_in(body.text, body.quantities):
        for place, first in enumerate(group):
            match = _EACH.search(body.text, max(0, first.start - 2 * _SHORT), first.start)
            if not place or not match:
                continue
            row = group[place : place + (value_of(match["n"]) or 0)]
            whole = next((one for one in group[place - 1 :: -1] if one.unit == first.unit), None)
            is_listed = all(_GAP.fullmatch(one.before) for one in row[1:])
            is_full = len(row) == value_of(match["n"]) and {one.unit for one in row} == {first.unit}
            if whole and whole.role in PLAIN and is_listed and is_full:
                yield whole, row


def _row(following: Sequence[Quantity], whole: Quantity) -> tuple[Quantity, ...]:
    """The figures of the same unit right behind, each told by a short word."""
    row: list[Quantity] = []
    for one in following:
        is_kind = one.unit == whole.unit and one.role in PLAIN and len(one.before) <= _SHORT
        if not is_kind or _OTHERS.search(one.before):
            break
        row.append(one)
    return tuple(row)


def _are_grades(row: Sequence[Quantity]) -> bool:
    """Whether a row begins with the best of a set of outcomes and ends with the worst."""
    return any(
        best.match(row[0].before) and worst.search(row[-1].before) for best, worst in _GRADES
    )
