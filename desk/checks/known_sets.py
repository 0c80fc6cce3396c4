"""Sets that count their members by name: 四个自信 are 道路, 理论, 制度 and 文化自信."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BETWEEN = r"[、和与及]|以及"


@dataclass(frozen=True, slots=True)
class KnownSet:
    """The name of a set, and its members, all of which end alike or are told by this set only."""

    name: str
    members: tuple[str, ...]

    @property
    def tail(self) -> str:
        """What all members end with."""
        first = self.members[0]
        sizes = range(len(first) - 1, 0, -1)
        ends = (first[-size:] for size in sizes)
        return next((end for end in ends if all(one.endswith(end) for one in self.members)), "")


_SETS = tuple(
    KnownSet(name, tuple(members.split()))
    for name, members in (
        ("四个意识", "政治意识 大局意识 核心意识 看齐意识"),
        ("四个自信", "道路自信 理论自信 制度自信 文化自信"),
        ("五位一体", "经济建设 政治建设 文化建设 社会建设 生态文明建设"),
        ("政治三力", "政治判断力 政治领悟力 政治执行力"),
        ("六大纪律", "政治纪律 组织纪律 廉洁纪律 群众纪律 工作纪律 生活纪律"),
        ("四风", "形式主义 官僚主义 享乐主义 奢靡之风"),
        ("五个振兴", "产业振兴 人才振兴 文化振兴 生态振兴 组织振兴"),
        ("六稳", "稳就业 稳金融 稳外贸 稳外资 稳投资 稳预期"),
        (
            "六保",
            "保居民就业 保基本民生 保市场主体 保粮食能源安全 保产业链供应链稳定 保基层运转",
        ),
        ("三会一课", "支部党员大会 支部委员会 党小组会 党课"),
        ("三严三实", "严以修身 严以用权 严以律己 谋事要实 创业要实 做人要实"),
        (
            "四个全面",
            "全面建设社会主义现代化国家 全面深化改革 全面依法治国 全面从严治党",
        ),
        ("四个服从", "党员个人服从党的组织 少数服从多数 下级组织服从上级组织"),
        ("三务公开", "党务公开 村务公开 财务公开"),
        ("四个不摘", "摘帽不摘责任 摘帽不摘政策 摘帽不摘帮扶 摘帽不摘监管"),
        ("四好农村路", "建好农村路 管好农村路 护好农村路 运营好农村路"),
    )
)
_MOST = 3  # so many members a set has, and so near must they stand together
_NEAR = 12


def may_hold_a_set(text: str) -> bool:
    """Whether most members of some set stand in a text."""
    return any(
        sum(one in text for one in known.members) >= len(known.members) - 1
        for known in _SETS
        if known.members[0] in text or known.members[1] in text
    )


def strange_members(text: str) -> Iterator[tuple[int, int, str, KnownSet]]:
    """Yield a member that is none of its set among all the others, and the one that lacks."""
    for known in _SETS:
        lacking = [one for one in known.members if one not in text]
        if len(lacking) != 1 or len(known.members) < _MOST:
            continue
        first = min(text.index(one) for one in known.members if one in text)
        last = max(text.index(one) + len(one) for one in known.members if one in text)
        if last - first > sum(map(len, known.members)) + _NEAR:
            continue
        start = max(0, first - len(lacking[0]) - 1)
        row = text[start : last + len(lacking[0]) + _NEAR]
        for one in known.members:
            row = row.replace(one, "#" * len(one))
        for place, item in _items(row, lacking[0], known):
            yield start + place, start + place + len(item), lacking[0], known


def _items(row: str, lacking: str, known: KnownSet) -> Iterator[tuple[int, str]]:
    """Yield what stands like a member beside the members, which are crossed out."""
    if known.tail:
        form = rf"[\u4e00-\u9fff]{{1,{len(lacking) - len(known.tail)}}}{known.tail}"
    else:
        form = rf"[\u4e00-\u9fff]{{{len(lacking)}}}"
    item = rf"(?:(?!{_BETWEEN}){form})"
    pattern = rf"(?<=#)(?:{_BETWEEN})(?P<after>{item})|(?P<before>{item})(?:{_BETWEEN})(?=#)"
    found = [(match.start(match.lastgroup or 0), match) for match in re.finditer(pattern, row)]
    for place, match in found[:1]:
        word = match[match.lastgroup or 0]
        if known.tail or len(set(word) & set(lacking)) > 1:
            yield place, word
