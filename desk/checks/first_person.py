"""Where a text speaks as “we”: shared by the rules for titles and bodies."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit
from desk.checks.spots import beginning

_UNITS = (
    "街道|社区|单位|部门|公司|集团|中心|大队|支队|园区|开发区|管委会|系统|辖区|地区|党委|党组|支部|机关|学校|医院|"
    "[局市县区省州盟旗乡镇村委办厅部处科室院校所站台会馆队行司厂矿社场港关]"
)
_FIRST = beginning(
    "我笔咱",
    rf"(?<![自忘唯敌你舍])我(?:们|(?:{_UNITS})|方(?!面))|笔者|咱们?|俺们?|"
    r"(?<![自忘唯无敌大小你物为舍真本])我(?=认为|觉得|建议|想|的|在|是|和|对)",
)
_FIXED = re.compile(
    r"我行我素|舍我其谁|时不我待|人人为我|我为人人|我为群众|自我|忘我|我的中国梦|我是党员|我爱|我和我的|"
    r"我在[\u4e00-\u9fff]{1,6}有|我是行动者|非我莫属|依然故我"
)
_PLACE = re.compile(r"^[\u4e00-\u9fff]{1,7}?(?:自治州|自治县|新区|[省市县区旗州盟乡镇])")
_PLACES = frozenset("省市县区旗州盟乡镇")


def first_person_in(passage: Passage, *, is_title: bool = False) -> Iterator[Hit]:
    """Yield first-person words outside works, quotations and fixed sayings; 我国 is allowed.

    In a title the unit or its place is the one right name; in running text 该局 may read better.
    """
    sayings = [match.span() for match in _FIXED.finditer(passage.own)]
    for match in _FIRST.finditer(passage.own):
        if any(start <= match.start() < end for start, end in sayings):
            continue
        name = _instead(match[0], passage.context.units)
        message = f"“{match[0]}”是第一人称，信息要用第三者角度，{_advice(match[0], name)}。"
        if is_title:
            yield Hit(match.start(), match.end(), message, name)
        else:
            choices = tuple(one for one in (name, _third(match[0])) if one)
            yield Hit(match.start(), match.end(), message, choices=choices)


def _third(words: str) -> str | None:
    """全县 for 我县, 该局 for 我局; None where a name must be written."""
    if words[0] != "我" or words in ("我们", "我方") or len(words) < len("我局"):
        return None
    return ("全" if words[1:] in _PLACES else "该") + words[1:]


def _instead(words: str, units: tuple[str, ...]) -> str | None:
    """The unit's own name or its place where exactly one unit sends and the words fit it."""
    if len(units) != 1 or len(words) < len("我局") or words[0] != "我":
        return None
    kind = words[1:]
    if kind in _PLACES:
        place = _PLACE.match(units[0])
        return place[0] if place and place[0].endswith(kind) else None
    return units[0] if units[0].endswith(kind) else None


def _advice(words: str, fix: str | None) -> str:
    if fix is not None:
        return f"可改为“{fix}”"
    kind = words[1:]
    if words[0] == "我" and kind in _PLACES:
        return f"请改为地名或“全{kind}”"
    return f"请改为单位名称或“该{kind}”" if words[0] == "我" and kind != "们" else "请改为单位名称"
