"""Use case: correct what was recognised of a draft."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from desk.auditing import By, note
from desk.composing import credited
from desk.drafts import Channel, Draft, Kind, Revision, Scope, Secrecy, Status, Urgency
from desk.editing import in_correction
from desk.errors import DeskError, NotAllowedError
from desk.learning import Learned, forget, learn
from desk.secrecy.grades import must_be_allowed
from desk.store import Store, Work
from desk.submissions import book_submission
from desk.timing import limits, timed
from desk.versions import follow


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the clerk may correct of a draft beside its text."""

    title: str
    unit_ids: tuple[int, ...]
    received: datetime
    channel: Channel = Channel.FILE
    author: str = ""
    phone: str = ""
    approver: str = ""
    event_date: date | None = None
    report_date: date | None = None
    kind: Kind | None = None
    urgency: Urgency = Urgency.NORMAL
    secrecy: Secrecy = Secrecy.NONE
    scope: Scope = Scope.OPEN_QUESTION
    topics: tuple[str, ...] = ()
    holder: str = ""

    @classmethod
    def of(cls, draft: Draft) -> "Particulars":
        """What a draft says now."""
        return cls(**{item.name: getattr(draft, item.name) for item in fields(cls)})


_LABELS = {
    "title": "标题",
    "unit_ids": "单位",
    "received": "收到时间",
    "channel": "来稿方式",
    "author": "作者",
    "phone": "电话",
    "approver": "审核人",
    "event_date": "事件日期",
    "report_date": "报送日期",
    "kind": "信息类型",
    "urgency": "紧急程度",
    "secrecy": "密级",
    "scope": "公开属性",
    "topics": "选题",
    "holder": "谁在办",
}
_OWN = frozenset({"title", "holder"})  # what a version has for itself


@dataclass(frozen=True, slots=True)
class Correction:
    """What a correction did: the draft before and after it, and the name it taught the desk."""

    before: Draft
    draft: Draft
    learned: Learned | None = None


def correct(
    store: Store,
    draft_id: int,
    particulars: Particulars,
    *,
    by: By,
    confirmed: frozenset[str] = frozenset(),
    ceiling: Secrecy = Secrecy.INTERNAL,
) -> Correction:
    """Write corrected particulars, keep the submissions in step, and record what changed.

    Fields changed or ``confirmed`` are no longer in doubt. A signature nobody was known by is
    remembered as a name of the one unit that is set or confirmed. Raises FieldError ("secrecy")
    for a grade raised above ``ceiling``.
    """
    if not particulars.title.strip():
        raise DeskError("标题不能为空。请写上标题再保存。")
    with store.begin() as work:
        draft = work.drafts.get(draft_id)
        changed = _changed(draft, particulars)
        if "secrecy" in changed:
            must_be_allowed(particulars.secrecy, ceiling)
        doubts = draft.doubts - {*changed, *confirmed}
        if not changed and doubts == draft.doubts:
            return Correction(draft, draft)
        values = {name: getattr(particulars, name) for name in changed}
        corrected = _written(work, draft, replace(draft, doubts=doubts, **values), by)
        named = "unit_ids" in {*changed, *confirmed}
        learned = learn(work, corrected, by) if named else None
        return Correction(draft, corrected, learned)


def take_back(store: Store, correction: Correction, *, by: By) -> Draft:
    """Undo a correction: the former particulars and doubts, without the name it taught."""
    with store.begin() as work:
        draft = work.drafts.get(correction.draft.id)
        former = Particulars.of(correction.before)
        values = {name: getattr(former, name) for name in _changed(draft, former)}
        former_draft = replace(draft, doubts=correction.before.doubts, **values)
        if correction.learned is not None:
            forget(work, correction.learned, by)
        return _written(work, draft, former_draft, by)


def _changed(draft: Draft, particulars: Particulars) -> list[str]:
    """The names of the particulars that differ from the draft's."""
    return [name for name in _LABELS if getattr(draft, name) != getattr(particulars, name)]


def _written(work: Work, draft: Draft, corrected: Draft, by: By) -> Draft:
    """Write a draft whose particulars differ; raises NotAllowedError for a printed one."""
    if draft.status is Status.RELEASED and not in_correction(work, draft):
        raise NotAllowedError(
            f"“{draft.title}”已经印发，登记的内容不能再改。要更正请到“编刊”打开那一期，"
            "在“更多”里按“更正本期”。"
        )
    before, after = Particulars.of(draft), Particulars.of(corrected)
    if draft.version_of:
        if set(_changed(draft, after)) - _OWN:
            raise NotAllowedError(
                f"“{draft.title}”是刊物版，登记信息随原稿件。请切换到原稿件（Ctrl+M）再改。"
            )
    else:
        corrected = timed(corrected, limits(work))
    if before.title != after.title:
        corrected = work.drafts.revise(corrected, _retitled(work, corrected, by))
    else:
        work.drafts.save(corrected)
    book_submission(work, corrected, by)
    follow(work, corrected)
    if draft.merged_into and before.unit_ids != after.unit_ids:
        _credit_again(work, draft)
    changes = [_change(work, name, before, after) for name in _changed(draft, after)]
    cleared = "、".join(
        _LABELS[name] for name in _LABELS if name in draft.doubts - corrected.doubts
    )
    detail = "；".join(changes) or f"核对：{cleared}"
    note(work, by, "更正登记", f"draft:{draft.id}", detail)
    return corrected


def _credit_again(work: Work, former: Draft) -> None:
    """Let the units of a composite that isn't printed follow those of a part of it."""
    composite = work.drafts.get(former.merged_into or 0)
    if composite.status is not Status.RELEASED or in_correction(work, composite):
        left = tuple(one for one in composite.unit_ids if one not in former.unit_ids)
        without = replace(composite, unit_ids=left)
        work.drafts.save(without)
        credited(work, without, ())


def _retitled(work: Work, draft: Draft, by: By) -> Revision:
    """A revision that differs from the last one in its title."""
    number = work.drafts.last_revision(draft.id).number + 1
    return Revision(number, by.now, by.who, "更正标题", draft.title, draft.body)


def _change(work: Work, name: str, before: Particulars, after: Particulars) -> str:
    """One change for the audit record: 单位：县教育局→县卫健局."""
    texts = []
    for value in (getattr(before, name), getattr(after, name)):
        if name == "unit_ids":
            short = {unit.id: unit.short for unit in work.registry.units()}
            texts.append("、".join(short.get(unit_id, "") for unit_id in value) or "无")
        elif isinstance(value, tuple):
            texts.append("、".join(value) or "无")
        else:
            texts.append(str(value or "无"))
    return f"{_LABELS[name]}：{texts[0]}→{texts[1]}"
