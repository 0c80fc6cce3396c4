"""Examples: items like this one that were printed, and how often the like is adopted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from desk.assessing import basis_of
from desk.compiling import name_of
from desk.drafts import Draft, DraftQuery, DraftRow, Kind, Status
from desk.facts import FactKind
from desk.issues import Issue
from desk.item_lines import lines_of
from desk.scoring.basis import Basis
from desk.store import Store, Work

SHOWN = 8
_WORDS = 6  # looked for in the whole history
_EACH = 200  # newest drafts that hold a word
_READ = 60  # best ones whose kinds are compared
_LEAST = 2  # words that an example shares, where there are so many
_KIND = 1.5  # words that the same kind is worth
_TAGS = "nvalij"  # parts of speech that tell a subject
_PLACES = ("ns", "nr", "nt")
_COMMON = """
开展 推动 推进 增长 问题 值得 关注 加强 举措 措施 工作 全县 今年 实现 完成 做好 组织 情况 进行 积极
有关 建议 提高 进一步 亿元 万元 目前 截至 群众 单位 部门 反映 存在 提升 全面 着力 落实 同比
预计 全年 左右 依据 主要 前期 今后 方面 影响 要求 发展 建设 服务 进度 时间 去年 同期 个百分点
"""
_SAY_NOTHING = frozenset(_COMMON.split())
_RELEASED = frozenset({Status.RELEASED})


@dataclass(frozen=True, slots=True)
class Example:
    """A printed item: where it stood, and what it earned all its units together."""

    draft: Draft
    units: str
    printed: str  # 《政务信息》2026年第12期
    day: date
    points: Decimal
    shared: tuple[str, ...]  # words of both


@dataclass(frozen=True, slots=True)
class Rate:
    """How many drafts came this year and how many of them were printed."""

    what: str  # a unit's short name or a kind
    adopted: int
    sent: int


@dataclass(frozen=True, slots=True)
class Examples:
    """What the clerk may learn from beside a text."""

    items: tuple[Example, ...]
    rates: tuple[Rate, ...]


def examples(store: Store, draft: Draft, today: date) -> Examples:
    """The printed items nearest to a draft by their words, and the rates of its unit and kind."""
    words = subject_words(draft)
    with store.read() as work:
        found = _nearest(work, draft, words)
        drafts = work.drafts.several([row.id for row in found])
        units = {row.id: row.units for row in found}
        basis = basis_of(work, today.year)
        items = (_example(work, basis, one, units[one.id], words) for one in drafts)
        return Examples(tuple(item for item in items if item), tuple(_rates(work, draft, today)))


def subject_words(draft: Draft) -> list[str]:
    """The words that tell what a draft is about: those of the title, then of the text by number."""
    from desk.checks.words import tags_in  # noqa: PLC0415 - heavy, loaded on use

    def told(text: str) -> list[str]:
        return [
            text[start:end]
            for start, end, tag in tags_in(text)
            if end - start > 1 and tag[0] in _TAGS and tag not in _PLACES
        ]

    text = Counter(told(draft.body.text))
    ranked = [*told(draft.title), *(word for word, times in text.most_common() if times > 1)]
    return [one for one in dict.fromkeys(ranked) if one not in _SAY_NOTHING][:_WORDS]


def _nearest(work: Work, draft: Draft, words: Sequence[str]) -> list[DraftRow]:
    """The printed drafts that share most words, the rarer the better; of equal ones the newest."""
    weights: dict[int, float] = {}
    shared: Counter[int] = Counter()
    for word in words:
        held = work.drafts.ids(DraftQuery(words=word, statuses=_RELEASED, limit=_EACH))
        shared.update(held)
        for draft_id in held:
            weights[draft_id] = weights.get(draft_id, 0.0) + 2 - len(held) / _EACH
    least = min(_LEAST, len(words))
    alike = [one for one in weights if shared[one] >= least and one != draft.id]
    best = sorted(alike, key=lambda one: (-weights[one], -one))[:_READ]
    rows = work.drafts.rows(best)
    rows.sort(key=lambda row: (-_weight(row, weights[row.id], draft.kind), -row.id))
    return rows[:SHOWN]


def _weight(row: DraftRow, words: float, kind: Kind | None) -> float:
    return words + (_KIND if kind is not None and row.kind == kind else 0)


def _example(
    work: Work, basis: Basis, draft: Draft, units: str, words: Sequence[str]
) -> Example | None:
    """A printed draft as an example; None for one in no released issue."""
    held = work.issues.holding(draft.id)
    issue = next((one for one in held if one.stands), None)
    if issue is None:
        return None
    publications = {one.id: one for one in basis.publications}
    text = f"{draft.title}\n{draft.body.text}"
    return Example(
        draft,
        units,
        name_of(publications[issue.publication_id], issue),
        issue.day,
        _points(work, basis, draft, issue),
        tuple(word for word in words if word in text),
    )


def _points(work: Work, basis: Basis, draft: Draft, issue: Issue) -> Decimal:
    """What a draft earned by one issue."""
    booked = [
        fact
        for fact in work.ledger.booked(f"issue:{issue.id}")
        if (fact.source, fact.kind) == (f"issue:{issue.id}", FactKind.ADOPTION)
        and (fact.item_id == draft.item_id if fact.item_id else fact.title == draft.title)
    ]
    lines = lines_of(work, booked, basis)
    return sum((line.points for line in lines), Decimal(0))


def _rates(work: Work, draft: Draft, today: date) -> Iterator[Rate]:
    """How often the unit and the kind of a draft were printed this year."""
    year = DraftQuery(received_from=date(today.year, 1, 1), received_to=today)
    units = {unit.id: unit.short for unit in work.registry.units()}
    asked = [(units[one], replace(year, unit_id=one)) for one in draft.unit_ids if one in units]
    if draft.kind is not None:
        asked.append((draft.kind.value, replace(year, kind=draft.kind)))
    for what, query in asked:
        adopted = work.drafts.ids(replace(query, statuses=_RELEASED))
        yield Rate(what, len(adopted), len(work.drafts.ids(query)))
