"""Use cases on the foreseeable calendar: take an occasion up, wave it off, change the calendar."""

from collections.abc import Sequence
from dataclasses import replace

from desk.auditing import By, note
from desk.errors import FieldError
from desk.store import Store, Work
from desk.topic_pool.foreseeable import Foreseeable, Waved, shipped, topic_of
from desk.topic_pool.noting import note_within
from desk.topic_pool.occasion import Happening, Occasion, must_be_readable
from desk.topic_pool.topic import PoolTopic

_SUBJECT = "policy:Foreseeable"
_MOST_AHEAD = 180  # days


def take_up(store: Store, found: Sequence[Happening], *, by: By) -> list[PoolTopic]:
    """Make topics of occasions; those that have one already are left."""
    with store.begin() as work:
        known = {one.occasion for one in work.matters.all(PoolTopic)}
        wanted = [one for one in found if one.key not in known]
        return [note_within(work, topic_of(one, work, by.today), by) for one in wanted]


def wave_off(store: Store, found: Sequence[Happening], reason: str, *, by: By) -> Foreseeable:
    """Do not ask for some occasions this time; gives back the calendar as it was."""
    with store.begin() as work:
        former = work.matters.policy(Foreseeable())
        keys = {one.key for one in found}
        kept = tuple(one for one in former.waved if one.key not in keys)
        waved = (*kept, *(Waved(one.key, reason.strip()) for one in found))
        _keep(work, replace(former, waved=waved), by, "今年不约", _titles(found, reason))
    return former


def keep_occasion(store: Store, occasion: Occasion, *, by: By) -> Foreseeable:
    """Add or change an occasion; gives back the calendar as it was. Raises FieldError."""
    _must_be_sound(occasion)
    with store.begin() as work:
        former = work.matters.policy(Foreseeable())
        known = [one.key for one in former.own]
        own = tuple(occasion if one.key == occasion.key else one for one in former.own)
        if occasion.key not in known:
            own = (*former.own, occasion)
        _keep(
            work, replace(former, own=own), by, "改预见日历", f"{occasion.title}：{occasion.when}"
        )
    return former


def switch(store: Store, key: str, *, on: bool, by: By) -> Foreseeable:
    """Use an occasion, or no longer; gives back the calendar as it was."""
    with store.begin() as work:
        former = work.matters.policy(Foreseeable())
        off = tuple(one for one in former.off if one != key)
        title = next((one.title for one in former.occasions if one.key == key), key)
        changed = replace(former, off=off if on else (*off, key))
        _keep(work, changed, by, "启用节点" if on else "停用节点", title)
    return former


def reset_occasion(store: Store, key: str, *, by: By) -> Foreseeable:
    """Forget what the office made of an occasion: a shipped one is as shipped, an own one gone."""
    with store.begin() as work:
        former = work.matters.policy(Foreseeable())
        own = tuple(one for one in former.own if one.key != key)
        title = next((one.title for one in former.own if one.key == key), key)
        is_own = all(one.key != key for one in shipped())
        action = "删除节点" if is_own else "恢复节点原样"
        _keep(work, replace(former, own=own), by, action, title)
    return former


def restore_calendar(store: Store, former: Foreseeable, *, by: By) -> None:
    """Make the calendar what it was."""
    with store.begin() as work:
        _keep(work, former, by, "恢复预见日历", "")


def new_key(plan: Foreseeable) -> str:
    """The key of the next occasion of the office's own."""
    used = [one.key.removeprefix("own-") for one in plan.own if one.key.startswith("own-")]
    return f"own-{max((int(one) for one in used if one.isdecimal()), default=0) + 1}"


def _keep(work: Work, plan: Foreseeable, by: By, action: str, detail: str) -> None:
    work.matters.keep_policy(plan, by)
    note(work, by, action, _SUBJECT, detail)


def _must_be_sound(occasion: Occasion) -> None:
    if not occasion.title.strip():
        raise FieldError("title", "节点还没有名称。请写上，例如“荔枝上市和销售”。")
    must_be_readable(occasion.when.strip())
    if not 0 <= occasion.lead <= _MOST_AHEAD:
        raise FieldError("lead", f"提前天数请写 0 到 {_MOST_AHEAD} 之间的数。")


def _titles(found: Sequence[Happening], reason: str) -> str:
    names = "、".join(f"{one.occasion.title}（{one.days}）" for one in found)
    return f"{names}：{reason.strip()}" if reason.strip() else names
