"""The backups: whether there is one of the last changes, elsewhere too, tried out, with room."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain

from desk.agenda.duty import Duty, Field, Ground, Machine
from desk.office_clock import minute_words, moment_at

BACKUP_AFTER = timedelta(hours=24)
UNTRIED_AFTER = timedelta(days=35)  # each month it is tried out by itself
_NEARLY_FULL = 1  # month
_LOOKED_AT = 50  # records: of rehearsals and restores so many may follow each other
_OWN = "backup"  # the subject of what the backups themselves write
_TAB = "备份与恢复"


def duties(ground: Ground) -> Iterator[Duty]:
    """All of them; none where nothing is known of the PC."""
    if ground.machine is None:
        return iter(())
    finders = (_overdue, _second, _rehearsal, _room)
    return chain.from_iterable(find(ground, ground.machine) for find in finders)


def _overdue(ground: Ground, machine: Machine) -> Iterator[Duty]:
    """Changes of which there has been no backup for a day."""
    made = machine.backed_up
    if made is None:
        if any(ground.work.drafts.counts().values()):
            yield _now("none", "还没有备份，请在“设置”里立即备份", ground)
        return
    records = ground.work.audit.records(limit=_LOOKED_AT)
    if any(one.when > made for one in records if one.subject != _OWN):
        text = f"{minute_words(made)}以后的改动还没有备份，请在“设置”里立即备份"
        yield _due(f"{made:%Y%m%d%H%M}", text, made + BACKUP_AFTER)


def _second(ground: Ground, machine: Machine) -> Iterator[Duty]:
    """A second medium that has not been there for long, or that is no second one."""
    second = machine.second
    if second is None:
        return
    if second.is_same_disk:
        text = "第二份备份和数据在同一块磁盘上，磁盘坏了会一起丢，请换一个移动盘或另一块磁盘"
        yield _now("same", text, ground)
    if second.folder:
        return
    if second.seen is None:
        yield _now("never", f"写第二份备份的“{second.wanted}”还没有接上过，请接上", ground)
        return
    days = (ground.now - second.seen).days
    text = f"写第二份备份的“{second.wanted}”已有 {days} 天没有接上，请接上"
    yield _due(f"away:{second.seen:%Y%m%d}", text, second.seen + machine.away)


def _rehearsal(ground: Ground, machine: Machine) -> Iterator[Duty]:
    """A rehearsal that failed, or that is long overdue."""
    last = machine.rehearsal
    if last is None:
        return
    if not last.is_good:
        yield _now(f"bad:{last.when:%Y%m%d%H%M}", last.words, ground, is_alarm=True)
        return
    days = (ground.now - last.when).days
    text = f"备份已有 {days} 天没有做恢复演练，请在“设置”里演练一次"
    yield _due(f"untried:{last.when:%Y%m%d}", text, last.when + UNTRIED_AFTER)


def _room(ground: Ground, machine: Machine) -> Iterator[Duty]:
    """A disk that will soon have no room for the next backups."""
    ahead = machine.forecast
    if ahead and ahead.months is not None and ahead.months <= _NEARLY_FULL:
        text = f"备份所在的磁盘快满了：{ahead.words}，请腾出空间或少留几份"
        yield _now(f"room:{ground.today:%Y%m}", text, ground)


def _now(key: str, text: str, ground: Ground, *, is_alarm: bool = False) -> Duty:
    midnight = moment_at(ground.today)
    return Duty(
        f"office:backup:{key}",
        Field.OFFICE,
        text,
        midnight,
        page="settings",
        target=_TAB,
        is_alarm=is_alarm,
    )


def _due(key: str, text: str, at: datetime) -> Duty:
    return Duty(
        f"office:backup:{key}", Field.OFFICE, text, at, due=at, page="settings", target=_TAB
    )
