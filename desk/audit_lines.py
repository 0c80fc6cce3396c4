"""The audit trail as a list shows it, with words for what each record concerns."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from desk.audit import AuditRecord
from desk.compiling import name_of
from desk.errors import NotFoundError
from desk.matters.kinds import NOUNS
from desk.store import Store, Work

SUBJECTS = {  # what can be filtered by, and its word
    "draft": "来稿",
    "issue": "期",
    "unit": "单位",
    "publication": "刊物",
    "bulletin": "通报",
    "scheme": "计分办法",
    "closing": "结账",
    "person": "人员",
    "settings": "设置",
    "backup": "备份",
    **NOUNS,
}
_OTHERS = {
    "group": "单位分组",
    "topic": "选题",
    "topics": "选题",
    "words": "词表",
    "phrase": "常用语",
    "phrases": "常用语",
    "font": "字体",
    "calendar": "工作日历",
    "clocks": "时限",
    "fees": "稿酬",
    "award": "评优",
    "lane": "审签流程",
    "lanes": "审签流程",
    "reasons": "理由",
    "views": "视图",
    "hand": "登记得分",
    "import": "导入台账",
    "office": "本办公室",
    "store": "数据",
    "people": "人员",
    "policy": "规则",
    "upper_tasks": "上级任务",
    "forwarding-rules": "上报规则",
    "forwardings": "上报",
    "instructions": "批示",
    "drafts": "来稿",
    "groups": "单位分组",
    "reason": "理由",
    "file": "文件",
    "pack": "会议材料",
    "year": "年度",
}


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A record and the words for what it concerns: 来稿“关于路灯的情况”."""

    record: AuditRecord
    concerns: str


def lines_of(work: Work, ids: Sequence[int]) -> list[AuditLine]:
    """Some records in the order of their numbers here."""
    records = work.audit.page(ids)
    names = _names(work, {one.subject for one in records})
    return [AuditLine(one, names.get(one.subject) or _word(one.subject)) for one in records]


def is_there(store: Store, subject: str) -> bool:
    """Whether a draft or an issue that a record concerns still exists; others are taken to."""
    kind, _, number = subject.partition(":")
    try:
        with store.read() as work:
            if kind == "draft":
                work.drafts.get(int(number))
            elif kind == "issue":
                work.issues.get(int(number))
    except (NotFoundError, ValueError):
        return False
    return True


def _names(work: Work, subjects: set[str]) -> dict[str, str]:
    """The names of the drafts, issues and units among some subjects, as far as they are there."""
    drafts, issues, units = (_numbers(subjects, kind) for kind in ("draft", "issue", "unit"))
    found = {f"draft:{row.id}": f"来稿“{row.title}”" for row in work.drafts.rows(drafts)}
    if units:
        found |= {f"unit:{one.id}": f"单位“{one.short}”" for one in work.registry.units()}
    publications = {one.id: one for one in work.catalogue.publications()} if issues else {}
    for number in issues:
        with suppress(NotFoundError):
            issue = work.issues.get(number)
            found[f"issue:{number}"] = name_of(publications[issue.publication_id], issue)
    return found


def _numbers(subjects: set[str], kind: str) -> list[int]:
    pairs = (one.partition(":") for one in subjects)
    return sorted(int(number) for of, _, number in pairs if of == kind and number.isdecimal())


def _word(subject: str) -> str:
    """What a subject is, without its number, which the clerk has never seen."""
    kind, _, rest = subject.partition(":")
    word = SUBJECTS.get(kind) or _OTHERS.get(kind, "")
    return (
        f"{word} {rest}".strip() if rest and not rest.isdecimal() and not rest.isascii() else word
    )
