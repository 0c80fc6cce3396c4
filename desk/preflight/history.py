"""Concerns about what was printed before, and about what has gone stale."""

from collections.abc import Iterator
from itertools import combinations, permutations

from desk.checks.office import Level
from desk.compiling import label_of, name_of
from desk.drafts import Draft, Status
from desk.duplicates.likeness import Verdict
from desk.issues import Issue, IssueStatus
from desk.preflight.remark import Place
from desk.preflight.subject import Concern, Found, Subject
from desk.versions import texts

_STALE_DAYS = 10  # 进度不过十 (requirements, idea 4)


def _elsewhere(subject: Subject) -> Iterator[Found]:
    """One draft may be printed by several publications, but the clerk should know."""
    publications = {one.id: one for one in subject.work.catalogue.publications()}
    others = [
        one
        for one in subject.work.issues.bearing([item.draft.id for item in subject.items])
        if one.first_id != subject.issue.first_id and one.status is not IssueStatus.WITHDRAWN
    ]
    for item in subject.items:
        held = [
            name_of(publications[one.publication_id], one)
            for one in others
            if any(entry.draft_id == item.draft.id for entry in one.entries)
        ]
        if held:
            more = f"等 {len(held)} 期" if len(held) > 2 else ""  # noqa: PLR2004 - two are named
            yield Found(f"{item.named}已编入{'、'.join(held[:2])}{more}", item.draft.id)


def _printed_alike(subject: Subject) -> Iterator[Found]:
    """Another draft of the same event that was printed, unless the clerk said it is other work."""
    alike = _alike(subject)
    others = subject.work.drafts.several(sorted(set().union(*alike.values())))
    released = {one.id: one for one in others if one.status is Status.RELEASED}
    for item in subject.items:
        for other in (released[one] for one in alike[item.draft.item_id] if one in released):
            if issue := _printed(subject, other):
                where = f"{label_of(issue)}（{issue.day:%m-%d}）"
                yield Found(f"{item.named}与{where}印过的“{other.title}”相似", item.draft.id)
                break


def _printed(subject: Subject, draft: Draft) -> Issue | None:
    """The newest issue that printed a draft, but for the one that this issue corrects."""
    held = subject.work.issues.bearing(texts(subject.work, draft))
    fitting = (one for one in held if one.id != subject.issue.corrects)
    return next((one for one in fitting if one.status is IssueStatus.RELEASED), None)


def _alike_here(subject: Subject) -> Iterator[Found]:
    alike = _alike(subject)
    for one, other in combinations(subject.items, 2):
        if other.draft.id in alike[one.draft.item_id]:
            yield Found(f"{one.named}和{other.named}说的像是同一件事", other.draft.id)


def _alike(subject: Subject) -> dict[int, list[int]]:
    """What each item is like, by item, the most alike first."""
    found: dict[int, list[int]] = {item.draft.item_id: [] for item in subject.items}
    for pair in subject.work.likenesses.among(sorted(found)):
        if pair.verdict is not Verdict.DISTINCT:
            for one, other in permutations((pair.draft_id, pair.other_id)):
                if one in found:
                    found[one].append(other)
    return found


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
