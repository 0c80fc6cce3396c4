"""Works, persons, slogans and places listed beside their number: “《甲》《乙》2份文件”."""

import re
from collections.abc import Iterator

from desk.checks.listings import NUMBER, Counted
from desk.checks.masks import HAN
from desk.checks.numerals import value_of
from desk.checks.persons import SURNAME

_PAPER = (
    r"(?:文件|制度|办法|方案|预案|规定|意见|通知|法规|条例|标准|措施|清单|规划|细则|合同|协议|报告"
    r"|议案|草案|决议|决定|规范|指南|通报|公告|要点|规则|事项|议题)"
)
_WORK = "《(?:[^《》\n]|《[^《》\n]{1,40}》){1,60}》"
_WORKS = rf"{_WORK}(?:(?:[、和与及]|以及)?{_WORK})+"
_MEASURED = rf"{NUMBER}(?:[份个项部件篇种类](?:[{HAN}]{{0,4}}?{_PAPER})?|{_PAPER})"
_WORKS_FIRST = re.compile(rf"(?P<list>{_WORKS})(?P<more>等)?(?:这|共)?{_MEASURED}")
_WORKS_LAST = re.compile(
    rf"{_MEASURED}(?:，?(?:即|分别[为是]|也就是)[：，]?|[：（])(?P<list>{_WORKS})(?P<open>等)?(?![、和与及])"
)
_NAME = re.compile(rf"(?:{SURNAME})[{HAN}]{{1,2}}")
_PERSONS = re.compile(
    rf"(?P<list>[{HAN}]{{2,16}}(?:[、和][{HAN}]{{2,4}}){{1,9}}?){NUMBER}(?:[名位](?![额次])|人(?![次口员家民均]))"
)
_PLACES = "坝湾沟村镇乡寨坪桥山河岭坡冲塘店庄屯口县市区局等"  # what no person's name ends in
_FULL = 3  # characters of most names
_SLOGANS = re.compile(
    rf"(?P<list>“[^“”\n，。]{{2,12}}(?:、[^“”\n，。、]{{2,12}}){{1,7}}”|“[^“”\n，。、]{{2,12}}”(?:、?“[^“”\n，。、]{{2,12}}”){{1,7}})"
    rf"{NUMBER}大?[个项种类条](?:[{HAN}]{{0,4}}?)(?:模式|机制|制度|方式|办法|措施|做法|行动|工程|服务|品牌|法|工作法)"
)
_EACH = re.compile(
    rf"{NUMBER}(?:[个家处座所条项名](?:[{HAN}]{{1,8}}?)|村|乡镇)，(?:分别|依次)(?:为|是|位于|设在|坐落于)"
    r"(?P<list>[^，。；：\n、\d]{2,14}(?:、[^，。；：\n、\d]{2,14}){1,11})(?=[。；\n]|$|，(?!以及|还有|另))"
)
_OPEN = re.compile(r"等$|……$|其中|[有共]$")
_NEAR = 2  # a list off by more is no list of what is counted


def listed_amiss(text: str) -> Iterator[Counted]:
    """Yield the numbers that the names beside them contradict."""
    if "《" in text:
        for match in (*_WORKS_FIRST.finditer(text), *_WORKS_LAST.finditer(text)):
            if _is_whole(text, match):
                yield from _judged(match, {len(re.findall(_WORK, match["list"]))})
    if "、" in text:
        kinds = ((_PERSONS, _persons), (_SLOGANS, _slogans), (_EACH, _names))
        for pattern, counts in kinds:
            for match in pattern.finditer(text):
                yield from _judged(match, counts(match["list"]))


def _is_whole(text: str, match: re.Match[str]) -> bool:
    """Whether nothing but works is listed, and the list is closed."""
    is_first = match.start("list") == match.start()
    before = text[: match.start()].rstrip("的")[-1:]
    return not match.groupdict().get("open") and not (
        is_first and before in ("、", "和", "与", "及")
    )


def _judged(match: re.Match[str], counts: set[int]) -> Iterator[Counted]:
    number = value_of(match["n"]) or 0
    if not counts or number in counts or abs(max(counts) - number) > _NEAR:
        return
    if not match.groupdict().get("more") or number < max(counts):
        yield Counted(match.start("n"), match.end("n"), number, max(counts), match.span("list"))


def _persons(listed: str) -> set[int]:
    """How many persons a list names; none where some item can't be a name."""
    first, *others = re.split("[、和]", listed)
    is_named = any(_NAME.fullmatch(first[-size:]) for size in (2, _FULL))
    strange = sum(1 for one in others if not _NAME.fullmatch(one))
    are_names = all(len(one) in (2, _FULL) and one[-1] not in _PLACES for one in others)
    if not are_names or first[-1] in _PLACES or strange + (not is_named) > len(others) // _FULL:
        return set()
    return {len(others) + 1} if any(len(one) == _FULL for one in others) else set()


def _slogans(listed: str) -> set[int]:
    return {len(re.split("、|”“", listed))}


def _names(listed: str) -> set[int]:
    """How many names a list shows; none where it is open or two are joined by a word."""
    items = listed.split("、")
    if _OPEN.search(items[-1]):
        return set()
    joined = sum(1 for one in items if re.search("[和与及]|以及", one[1:-1]))
    names = re.split("、|以及|[和与及]", listed)
    if len({one[-1:] for one in names}) == 1:  # 东线、西线和环湖线
        return {len(names)}
    return set(range(len(items), len(items) + joined + 1))
