"""Use case: keep the use register (利用登记)."""

from dataclasses import replace
from datetime import date

from desk.archive.uses import Use, UseWay
from desk.auditing import By, note
from desk.compiling import name_of, publication_of
from desk.errors import FieldError, NotAllowedError
from desk.store import Store, Work


def record_use(store: Store, use: Use, *, by: By) -> Use:
    """Enter a use of a released issue. Raises FieldError for what is missing or cannot be."""
    _check(use, by)
    with store.begin() as work:
        name = _named(work, use.issue_id)
        kept = work.uses.save(replace(use, clerk=use.clerk or by.who), by.now)
        detail = f"{name} {use.who} {use.way}：{use.purpose}"
        note(work, by, "利用登记", f"issue:{use.issue_id}", detail)
        return kept


def give_back(store: Store, use_id: int, day: date, *, by: By) -> Use:
    """Enter that a loan came back. Raises NotAllowedError where nothing is out."""
    with store.begin() as work:
        use = work.uses.get(use_id)
        if not use.is_out:
            raise NotAllowedError("这一条不是借出未还的，不用登记归还。")
        if day < use.day:
            raise FieldError("returned", f"归还日期早于借出的 {use.day}。请改正日期。")
        kept = work.uses.save(replace(use, returned=day), by.now)
        note(work, by, "归还", f"issue:{use.issue_id}", f"{use.who} {day}")
        return kept


def take_back_return(store: Store, use_id: int, *, by: By) -> Use:
    """Undo ``give_back``."""
    with store.begin() as work:
        use = work.uses.get(use_id)
        note(work, by, "撤销归还", f"issue:{use.issue_id}", use.who)
        return work.uses.save(replace(use, returned=None), by.now)


def take_back_use(store: Store, use_id: int, *, by: By) -> None:
    """Undo ``record_use``; the audit trail tells that it was entered."""
    with store.begin() as work:
        use = work.uses.get(use_id)
        work.uses.drop(use_id)
        note(work, by, "撤销利用登记", f"issue:{use.issue_id}", f"{use.who} {use.way}")


def _check(use: Use, by: By) -> None:
    if not use.who.strip():
        raise FieldError("who", "利用人还没有填。请写上查阅或借阅的人。")
    if not use.purpose.strip():
        raise FieldError("purpose", "利用目的还没有填。请写上为什么要用。")
    if use.way is not UseWay.READ and not use.approver.strip():
        raise FieldError("approver", f"{use.way}要经批准。请写上批准人。")
    if use.day > by.today:
        raise FieldError("day", f"日期 {use.day} 还没有到。请改正。")


def _named(work: Work, issue_id: int) -> str:
    issue = work.issues.get(issue_id)
    name = name_of(publication_of(work, issue.publication_id), issue)
    if not issue.is_frozen:
        raise NotAllowedError(f"{name}还没有印发，没有可以利用的往期。")
    return name
