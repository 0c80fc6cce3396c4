"""Use cases: note topics, change them, lay them aside; each gives back what its undo needs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desk.auditing import By, note
from desk.errors import FieldError
from desk.store import Store, Work
from desk.topic_pool.topic import PoolTopic

_BULLET = re.compile(
    r"^(?:[-*•·●▪★☆▲△√✓>]+|[（(]?\d{1,2}[）).．、]|[（(]?[一二三四五六七八九十]{1,3}[）)、.])\s*"
)
_LONGEST = 120  # characters of a title


def titles_of(text: str) -> tuple[str, ...]:
    """The topics typed or pasted, one a line, without bullets and numbers of lists."""
    lines = (_bare(line) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def note_within(work: Work, topic: PoolTopic, by: By) -> PoolTopic:
    """Put one topic into the pool. Raises FieldError."""
    must_be_sound(topic)
    kept = work.matters.save(replace(topic, title=topic.title.strip()), by)
    note(work, by, "记选题", kept.subject, _told(kept))
    return kept


def note_topics(store: Store, topics: Iterable[PoolTopic], *, by: By) -> list[PoolTopic]:
    """Put topics into the pool, in one step. Raises FieldError."""
    with store.begin() as work:
        return [note_within(work, one, by) for one in topics]


def forget_topics(store: Store, ids: Iterable[int], *, by: By) -> None:
    """Take topics out of the pool again, as the undo of noting them."""
    with store.begin() as work:
        for one in ids:
            forget_within(work, work.matters.get(PoolTopic, one), by)


def forget_within(work: Work, topic: PoolTopic, by: By) -> None:
    """Take one topic out of the pool again."""
    work.matters.remove(PoolTopic, topic.id)
    note(work, by, "撤销选题", topic.subject, topic.title)


def change_topic(store: Store, topic: PoolTopic, *, by: By) -> PoolTopic:
    """Keep a changed topic; gives back what it was. Raises FieldError, NotFoundError."""
    must_be_sound(topic)
    with store.begin() as work:
        former = work.matters.get(PoolTopic, topic.id)
        work.matters.save(topic, by)
        note(work, by, "改选题", topic.subject, _told(topic))
        for one in set(topic.drafts) - set(former.drafts):
            note(work, by, "对上选题", f"draft:{one}", topic.title)
    return former


def drop_topics(store: Store, ids: Sequence[int], reason: str, *, by: By) -> list[PoolTopic]:
    """Lay topics aside for a reason (不用); gives back what they were. Raises FieldError."""
    if not reason.strip():
        raise FieldError("reason", "请写明为什么不用，例如“已有同类稿件”“时机已过”。")
    with store.begin() as work:
        former = [work.matters.get(PoolTopic, one) for one in ids]
        for one in former:
            work.matters.save(replace(one, dropped=reason.strip()), by)
            note(work, by, "选题不用", one.subject, f"{one.title}：{reason.strip()}")
    return former


def put_back(store: Store, former: Iterable[PoolTopic], *, by: By) -> list[PoolTopic]:
    """Make topics what they were; gives back what they were until now."""
    with store.begin() as work:
        now = []
        for one in former:
            now.append(work.matters.get(PoolTopic, one.id))
            work.matters.save(one, by)
            note(work, by, "恢复选题", one.subject, one.title)
    return now


def must_be_sound(topic: PoolTopic) -> None:
    """Raise FieldError for a topic that says nothing, or a whole text."""
    title = topic.title.strip()
    if not title:
        raise FieldError("title", "选题还没有写。请写一句话，例如“全县夏粮收购进度和存在问题”。")
    if len(title) > _LONGEST:
        raise FieldError(
            "title", f"选题有 {len(title)} 个字，最多 {_LONGEST} 个字。请写短，细节写进“说明”。"
        )


def _bare(line: str) -> str:
    return _BULLET.sub("", line.strip()).strip().rstrip("；;。")


def _told(topic: PoolTopic) -> str:
    until = f"，{topic.wanted:%Y-%m-%d}前要" if topic.wanted else ""
    came = f"（{topic.came_from}）" if topic.came_from else ""
    return f"{topic.title}{came}{until}"
