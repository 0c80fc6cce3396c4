"""How the backups stand, in four sentences: the last one, the second medium, trials, room."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.backups.due import REHEARSED_FOR
from desk.backups.overview import Overview
from desk.backups.words import size_words, span_words
from desk.office_clock import minute_words
from desk.settings import Settings

_MONTHS = 3  # room for less than that is said loudly


@dataclass(frozen=True, slots=True)
class State:
    """One sentence, and whether all is well with it; None where there is nothing to judge yet."""

    words: str
    is_good: bool | None = True


def states(found: Overview, settings: Settings, now: datetime) -> tuple[State, State, State, State]:
    """What the office should know of its backups."""
    return (
        _last(found, now),
        _second(found, settings, now),
        _rehearsal(found, now),
        _room(found),
    )


def _last(found: Overview, now: datetime) -> State:
    newest = found.newest
    if newest is None:
        return State("还没有备份。退出时会自动备份，也可以点“立即备份”。", is_good=False)
    ago = now - newest.taken
    when = minute_words(newest.taken) + (f"，{span_words(ago)}前" if ago > timedelta() else "")
    faulty = sum(bool(row.backup.fault) for row in found.rows)
    words = f"最近一次备份：{when}，{size_words(newest.size)}，已校验"
    if faulty:
        return State(f"{words}；有 {faulty} 份备份不能用，原因见列表", is_good=False)
    return State(words)


def _second(found: Overview, settings: Settings, now: datetime) -> State:
    second = found.second
    if second is None:
        return State(
            "没有设第二介质：电脑丢失或硬盘坏了，备份会一起没有。请在“备份设置”里选一个U盘或另一块盘。",
            is_good=False,
        )
    written = f"，最近写入 {minute_words(second.written)}" if second.written else "，还没有写过"
    if second.is_same_disk:
        words = f"第二介质“{second.wanted}”和数据在同一块盘上，盘坏了会一起没有，请换一个{written}"
        return State(words, is_good=False)
    if second.folder is not None:
        return State(f"第二介质“{second.wanted}”在{written}")
    if second.seen is None:
        return State(f"第二介质“{second.wanted}”还没有看到过，请插上或连上", is_good=False)
    away = now - second.seen
    words = f"第二介质“{second.wanted}”不在，最近一次看到是 {minute_words(second.seen)}{written}"
    return State(words, is_good=away < timedelta(days=settings.second_days))


def _rehearsal(found: Overview, now: datetime) -> State:
    last = found.rehearsal
    if last is None:
        return State("还没有做过恢复演练；有了备份以后每月自动做一次", is_good=None)
    words = f"恢复演练（{minute_words(last.when)}）：{last.words}"
    return State(words, is_good=last.is_good and now - last.when < 2 * REHEARSED_FOR)


def _room(found: Overview) -> State:
    room = found.forecast
    if room is None:
        return State("备份还没有占用空间", is_good=None)
    words = f"备份共占 {size_words(room.kept)}，磁盘还剩 {size_words(room.free)}；{room.words}"
    return State(words, is_good=room.months is None or room.months >= _MONTHS)
