"""Use cases on numbered copies: give out, sign for, call back, destroy (份号登记).

Numbers are dealt, signed for, called back and destroyed before two (requirements N17).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, repeat

from desk.auditing import By, note
from desk.compiling import copies_of, name_of, publication_of, recipients_of
from desk.copies import KEEPER, NEXT, Copy, CopyState, number_text, numbers_text
from desk.errors import DeskError, FieldError, NotAllowedError
from desk.issues import Issue
from desk.publications import Publication, Recipient
from desk.store import Store, Work

_WITNESSES = 2
_MOST = 2000  # copies of one issue


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done to copies: the state they get, the day, who signed or saw to it."""

    state: CopyState
    day: date
    person: str = ""
    remark: str = ""


def allot(store: Store, issue_id: int, *, by: By) -> list[Copy]:
    """Deal the numbers from 000001 to the recipients in their order; what is left is kept.

    Raises NotAllowedError before the release, without recipients, or once a copy has gone out.
    """
    with store.begin() as work:
        issue = work.issues.get(issue_id)
        publication = publication_of(work, issue.publication_id)
        recipients = recipients_of(publication, issue)
        _may_allot(work, issue, recipients)
        copies = _dealt(publication, issue, recipients)
        work.copies.remove(issue_id)
        work.copies.put(copies)
        name = name_of(publication, issue)
        note(work, by, "分配份号", f"issue:{issue_id}", f"{name} 共 {len(copies)} 份")
        return copies


def _may_allot(work: Work, issue: Issue, recipients: Sequence[Recipient]) -> None:
    if not issue.is_frozen:
        raise NotAllowedError("这一期还没有印发，不能分配份号。请先印发。")
    if not recipients:
        raise NotAllowedError(
            "还没有发送单位和份数。请在“资料→刊物与栏目”的“发送”里列出发送单位，再来分配份号。"
        )
    if any(one.state is not CopyState.KEPT for one in work.copies.of(issue.id)):
        raise NotAllowedError("已经有份号发出，不能重新分配。要改的请逐份改发送单位。")


def _dealt(publication: Publication, issue: Issue, recipients: Iterable[Recipient]) -> list[Copy]:
    names = list(chain.from_iterable(repeat(one.name, one.copies) for one in recipients))
    names += [KEEPER] * (copies_of(publication, issue) - len(names))
    if len(names) > _MOST:
        raise DeskError(f"共 {len(names)} 份，份号登记一期最多 {_MOST} 份。请核对份数。")
    return [Copy(issue.id, number, name) for number, name in enumerate(names, 1)]


def record(
    store: Store, issue_id: int, numbers: Iterable[int], deed: Deed, *, by: By
) -> list[Copy]:
    """Do something to copies, to all of them or to none; returns what they were before.

    Raises FieldError for what is not filled in, NotAllowedError where a state forbids it.
    """
    _must_be_filled(deed)
    with store.begin() as work:
        wanted = set(numbers)
        former = [one for one in work.copies.of(issue_id) if one.number in wanted]
        if not former:
            raise NotAllowedError("没有选中份号。请先在列表里选好。")
        for one in former:
            if deed.state not in NEXT[one.state]:
                raise NotAllowedError(
                    f"{number_text(one.number)} 号现在是“{one.state}”，不能记为“{deed.state}”。"
                    "请核对份号后再选。"
                )
        work.copies.put(_after(one, deed) for one in former)
        _tell(work, by, issue_id, f"份号{deed.state}", former, f"{deed.person} {deed.remark}")
        return former


def _must_be_filled(deed: Deed) -> None:
    if deed.state is CopyState.SIGNED and not deed.person.strip():
        raise FieldError("person", "请写上签收人的姓名。")
    if deed.state is CopyState.DESTROYED and len(_people(deed.person)) < _WITNESSES:
        raise FieldError("person", "销毁要有两人监销。请写上两个人的姓名，中间用顿号。")
    if deed.state is CopyState.LOST and not deed.remark.strip():
        raise FieldError("remark", "请写明怎样遗失、向谁报告了。")


def _people(names: str) -> set[str]:
    return set(re.split(r"[、，,；;\s]+", names)) - {""}


def _after(one: Copy, deed: Deed) -> Copy:
    person = deed.person.strip()
    done = replace(one, state=deed.state, day=deed.day, person=person, remark=deed.remark.strip())
    if deed.state is CopyState.SIGNED:
        return replace(done, signed_by=person, signed=deed.day, returned=None)
    if deed.state is CopyState.RETURNED:
        return replace(done, returned=deed.day)
    return done


def readdress(
    store: Store, issue_id: int, numbers: Iterable[int], recipient: str, *, by: By
) -> list[Copy]:
    """Give copies that are at the desk to somebody else; returns what they were before."""
    name = recipient.strip()
    if not name:
        raise FieldError("person", "请写上发送单位或姓名。")
    with store.begin() as work:
        wanted = set(numbers)
        former = [one for one in work.copies.of(issue_id) if one.number in wanted]
        gone = next((one for one in former if one.is_out or not NEXT[one.state]), None)
        if gone is not None:
            raise NotAllowedError(
                f"{number_text(gone.number)} 号现在是“{gone.state}”，不能改发送单位。请先收回。"
            )
        work.copies.put(replace(one, recipient=name) for one in former)
        _tell(work, by, issue_id, "改发送单位", former, name)
        return former


def put_back(store: Store, former: Sequence[Copy], *, by: By) -> None:
    """Take a deed back."""
    with store.begin() as work:
        work.copies.put(former)
        _tell(work, by, former[0].issue_id, "撤销份号登记", former, "")


def _tell(
    work: Work, by: By, issue_id: int, action: str, copies: Sequence[Copy], said: str
) -> None:
    numbers = numbers_text(one.number for one in copies)
    note(work, by, action, f"issue:{issue_id}", f"{numbers} {said}".strip())
