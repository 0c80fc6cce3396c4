"""Use cases on the people of the desk: add, change, set away, order, give a PIN."""

from collections.abc import Sequence
from dataclasses import replace

from desk.approvals import Approval, Lane
from desk.auditing import By, note
from desk.drafts import OPEN, DraftQuery
from desk.errors import FieldError, NotFoundError
from desk.office_clock import office_time
from desk.people import Person, stands_in
from desk.pins import hashed
from desk.store import Store, Work

_LONGEST = {"name": ("姓名", 60), "post": ("职务", 60), "phone": ("电话", 60)}

CLEARED = "清除口令"  # the record of a PIN taken away


def save_person(store: Store, person: Person, *, by: By) -> Person:
    """Add (id 0, at the end) or change a person, whose PIN stays as it is.

    A new name goes to lanes, open steps and drafts in hand too. Raises FieldError.
    """
    tidy = replace(
        person,
        name=_line("name", person.name),
        post=_line("post", person.post),
        phone=_line("phone", person.phone),
        deputy=" ".join(person.deputy.split()),
    )
    if not tidy.name:
        raise FieldError("name", "姓名不能为空。请填写姓名。")
    with store.begin() as work:
        held = work.people.all()
        former = next((one for one in held if one.id == tidy.id), None)
        tidy = replace(tidy, pin=former.pin if former else "")
        if former is None:
            tidy = replace(tidy, position=max((one.position for one in held), default=-1) + 1)
        others = [one for one in held if one.id != tidy.id]
        _must_be_new(tidy, others)
        _must_have_deputy(tidy, others)
        if former is not None and former.is_active and not tidy.is_active:
            _must_be_free(work, former.name, others)
        saved = work.people.save(tidy)
        if former is not None and former.name != saved.name:
            _rename(work, former.name, saved.name)
        note(work, by, *_told(former, saved))
        return saved


def order_people(store: Store, ids: Sequence[int], *, by: By) -> None:
    """Put the people in this order."""
    with store.begin() as work:
        held = {one.id: one for one in work.people.all()}
        for position, person_id in enumerate(ids):
            work.people.save(replace(held[person_id], position=position))
        note(work, by, "调整人员次序", "people", "、".join(held[one].name for one in ids))


def set_pin(store: Store, person_id: int, pin: str, salt: bytes, *, by: By) -> Person:
    """Give a person a PIN of 4 to 8 digits; one that is set is changed only by its owner.

    Raises FieldError.
    """
    with store.begin() as work:
        person = _person(work, person_id)
        if person.pin and person.name != by.who:
            raise FieldError(
                "pin",
                f"“{person.name}”已经设了口令，只有切换到本人才能改。忘了口令的，请先清除再设。",
            )
        saved = work.people.save(replace(person, pin=hashed(pin, salt)))
        note(work, by, "修改口令" if person.pin else "设置口令", f"person:{person.id}", person.name)
        return saved


def clear_pin(store: Store, person_id: int, *, by: By) -> Person:
    """Take a forgotten PIN away; the trail keeps who did."""
    with store.begin() as work:
        saved = work.people.save(replace(_person(work, person_id), pin=""))
        note(work, by, CLEARED, f"person:{saved.id}", saved.name)
        return saved


def put_pin_back(store: Store, former: Person, *, by: By) -> None:
    """Give a person the PIN they had, none where they had none: the undo of the two above."""
    with store.begin() as work:
        work.people.save(replace(_person(work, former.id), pin=former.pin))
        note(work, by, "撤销口令改动", f"person:{former.id}", former.name)


def cleared_by(work: Work, person: Person) -> str:
    """Who took the PIN of somebody away who has none now, and when; "" where nobody else did."""
    subject = f"person:{person.id}"
    records = [one for one in work.audit.records(subject) if "口令" in one.action]
    if person.pin or not records or records[0].action != CLEARED or records[0].who == person.name:
        return ""
    day = office_time(records[0].when)
    return f"{records[0].who}在{day.month}月{day.day}日 {day:%H:%M}"


def _person(work: Work, person_id: int) -> Person:
    found = next((one for one in work.people.all() if one.id == person_id), None)
    if found is None:
        raise NotFoundError(f"找不到编号为 {person_id} 的人员。请刷新后再试。")
    return found


def _line(field: str, text: str) -> str:
    label, longest = _LONGEST[field]
    line = " ".join(text.split())
    if len(line) > longest:
        raise FieldError(field, f"{label}有 {len(line)} 个字，最多 {longest} 个字。")
    return line


def _must_be_new(person: Person, others: Sequence[Person]) -> None:
    if any(one.name == person.name for one in others):
        raise FieldError(
            "name", f"“{person.name}”已经在名单里了。同名的人请在姓名后面注明，例如加上科室。"
        )


def _must_have_deputy(person: Person, others: Sequence[Person]) -> None:
    """Who is away leaves somebody who decides: “主任不在时则由副主任把关” (seed 002)."""
    names = {one.name for one in others if one.is_active}
    if person.deputy == person.name:
        raise FieldError("deputy", "代签人不能是本人。请另选一位。")
    if person.deputy and person.deputy not in names:
        raise FieldError("deputy", f"名单里没有在用的“{person.deputy}”。请从名单里选代签人。")
    if person.is_away and not person.deputy:
        raise FieldError("deputy", "外出期间要有代签人，稿件才不会压着。请选一位代签人。")
    if person.is_away and stands_in([*others, person], person.name) == person.name:
        raise FieldError("deputy", f"“{person.deputy}”也外出，又由本人代签。请另选一位代签人。")


def _must_be_free(work: Work, name: str, others: Sequence[Person]) -> None:
    """Raise FieldError while a lane, a draft under way or somebody who is away needs a person."""
    away = [one.name for one in others if one.is_active and one.is_away and one.deputy == name]
    if away:
        raise FieldError(
            "is_active", f"“{'、'.join(away)}”外出，由“{name}”代签。请先换代签人，再停用。"
        )
    lanes = [one.name for one in _lanes_asking(work, name)]
    if lanes:
        raise FieldError(
            "is_active", f"“{name}”还在审签流程“{'、'.join(lanes)}”里。请先在那里换人，再停用。"
        )
    waiting = [one for one in work.approvals.open() if one.current and _asks(one, name)]
    if waiting:
        raise FieldError(
            "is_active", f"还有 {len(waiting)} 篇稿件等“{name}”审签。请先办完或者转交，再停用。"
        )


def _lanes_asking(work: Work, name: str) -> list[Lane]:
    lanes = [one for one in work.approvals.lanes() if one.is_active]
    return [lane for lane in lanes if any(stage.signer == name for stage in lane.stages)]


def _asks(way: Approval, name: str) -> bool:
    """Whether a step not yet taken, now or later, asks for somebody."""
    return any(step.done is None and step.asked == name for step in way.steps)


def _rename(work: Work, old: str, new: str) -> None:
    """Let deputies, lanes, the steps not yet taken and the drafts in hand follow a changed name."""
    for person in work.people.all():
        if person.deputy == old:
            work.people.save(replace(person, deputy=new))
    for lane in work.approvals.lanes():
        stages = (
            replace(one, signer=new if one.signer == old else one.signer) for one in lane.stages
        )
        work.approvals.save_lane(replace(lane, stages=tuple(stages)))
    for way in work.approvals.open():
        work.approvals.save(_renamed(way, old, new))
    held = DraftQuery(holder=old, statuses=frozenset(OPEN), with_versions=True)
    work.drafts.mark(work.drafts.ids(held), holder=new)


def _renamed(way: Approval, old: str, new: str) -> Approval:
    steps = (
        replace(one, asked=new) if one.asked == old and one.done is None else one
        for one in way.steps
    )
    return replace(way, steps=tuple(steps), who=new if way.who == old else way.who)


def _told(former: Person | None, saved: Person) -> tuple[str, str, str]:
    subject = f"person:{saved.id}"
    if former is None:
        return "新增人员", subject, " ".join(filter(None, (saved.name, saved.post)))
    if former.is_away != saved.is_away:
        detail = f"{saved.name}，由{saved.deputy}代签" if saved.is_away else saved.name
        return ("登记外出" if saved.is_away else "外出返回"), subject, detail
    if former.is_active != saved.is_active:
        return ("启用人员" if saved.is_active else "停用人员"), subject, saved.name
    renamed = f"{former.name} → {saved.name}" if former.name != saved.name else saved.name
    return "修改人员", subject, renamed
