"""Components that no clause gives points in, and tasks that nobody defined."""

from collections.abc import Iterator

from desk.scoring.checking.complaint import CheckContext, Complaint, error, rows_of, warning
from desk.scoring.clauses.items import Points
from desk.scoring.clauses.periods import BasePoints, Counter, Limit, RateLine, Task
from desk.scoring.clauses.results import Conversion, Figure, Ranking
from desk.scoring.lines import COMPONENTS
from desk.scoring.scheme import Scheme
from desk.scoring.schemes.names import bare_title
from desk.scoring.schemes.nearest import meant

_TOTAL = "得分"


def find(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    """Unknown components in 封顶封底, 任务, 折算, 排名; unknown tasks and circles of tasks."""
    known = components_of(scheme)
    for kind, label, own in _named(scheme):
        for number, names in own:
            for name in names:
                if name not in known:
                    hint = meant(name, known) or f"现有：{'、'.join(sorted(known))}。"
                    yield warning(f"“{label}”里的“{name}”没有哪一行会得分。{hint}", kind, number)
    yield from _ties(scheme, context, known)
    yield from _tasks(scheme)


def components_of(scheme: Scheme) -> set[str]:
    """All components that lines of this scheme may have."""
    known = set(COMPONENTS.values())
    for clause in scheme.clauses:
        if isinstance(clause, Points | BasePoints | Task | RateLine | Counter) and clause.component:
            known.add(clause.component)
    return known


def _named(scheme: Scheme) -> Iterator[tuple[str, str, list[tuple[int, tuple[str, ...]]]]]:
    limits = [(number, one.components) for number, one in rows_of(scheme, Limit)]
    yield Limit.table, "分项", limits
    tasks = [(number, one.components) for number, one in rows_of(scheme, Task)]
    yield Task.table, "所数分项", tasks
    weights = [
        (number, tuple(name for name, _ in one.weights if name != _TOTAL))
        for number, one in rows_of(scheme, Conversion)
    ]
    yield Conversion.table, "权重", weights


def _ties(scheme: Scheme, context: CheckContext, known: set[str]) -> Iterator[Complaint]:
    carriers = context.basis.publications
    names = {one.name for one in carriers} | {one.tier.value for one in carriers}
    allowed = known | names | set(Figure) | {"本级", "市级", "省级", "国家级"}
    for number, row in rows_of(scheme, Ranking):
        for tie in row.ties:
            if bare_title(tie) not in allowed:
                text = f"“并列次序”里的“{tie}”认不出来。{meant(bare_title(tie), allowed)}"
                yield warning(text, row.table, number)


def _tasks(scheme: Scheme) -> Iterator[Complaint]:
    rows = rows_of(scheme, Task)
    needs: dict[str, set[str]] = {}
    for _, row in rows:
        needs.setdefault(row.name, set()).update(row.needs)
    for number, row in rows:
        for name in row.needs:
            if name not in needs:
                text = f"“须同时完成”的“{name}”不是任务的名称。{meant(name, needs)}"
                yield error(text, row.table, number)
        if row.name in _reached(needs, row.needs):
            text = "“须同时完成”绕成了圈：任务又要自己先完成。请去掉一个。"
            yield error(text, row.table, number)


def _reached(needs: dict[str, set[str]], begin: tuple[str, ...]) -> set[str]:
    found: set[str] = set()
    ahead = list(begin)
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead.extend(needs.get(name, ()))
    return found
