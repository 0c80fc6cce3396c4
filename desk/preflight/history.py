"""Concerns about what was printed before, and about what has gone stale."""

from collections.abc import Iterator
from itertools import combinations

from desk.checks.office import Level
from desk.compiling import label_of, name_of, publication_of
from desk.drafts import Status
from desk.duplicates.likeness import Verdict
from desk.issues import IssueStatus
from desk.preflight.remark import Place
from desk.preflight.subject import Concern, Found, Item, Subject
from desk.versions import texts

_STALE_DAYS = 10  # 进度不过十 (requirements, idea 4)


def _elsewhere(subject: Subject) -> Iterator[Found]:
    """One draft may be printed by several publications, but the clerk should know."""
    for item in subject.items:
        held = subject.work.issues.holding(item.draft.id)
        others = [
            one
            for one in held
            if one.first_id != subject.issue.first_id and one.status is not IssueStatus.WITHDRAWN
        ]
        if others:
            where = "、".join(
                name_of(publication_of(subject.work, one.publication_id), one) for one in others[:2]
            )
            more = f"等 {len(others)} 期" if len(others) > 2 else ""  # noqa: PLR2004 - two are named
            yield Found(f"{item.named}已编入{where}{more}", item.draft.id)


def _printed_alike(subject: Subject) -> Iterator[Found]:
    """Another draft of the same event that was printed, unless the clerk said it is other work."""
    for item in subject.items:
        for other_id in _alike(subject, item):
            other = subject.work.drafts.get(other_id)
            issue = next(
                (
                    one
                    for text in texts(subject.work, other)
                    for one in subject.work.issues.holding(text)
                    if one.status is IssueStatus.RELEASED and one.id != subject.issue.corrects
                ),
                None,
            )
            if issue is not None and other.status is Status.RELEASED:
                said = (
                    f"{item.named}与{label_of(issue)}（{issue.day:%m-%d}）印过的“{other.title}”相似"
                )
                yield Found(said, item.draft.id)
                break


def _alike_here(subject: Subject) -> Iterator[Found]:
    alike = {item.draft.id: set(_alike(subject, item)) for item in subject.items}
    for one, other in combinations(subject.items, 2):
        if other.draft.id in alike[one.draft.id]:
            yield Found(f"{one.named}和{other.named}说的像是同一件事", other.draft.id)


def _alike(subject: Subject, item: Item) -> Iterator[int]:
    for one in subject.work.likenesses.of(item.draft.item_id):
        if one.verdict is not Verdict.DISTINCT:
            yield one.other_id if one.draft_id == item.draft.item_id else one.draft_id


def _stale(subject: Subject) -> Iterator[Found]:
    for item in subject.items:
        day = item.draft.event_date
        age = (subject.issue.day - day).days if day else 0
        if day and age > _STALE_DAYS:
            said = f"{item.named}说的是{day.month}月{day.day}日的事，到印发已经 {age} 天"
            yield Found(said, item.draft.id)


CONCERNS = (
    Concern(
        "Y11",
        "已编入别的期",
        Level.WARNING,
        Place.DRAFT,
        "同一条信息可以上几种刊物，但不要在一种里印两次。",
        _elsewhere,
    ),
    Concern(
        "Y12",
        "与印过的相似",
        Level.WARNING,
        Place.DRAFT,
        "可能是同一件事又报了一次，或者旧稿换了日期。",
        _printed_alike,
    ),
    Concern(
        "Y13",
        "本期两条相似",
        Level.WARNING,
        Place.DRAFT,
        "两条说的像是同一件事，可以并成综合稿。",
        _alike_here,
    ),
    Concern(
        "Y14",
        "时间陈旧",
        Level.WARNING,
        Place.DRAFT,
        f"事情过去 {_STALE_DAYS} 天以上才印，领导会问。",
        _stale,
    ),
)
