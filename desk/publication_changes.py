"""What a change of a publication was, in words for the audit trail."""

from collections.abc import Callable, Iterator
from datetime import date

from desk.publications import (
    Appearance,
    Limits,
    Numbering,
    Publication,
    Recipient,
    Rhythm,
    Schedule,
    Signature,
)
from desk.recipients import copies_for

WEEKDAYS = "一二三四五六日"
GRID_WORDS = {"full": "撑满版心", "word": "Word 习惯"}
CONTENTS_WORDS = {"always": "每期都印", "pages": "两页以上才印", "never": "不印"}


def changes_between(before: Publication, after: Publication) -> list[str]:
    """One part for every thing that is different: 印数：30→60."""
    return [
        f"{word}：{was or '无'}→{now or '无'}"
        for word, told in _PARTS.items()
        if (was := told(before)) != (now := told(after))
    ]


def schedule_text(schedule: Schedule) -> str:
    """When issues come out: 每周一、周四, 每月10日、20日."""
    if schedule.rhythm is Rhythm.WEEKLY:
        return "每" + "、".join(f"周{WEEKDAYS[day]}" for day in schedule.days)
    if schedule.rhythm is Rhythm.MONTHLY:
        return "每月" + "、".join(f"{day}日" for day in schedule.days)
    return schedule.rhythm.value


def limits_text(limits: Limits) -> str:
    """How long an item may be: 100～300字，3段以内; "" where nothing is set."""
    parts = []
    if limits.shortest and limits.longest:
        parts.append(f"{limits.shortest}～{limits.longest}字")
    elif limits.longest:
        parts.append(f"{limits.longest}字以内")
    elif limits.shortest:
        parts.append(f"{limits.shortest}字以上")
    if limits.paragraphs:
        parts.append(f"{limits.paragraphs}段以内")
    return "，".join(parts)


def _day(day: date | None) -> str:
    return f"{day:%Y-%m-%d}" if day else ""


def _sections(publication: Publication) -> str:
    told = ((one.name, limits_text(one.limits)) for one in publication.sections)
    return "、".join(f"{name}（{limits}）" if limits else name for name, limits in told)


def _numbering(numbering: Numbering) -> str:
    parts = ["每年重新编号" if numbering.yearly else "连续编号"]
    if numbering.has_total:
        parts.append("有总期号")
    if numbering.specials_apart:
        parts.append("特刊单独编号")
    return "，".join(parts)


def _recipients(recipients: tuple[Recipient, ...]) -> str:
    told = "、".join(f"{one.way}{one.name}{one.copies}" for one in recipients)
    return f"{len(recipients)}处{copies_for(recipients)}份（{told}）" if recipients else ""


def _signature(signature: Signature) -> str:
    names = ("编辑", signature.editors), ("审核", signature.reviewer), ("签发", signature.signer)
    return "　".join(f"{word} {name}" for word, name in names if name)


def _appearance(look: Appearance) -> str:
    return "，".join(_looks(look))


def _looks(look: Appearance) -> Iterator[str]:
    words = (
        ("报头", look.masthead),
        ("字号", f"{look.size:g}磅" if look.size else ""),
        ("字距", "" if look.spacing is None else f"{look.spacing:g}磅"),
        ("编发单位", look.issuer),
        ("版心", GRID_WORDS.get(look.grid, look.grid)),
        ("目录", CONTENTS_WORDS.get(look.contents, look.contents)),
        ("按语", look.note_label),
        ("报尾左", look.tail_left),
        ("报尾右", look.tail_right),
    )
    return (f"{word} {text}" for word, text in words if text)


def _yes(value: bool) -> str:  # noqa: FBT001 - it tells the value itself
    return "是" if value else "否"


_PARTS: dict[str, Callable[[Publication], str]] = {
    "名称": lambda one: one.name,
    "级别": lambda one: one.tier.value,
    "阅读对象": lambda one: one.readers,
    "密级标志": lambda one: one.mark,
    "份号管理": lambda one: _yes(one.controlled),
    "保管期限": lambda one: one.retention.value,
    "印数": lambda one: f"{one.copies}",
    "在用": lambda one: _yes(one.active),
    "只说结果": lambda one: _yes(one.results_only),
    "篇幅": lambda one: limits_text(one.limits),
    "栏目": _sections,
    "版式": lambda one: one.template,
    "版面": lambda one: _appearance(one.appearance),
    "出刊": lambda one: schedule_text(one.schedule),
    "缺期算起": lambda one: _day(one.schedule.since),
    "编号": lambda one: _numbering(one.numbering),
    "报尾": lambda one: " / ".join(one.send_to),
    "发送范围": lambda one: _recipients(one.recipients),
    "署名": lambda one: _signature(one.signature),
}
