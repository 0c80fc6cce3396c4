"""Use cases on the office's own lists: reasons, limits, special days, topics."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from desk.auditing import By, note
from desk.calendar import SpecialDay
from desk.clocks import Clock
from desk.drafts import DraftQuery
from desk.errors import FieldError, NotAllowedError
from desk.importing.registry import plain
from desk.reasons import Reason, next_code
from desk.store import Store, Work
from desk.terms import ClockUnit
from desk.timing import restart
from desk.topics import Topic

LONGEST_LIMIT = 366
_LONGEST = {"text": ("理由", 120), "advice": ("建议", 200), "name": ("名称", 60)}
_AT_ONCE = 200  # drafts rewritten together


def save_reason(store: Store, reason: Reason, *, by: By) -> Reason:
    """Add (without a code, at the end) or change a reason. Raises FieldError."""
    tidy = replace(
        reason,
        text=_line("text", reason.text),
        advice=_line("advice", reason.advice, may_lack=True),
    )
    with store.begin() as work:
        held = work.lists.reasons()
        others = [one for one in held if one.code != tidy.code and one.decision is tidy.decision]
        twin = next((one for one in others if plain(one.text) == plain(tidy.text)), None)
        if twin:
            raise FieldError(
                "text", f"“{tidy.text}”已经是{tidy.decision}的理由（{twin.code}）。请换一种说法。"
            )
        if not tidy.code:
            code, place = next_code(held, tidy.decision), _end(one.position for one in others)
            tidy = replace(tidy, code=code, position=place)
        work.lists.save_reason(tidy)
        what = "修改理由" if reason.code else "新增理由"
        state = "" if tidy.active else "（停用）"
        note(work, by, what, f"reason:{tidy.code}", f"{tidy.decision} {tidy.text}{state}")
        return tidy


def order_reasons(store: Store, codes: Sequence[str], *, by: By) -> None:
    """Put the reasons of one decision in this order."""
    with store.begin() as work:
        held = {reason.code: reason for reason in work.lists.reasons()}
        for position, code in enumerate(codes):
            work.lists.save_reason(replace(held[code], position=position))
        note(work, by, "调整理由次序", "reasons", "、".join(codes))


def save_clock(store: Store, clock: Clock, *, by: By) -> int:
    """Set the limit of a kind and all open drafts' clocks; returns how many of these changed.

    Raises FieldError.
    """
    must_be_sensible(clock)
    with store.begin() as work:
        work.lists.save_clock(clock)
        note(work, by, "修改时限", "clocks", f"{clock.kind or '未定类型'} {clock.words}")
        return restart(work)


def must_be_sensible(clock: Clock) -> None:
    """Raise FieldError for a limit of no time at all, or of more than a year."""
    least = 1 if clock.unit in (ClockUnit.MINUTES, ClockUnit.HOURS) else 0
    if not least <= clock.amount <= LONGEST_LIMIT:
        raise FieldError(
            "amount", f"时限“{clock.amount}”不合适。请填写 {least} 到 {LONGEST_LIMIT} 的整数。"
        )


def save_special_day(store: Store, special: SpecialDay, *, by: By) -> int:
    """Decide on a day against the national calendar; returns how many clocks changed."""
    tidy = replace(special, name=_line("name", special.name, may_lack=True))
    with store.begin() as work:
        work.lists.save_special_day(tidy)
        works = "上班" if tidy.is_working else "休息"
        detail = f"{tidy.day:%Y-%m-%d} {works} {tidy.name}".rstrip()
        note(work, by, "设定特殊日期", "calendar", detail)
        return restart(work)


def delete_special_day(store: Store, day: date, *, by: By) -> int:
    """Let the national calendar decide on a day again; returns how many clocks changed."""
    with store.begin() as work:
        work.lists.delete_special_day(day)
        note(work, by, "取消特殊日期", "calendar", f"{day:%Y-%m-%d}")
        return restart(work)


def save_topic(store: Store, topic: Topic, *, by: By, former: str = "") -> Topic:
    """Add (at the end) or change a topic; ``former`` is the name it had. Raises FieldError.

    Drafts and saved views follow a new name.
    """
    name = _line("name", topic.name)
    with store.begin() as work:
        held = work.lists.topics()
        others = [one for one in held if one.name != former]
        if any(plain(one.name) == plain(name) for one in others):
            raise FieldError("name", f"选题“{name}”已经有了。请换一个名称。")
        position = topic.position if former else _end(one.position for one in others)
        saved = replace(topic, name=name, position=position)
        if former and former != name:
            _rename(work, former, name)
        work.lists.save_topic(saved)
        detail = f"{former}→{name}" if former not in {"", name} else name
        state = "" if saved.active else "（停用）"
        note(work, by, "修改选题" if former else "新增选题", f"topic:{name}", f"{detail}{state}")
        return saved


def order_topics(store: Store, names: Sequence[str], *, by: By) -> None:
    """Put the topics in this order."""
    with store.begin() as work:
        held = {topic.name: topic for topic in work.lists.topics()}
        for position, name in enumerate(names):
            work.lists.save_topic(replace(held[name], position=position))
        note(work, by, "调整选题次序", "topics", "、".join(names))


def delete_topic(store: Store, name: str, *, by: By) -> None:
    """Remove a topic no draft has; raises NotAllowedError that says to put it out of use."""
    with store.begin() as work:
        count = len(work.drafts.ids(DraftQuery(topic=name)))
        if count:
            raise NotAllowedError(
                f"有 {count} 篇稿件属于选题“{name}”，不能删除。不再使用时，请把它停用。"
            )
        work.lists.delete_topic(name)
        note(work, by, "删除选题", f"topic:{name}", name)


def _rename(work: Work, former: str, name: str) -> None:
    ids = work.drafts.ids(DraftQuery(topic=former, with_versions=True))
    for start in range(0, len(ids), _AT_ONCE):
        for draft in work.drafts.several(ids[start : start + _AT_ONCE]):
            topics = tuple(name if one == former else one for one in draft.topics)
            work.drafts.save(replace(draft, topics=topics))
    for view in work.lists.views():
        if view.query.topic == former:
            work.lists.save_view(replace(view, query=replace(view.query, topic=name)))
    work.lists.delete_topic(former)


def _end(positions: Iterable[int]) -> int:
    return max(positions, default=-1) + 1


def _line(field: str, text: str, *, may_lack: bool = False) -> str:
    """A line without spaces around it, neither too long nor empty where it must not be."""
    label, most = _LONGEST[field]
    line = " ".join(text.split())
    if not line and not may_lack:
        raise FieldError(field, f"{label}不能为空。请写上{label}再保存。")
    if len(line) > most:
        raise FieldError(field, f"{label}有 {len(line)} 个字，最多 {most} 个字。请改短。")
    return line
