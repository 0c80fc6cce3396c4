"""工作习惯: what this office has set its own way, each with where it is kept."""

from collections import Counter
from collections.abc import Iterator, Sequence

from desk.checks.office import Level
from desk.handover.months_ahead import rhythm
from desk.layout.document_parts import Part
from desk.layout.shelf import load_template
from desk.phrases import DELIVERED
from desk.publications import Publication, Tier
from desk.stat_table import Head, StatTable
from desk.store import Work

_SHOWN = 12  # names of a list that are told one by one
_LEVELS = {Level.ERROR: "必改", Level.WARNING: "提醒", Level.INFO: "提示", Level.OFF: "停用"}
_PUBLICATIONS = (
    Head("刊物", width=22, left=True),
    Head("出刊", width=22, left=True),
    Head("份数", width=8),
    Head("阅读对象、发送范围", width=44, left=True),
)
_SET = (
    Head("项目", width=18, left=True),
    Head("现在怎样", width=60, left=True),
    Head("在哪里", width=18),
)


def told(work: Work) -> Sequence[Part]:
    """The publications, and all else the office has decided."""
    own = [one for one in work.catalogue.publications() if one.active and one.tier is Tier.OWN]
    rows = tuple((one.name, rhythm(one), one.copies, _sent(one)) for one in own)
    tables = [StatTable("本级刊物", _PUBLICATIONS, rows)] if rows else []
    return [*tables, StatTable("已定的规矩", _SET, tuple(_set(work)))]


def _sent(publication: Publication) -> str:
    people = "；".join(one.rstrip("。；") for one in publication.send_to) or "、".join(
        one.name for one in publication.recipients
    )
    return "；".join(filter(None, (publication.readers, people)))


def _set(work: Work) -> Iterator[tuple[str, str, str]]:
    for scheme in work.catalogue.schemes()[-2:]:
        since = scheme.valid_from
        yield "计分办法", f"“{scheme.name}”，{since:%Y-%m-%d}起", "资料"
    yield "常用筛选", _list([one.name for one in work.lists.views()]), "来稿"
    reasons = [one.text for one in work.lists.reasons() if one.active]
    yield "退稿等理由", f"{len(reasons)} 条：{_list(reasons)}", "资料"
    phrases = [one for one in work.phrases.all() if one.is_active]
    kinds = Counter(one.category.value for one in phrases)
    yield "常用语", "、".join(f"{kind} {count} 条" for kind, count in kinds.items()), "资料"
    own = [one.name for one in phrases if one.source != DELIVERED]
    yield "本办自加的常用语", _list(own), "资料"
    words = work.rulebook.words()
    yield (
        "词表改动",
        f"{len(words)} 条：{_list([one.word for one in words])}" if words else "无",
        "资料",
    )
    levels = work.rulebook.levels()
    changed = [f"{rule} {_LEVELS[level]}" for rule, level in sorted(levels.items())]
    yield "检查规则改动", _list(changed), "资料"
    yield "一律保留的写法", _list([one.excerpt for one in work.rulebook.kept()]), "编辑"
    used = sorted({one.template for one in work.catalogue.publications() if one.template})
    yield "刊物在用的模板", _list([load_template(one).title for one in used]), "资料"


def _list(names: Sequence[str]) -> str:
    """Names one by one, of many the first ones."""
    told = [one.replace("\n", " ") for one in names[:_SHOWN]]
    left = len(names) - len(told)
    return ("、".join(told) + (f"等 {len(names)} 个" if left > 0 else "")) or "无"
