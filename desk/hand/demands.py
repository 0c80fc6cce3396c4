"""What an entry must say before it is booked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desk.errors import FieldError
from desk.facts import FactKind
from desk.hand.entry import KINDS, Entry
from desk.issues import Role
from desk.publications import Publication
from desk.store import Work

LONGEST_TITLE = 300
LONGEST_NOTE = 500


def tidied(work: Work, entry: Entry) -> Entry:
    """The entry without idle blanks; what a draft says is filled in. Raises NotFoundError."""
    title, note = " ".join(entry.title.split()), " ".join(entry.note.split())
    units, item_id = tuple(dict.fromkeys(entry.unit_ids)), entry.item_id
    if item_id:
        draft = work.drafts.get(item_id)
        title, units, item_id = title or draft.title, units or draft.unit_ids, draft.item_id
    if not title and entry.kind is FactKind.ADJUSTMENT:
        title = "人工加减分"
    role = entry.role
    if role is Role.SINGLE and len(units) > 1:
        role = Role.JOINT
    return replace(entry, title=title, note=note, unit_ids=units, item_id=item_id, role=role)


def must_hold(work: Work, entry: Entry, today: date) -> None:
    """Raise FieldError where something is missing that this kind of thing must say."""
    _must_be_common(work, entry, today)
    _must_be_placed(work, entry)
    for demand in _DEMANDS.get(entry.kind, ()):
        demand(entry)
    _must_be_timed(entry)
    held = entry.particulars
    if held.value is not None and not entry.note:
        raise FieldError("note", "写了核定分，就要写明理由，例如“头条报道，从高核定”。")


def _must_be_common(work: Work, entry: Entry, today: date) -> None:
    if entry.kind not in KINDS:
        raise FieldError("kind", "冲销不能直接登记。请在列表里选中那一件，按“收回”。")
    if entry.day > today:
        raise FieldError("day", f"日期 {entry.day:%Y-%m-%d} 还没有到。请写已经发生的日期。")
    if not entry.unit_ids:
        raise FieldError("unit_ids", "没有写单位。请打拼音首字母选单位，多个单位用、隔开。")
    known = {one.id for one in work.registry.units()}
    if not known.issuperset(entry.unit_ids):
        raise FieldError("unit_ids", "有的单位已经不在名册里。请重新选择单位。")
    if not entry.title:
        raise FieldError("title", "没有写标题。请写标题，或者选一篇来稿。")
    for name, label, text, most in (
        ("title", "标题", entry.title, LONGEST_TITLE),
        ("note", "说明", entry.note, LONGEST_NOTE),
    ):
        if len(text) > most:
            raise FieldError(name, f"{label}有 {len(text)} 个字，最多 {most} 个字。请改短。")


def _must_be_placed(work: Work, entry: Entry) -> None:
    if entry.kind is FactKind.ADOPTION and entry.publication_id is None:
        raise FieldError("publication", "没有选刊物。采用要写明登在哪个刊物上。")
    if entry.publication_id is None:
        return
    found = next(
        (one for one in work.catalogue.publications() if one.id == entry.publication_id), None
    )
    if found is None:
        raise FieldError("publication", "这个刊物没有登记。请先到“资料—刊物”登记。")
    _must_be_a_section(found, entry)


def _must_be_a_section(publication: Publication, entry: Entry) -> None:
    if entry.section_id is not None and publication.section(entry.section_id) is None:
        raise FieldError("section", f"《{publication.name}》没有这个栏目。请重新选择栏目。")


def _must_go_up(entry: Entry) -> None:
    if entry.publication_id is None and not entry.particulars.level:
        raise FieldError("publication", "没有写报给哪里。请选上级刊物，或者写明级别。")


def _must_have_a_level(entry: Entry) -> None:
    if not entry.particulars.level:
        raise FieldError("level", "没有写级别。请写批示领导是哪一级，例如“省级”“市级”。")


def _must_have_an_outcome(entry: Entry) -> None:
    held = entry.particulars
    if not held.outcome and not (held.started and held.ended):
        raise FieldError(
            "outcome", "没有写情形。请写“按时”“逾期”“迟报”“失实”等，或者写明起、止时间。"
        )


def _must_be_approved(entry: Entry) -> None:
    held = entry.particulars
    if held.value is None:
        raise FieldError("value", "没有写加减几分。加分写正数，减分写负数，例如 5、-2.5。")
    if not entry.note:
        raise FieldError("note", "人工加减分要写明理由。")
    if not held.approver:
        raise FieldError("approver", "人工加减分要写明审批人。")


def _must_be_timed(entry: Entry) -> None:
    held = entry.particulars
    if held.started and held.ended and held.ended < held.started:
        raise FieldError("ended", "“止”早于“起”。请核对两个时间。")
    if held.late is not None and held.late < 0:
        raise FieldError("late", "超时小时不能是负数。没有超时的请留空。")


_DEMANDS: dict[FactKind, tuple[Callable[[Entry], None], ...]] = {
    FactKind.FORWARDING: (_must_go_up,),
    FactKind.INSTRUCTION: (_must_have_a_level,),
    FactKind.COMMISSION: (_must_have_an_outcome,),
    FactKind.EMERGENCY: (_must_have_an_outcome,),
    FactKind.INCIDENT: (_must_have_an_outcome,),
    FactKind.ADJUSTMENT: (_must_be_approved,),
}
