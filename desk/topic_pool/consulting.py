"""Use cases: keep the minutes of a consultation, and make topics of the lines marked in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desk.auditing import By, note
from desk.calendar import Specials, is_working
from desk.errors import FieldError
from desk.repositories.matters import MatterQuery
from desk.store import Store, Work
from desk.topic_pool.consultation import Consultation
from desk.topic_pool.noting import forget_within, note_within
from desk.topic_pool.rules import TopicRules
from desk.topic_pool.topic import PoolTopic

SOURCE = "会商"


@dataclass(frozen=True, slots=True)
class Kept:
    """Minutes kept: what they were (None: new), and the topics made of them now."""

    now: Consultation
    former: Consultation | None
    made: tuple[PoolTopic, ...]


def next_consultation(work: Work, today: date) -> Consultation:
    """New minutes of today, numbered on within the year, with chair and people of the last."""
    year = MatterQuery(first=date(today.year, 1, 1), last=date(today.year, 12, 31))
    held = work.matters.all(Consultation, year)
    last = next(iter(work.matters.all(Consultation)), Consultation(title="", day=today))
    count = max((_count(one) for one in held), default=0) + 1
    return Consultation(
        title=f"{today.year}年第{count}次信息工作会商会纪要",
        day=today,
        number=f"会商〔{today.year}〕{count}号",
        chair=last.chair,
        present=last.present,
        place=last.place,
    )


def keep_consultation(store: Store, wanted: Consultation, *, by: By) -> Kept:
    """Keep minutes, and put the marked lines that are not there yet into the pool.

    Raises FieldError. A topic made before stays, also where its mark is gone.
    """
    if not wanted.text.strip():
        raise FieldError("text", "纪要还没有内容。请一行写一条，选题行前加“★”。")
    with store.begin() as work:
        former = work.matters.get(Consultation, wanted.id) if wanted.id else None
        kept = work.matters.save(wanted, by)
        known = {one.title for one in topics_of(work, kept.id)}
        made = tuple(
            note_within(work, _topic(kept, title), by)
            for title in kept.marked
            if title not in known
        )
        detail = f"{kept.title}，新记选题 {len(made)} 条" if made else kept.title
        note(work, by, "改会商纪要" if former else "记会商纪要", kept.subject, detail)
    return Kept(kept, former, made)


def unkeep(store: Store, kept: Kept, *, by: By) -> None:
    """Make minutes and pool what they were, as the undo of keeping."""
    with store.begin() as work:
        for topic in kept.made:
            forget_within(work, topic, by)
        if kept.former:
            work.matters.save(kept.former, by)
        else:
            work.matters.remove(Consultation, kept.now.id)
        note(work, by, "撤销会商纪要", kept.now.subject, kept.now.title)


def topics_of(work: Work, consultation_id: int) -> list[PoolTopic]:
    """The topics that were made of some minutes, in the order they were noted."""
    held = work.matters.all(PoolTopic)
    return sorted(
        (one for one in held if one.consultation_id == consultation_id), key=lambda one: one.id
    )


def day_due(
    held: Sequence[Consultation], rules: TopicRules, today: date, specials: Specials
) -> date | None:
    """When this week's consultation is to be held; None where it was, or none is held weekly.

    Where its weekday is a holiday it is the working day before it in that week, else after it.
    """
    if rules.weekday is None:
        return None
    monday = today - timedelta(today.weekday())
    week = [monday + timedelta(at) for at in range(7)]
    if any(week[0] <= one.day <= week[-1] for one in held):
        return None
    wanted = week[rules.weekday]
    before = [day for day in week if day <= wanted and is_working(day, specials)]
    after = [day for day in week if day > wanted and is_working(day, specials)]
    return before[-1] if before else next(iter(after), None)


def _topic(kept: Consultation, title: str) -> PoolTopic:
    return PoolTopic(
        title=title,
        day=kept.day,
        source=SOURCE,
        origin=kept.number or kept.title,
        consultation_id=kept.id,
    )


def _count(one: Consultation) -> int:
    digits = one.number.partition("〕")[2].removesuffix("号")
    return int(digits) if digits.isascii() and digits.isdecimal() else 0
