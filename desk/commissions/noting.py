"""Use cases: write a notice of a commission before it is sent (约稿通知单草稿)."""

from dataclasses import replace

from desk.auditing import By, note
from desk.commissions.commission import Commission
from desk.errors import FieldError, NotAllowedError
from desk.store import Store, Work

LONGEST_TITLE, LONGEST_POINT, LONGEST_CONTACT = 100, 200, 100


def keep(store: Store, commission: Commission, *, by: By) -> Commission:
    """Add (id 0) or change a notice that is not sent yet; only its topic must be there.

    Raises FieldError, NotAllowedError where it was sent in the meantime.
    """
    with store.begin() as work:
        if commission.id:
            must_be_unsent(work.matters.get(Commission, commission.id))
        kept = work.matters.save(tidied(commission), by)
        detail = f"“{kept.title}”，{len(kept.tasks)} 家单位"
        note(work, by, "修改约稿草稿" if commission.id else "拟约稿通知", kept.subject, detail)
        return kept


def drop(store: Store, commission_id: int, *, by: By) -> Commission:
    """Throw a notice away that was not sent; gives it back for ``keep_again``."""
    with store.begin() as work:
        former = work.matters.get(Commission, commission_id)
        must_be_unsent(former)
        work.matters.remove(Commission, commission_id)
        note(work, by, "删去约稿草稿", former.subject, f"“{former.title}”")
        return former


def keep_again(store: Store, former: Commission, *, by: By) -> Commission:
    """Undo ``drop``."""
    return keep(store, replace(former, id=0), by=by)


def tidied(commission: Commission) -> Commission:
    """The notice without idle blanks and empty lines. Raises FieldError."""
    points = tuple(line for one in commission.points if (line := " ".join(one.split())))
    tidy = replace(
        commission,
        title=" ".join(commission.title.split()),
        points=points,
        contact=" ".join(commission.contact.split()),
    )
    _must_fit("title", "题目", tidy.title, LONGEST_TITLE)
    _must_fit("contact", "联系人", tidy.contact, LONGEST_CONTACT)
    for one in points:
        _must_fit("points", "着重写明的一条", one, LONGEST_POINT)
    if not tidy.title:
        raise FieldError("title", "请写上约稿的题目。")
    return tidy


def must_be_unsent(commission: Commission) -> None:
    """Raise NotAllowedError where the notice is out."""
    if commission.issued:
        raise NotAllowedError(f"{commission.name}已经发出。要改请用“更正”，不要了请用“撤回”。")


def last_of(work: Work) -> Commission | None:
    """The notice that was written last."""
    found = work.matters.all(Commission)
    return max(found, key=lambda one: one.id, default=None)


def _must_fit(field: str, label: str, text: str, most: int) -> None:
    if len(text) > most:
        raise FieldError(field, f"{label}有 {len(text)} 个字，最多 {most} 个字。请改短。")
