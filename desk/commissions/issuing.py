"""Use cases: send a commission, correct it, call it off, and undo each (发出、更正、撤回)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from desk.auditing import By, note
from desk.commissions import noting
from desk.commissions.changing import Change, change, change_within, must_be_running
from desk.commissions.commission import Commission, Means, Task
from desk.commissions.moments import moment_words
from desk.commissions.numbering import is_last, next_number
from desk.errors import FieldError, NotAllowedError
from desk.store import Store, Work


def issue(store: Store, commission: Commission, *, by: By) -> Commission:
    """Send a notice, new or kept: it gets the next number of the year, for good.

    Raises FieldError for what is missing.
    """
    with store.begin() as work:
        return issue_within(work, commission, by=by)


def issue_within(work: Work, commission: Commission, *, by: By) -> Commission:
    """Send a notice as a part of another use case."""
    if commission.id:
        noting.must_be_unsent(work.matters.get(Commission, commission.id))
    tidy = noting.tidied(commission)
    _must_be_whole(work, tidy, by)
    number = next_number(work, by.today.year)
    sent = replace(tidy, number=number, day=by.today, issued=by.now, closed=None, withdrawn="")
    kept = work.matters.save(sent, by)
    detail = f"{kept.name}，{moment_words(kept.due)}前，{kept.means}，{len(kept.tasks)} 家单位"
    note(work, by, "发出约稿", kept.subject, detail)
    return kept


def unissue(store: Store, sent: Commission, former: Commission | None, *, by: By) -> None:
    """Undo ``issue``: the notice is the draft it was, or gone where there was none.

    Raises NotAllowedError once the next number is given or an answer has come.
    """
    with store.begin() as work:
        now = work.matters.get(Commission, sent.id)
        if not is_last(work, now):
            raise NotAllowedError(f"{now.name}后面已经发了新的约稿，撤销会空出编号。请改用“撤回”。")
        if now.tasks != sent.tasks or now.closed:
            raise NotAllowedError(f"{now.name}已经有来稿或登记，不能撤销发出。请改用“撤回”。")
        note(work, by, "撤销发出", now.subject, now.name)
        if former is None or not former.id:
            work.matters.remove(Commission, sent.id)
        else:
            work.matters.save(former, by)


def correct(store: Store, commission: Commission, *, by: By) -> Change:
    """Correct topic, points, kind, contact, means or due time of a notice that is out (更正).

    Units that were asked stay; new ones in ``commission`` are asked too. Raises FieldError.
    """
    wanted = noting.tidied(commission)
    with store.begin() as work:
        former = work.matters.get(Commission, commission.id)
        must_be_running(former)
        latter = _corrected(former, wanted)
        told = "；".join(_differences(former, latter))
        if not told:
            return Change(former, former)
        return change_within(work, former.id, "更正约稿", told, lambda _former: latter, by=by)


def withdraw(store: Store, commission_id: int, reason: str, *, by: By) -> Change:
    """Call a commission off (撤回): it keeps its number, and nobody owes anything of it.

    Raises FieldError without a reason, NotAllowedError where results are booked.
    """
    why = " ".join(reason.split())
    if not why:
        raise FieldError("reason", "撤回要写明理由，例如“上级已取消”。")

    def edit(former: Commission) -> Commission:
        must_be_running(former)
        if any(one.booked for one in former.tasks):
            raise NotAllowedError(f"{former.name}的结果已经记入台账，不能撤回。请先撤销记入。")
        return replace(former, withdrawn=why, closed=by.now)

    return change(store, commission_id, "撤回约稿", why, edit, by=by)


def again(former: Commission, due: datetime, *, by: By) -> Commission:
    """A new notice like one of before (照这份再发), not kept yet."""
    return Commission(
        title=former.title,
        day=by.today,
        due=due,
        points=former.points,
        means=former.means,
        contact=former.contact,
        topics=former.topics,
        wanted=former.wanted,
        pool_id=former.pool_id,
        tasks=tuple(Task(one.unit_id) for one in former.tasks if not one.exempt),
    )


def new(title: str, due: datetime, *, by: By) -> Commission:
    """An empty notice, not kept yet."""
    return Commission(title=title, day=by.today, due=due, means=Means.PAPER)


def _must_be_whole(work: Work, commission: Commission, by: By) -> None:
    if not commission.tasks:
        raise FieldError("units", "还没有选单位。请勾选分组，或者打拼音首字母选单位。")
    known = {one.id for one in work.registry.units()}
    if not known.issuperset(commission.unit_ids):
        raise FieldError("units", "有的单位已经不在名册里。请重新选择单位。")
    if commission.due <= by.now:
        raise FieldError("due", f"报送时限 {moment_words(commission.due)} 已经过了。请重新写。")
    if not commission.contact:
        raise FieldError("contact", "请写上联系人和电话，单位好联系。")


def _corrected(former: Commission, wanted: Commission) -> Commission:
    asked = set(former.unit_ids)
    return replace(
        former,
        title=wanted.title,
        points=wanted.points,
        wanted=wanted.wanted,
        contact=wanted.contact,
        means=wanted.means,
        due=wanted.due,
        topics=wanted.topics,
        tasks=(*former.tasks, *(one for one in wanted.tasks if one.unit_id not in asked)),
    )


def _differences(former: Commission, latter: Commission) -> Iterator[str]:
    """What a correction says anew, in words."""
    for label, one, other in (
        ("题目", former.title, latter.title),
        ("着重写明", "、".join(former.points), "、".join(latter.points)),
        ("类型", former.wanted or "不限", latter.wanted or "不限"),
        ("时限", moment_words(former.due), moment_words(latter.due)),
        ("联系人", former.contact, latter.contact),
        ("方式", former.means, latter.means),
    ):
        if one != other:
            yield f"{label}由“{one}”改为“{other}”"
    more = len(latter.tasks) - len(former.tasks)
    if more:
        yield f"增加 {more} 家单位"
    if former.topics != latter.topics:
        yield f"选题标签改为“{'、'.join(latter.topics)}”"
