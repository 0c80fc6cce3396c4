"""Use cases on many drafts at once: take them on, hand them over, flag, tag, mark as read.

Each is one unit of work, all or none, and returns how the drafts stood before, for its undo.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desk.auditing import By, note
from desk.drafts import Draft, Status
from desk.errors import DeskError, NotAllowedError
from desk.store import Store, Work
from desk.topics import Topic
from desk.versions import follow

_AT_ONCE = 200  # drafts read together: their texts are in memory meanwhile
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Accepted:
    """How a draft stood before it was taken on."""

    id: int
    status: Status
    holder: str


def accept(store: Store, ids: Sequence[int], *, by: By) -> list[Accepted]:
    """Take new drafts on: 新到 becomes 在编, in the hands of who acts unless somebody has it.

    Drafts in other statuses are left as they are; raises NotAllowedError where none is new.
    """
    with store.begin() as work:
        new = [draft for draft in _drafts(work, ids) if draft.status is Status.NEW]
        if not new:
            raise NotAllowedError("选中的稿件里没有“新到”的，不用接收。")
        for draft in new:
            holder = draft.holder or by.who
            work.drafts.save(replace(draft, status=Status.EDITING, holder=holder))
            note(work, by, f"{Status.NEW}→{Status.EDITING}", f"draft:{draft.id}", "接收")
    return [Accepted(draft.id, draft.status, draft.holder) for draft in new]


def put_accepted_back(store: Store, before: Iterable[Accepted], *, by: By) -> None:
    """Make drafts new again that were taken on; raises NotAllowedError where one has moved on."""
    with store.begin() as work:
        for former in before:
            draft = work.drafts.get(former.id)
            draft.must_move(former.status)
            work.drafts.save(replace(draft, status=former.status, holder=former.holder))
            note(work, by, f"{draft.status}→{former.status}", f"draft:{draft.id}", "撤销")


def assign(store: Store, ids: Sequence[int], holder: str, *, by: By) -> dict[int, str]:
    """Give drafts into somebody's hands, "" for nobody's; returns who had each before."""
    name = _name(holder, "姓名") if holder.strip() else ""
    with store.begin() as work:
        before = {row.id: row.holder for row in work.drafts.rows(ids) if row.holder != name}
        _hand_over(work, dict.fromkeys(before, name), by)
    return before


def put_assigned_back(store: Store, before: Mapping[int, str], *, by: By) -> None:
    """Give drafts back to who had them."""
    with store.begin() as work:
        _hand_over(work, before, by)


def _hand_over(work: Work, holders: Mapping[int, str], by: By) -> None:
    for holder, ids in _by_value(holders).items():
        work.drafts.mark(ids, holder=holder)
        for draft_id in ids:
            note(work, by, "交办" if holder else "取消交办", f"draft:{draft_id}", holder)


def flag(store: Store, ids: Sequence[int], *, on: bool, by: By) -> list[int]:
    """Flag drafts or take their flags away; returns those that were changed."""
    with store.begin() as work:
        changed = [row.id for row in work.drafts.rows(ids) if row.is_flagged != on]
        work.drafts.mark(changed, is_flagged=on)
        for draft_id in changed:
            note(work, by, "加旗标" if on else "去旗标", f"draft:{draft_id}")
    return changed


def mark_read(store: Store, ids: Sequence[int], *, on: bool) -> list[int]:
    """Mark drafts as read or unread; returns those that were changed. It leaves no record."""
    with store.begin() as work:
        changed = [row.id for row in work.drafts.rows(ids) if row.is_read != on]
        work.drafts.mark(changed, is_read=on)
    return changed


def tag(
    store: Store, ids: Sequence[int], topics: Sequence[str], *, on: bool, by: By
) -> dict[int, tuple[str, ...]]:
    """Give drafts topics or take them away; new topics join the office's list.

    Returns the topics that each changed draft had before.
    """
    names = tuple(dict.fromkeys(_name(topic, "选题") for topic in topics if topic.strip()))
    if not names:
        raise DeskError("没有写选题。请选一个，或者写上新的名称。")
    before: dict[int, tuple[str, ...]] = {}
    with store.begin() as work:
        if on:
            _add_topics(work, names)
        for draft in _drafts(work, ids):
            rest = tuple(one for one in draft.topics if one not in names)
            wanted = draft.topics + tuple(n for n in names if n not in draft.topics) if on else rest
            if wanted != draft.topics:
                before[draft.id] = draft.topics
                _set_topics(work, draft, wanted, by)
    return before


def put_tags_back(store: Store, before: Mapping[int, tuple[str, ...]], *, by: By) -> None:
    """Give each draft the topics it had before."""
    with store.begin() as work:
        for draft in _drafts(work, list(before)):
            _set_topics(work, draft, before[draft.id], by)


def _set_topics(work: Work, draft: Draft, topics: tuple[str, ...], by: By) -> None:
    changed = replace(draft, topics=topics)
    work.drafts.save(changed)
    follow(work, changed)
    note(work, by, "选题", f"draft:{draft.id}", "、".join(topics) or "无")


def _add_topics(work: Work, names: Iterable[str]) -> None:
    """Put unknown topics at the end of the office's list."""
    held = work.lists.topics()
    known = {topic.name for topic in held}
    start = max((topic.position for topic in held), default=-1) + 1
    for position, name in enumerate((one for one in names if one not in known), start=start):
        work.lists.save_topic(Topic(name, position))


def _drafts(work: Work, ids: Sequence[int]) -> Iterator[Draft]:
    for start in range(0, len(ids), _AT_ONCE):
        yield from work.drafts.several(ids[start : start + _AT_ONCE])


def _by_value(values: Mapping[int, str]) -> Mapping[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for draft_id, value in values.items():
        found[value].append(draft_id)
    return found


def _name(text: str, what: str) -> str:
    name = " ".join(text.split())
    if len(name) > LONGEST_NAME:
        raise DeskError(f"{what}“{name[:20]}……”有 {len(name)} 个字，最多 {LONGEST_NAME} 个字。")
    return name
