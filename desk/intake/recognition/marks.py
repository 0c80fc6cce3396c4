"""Marks of secrecy, urgency and kind."""

import re

from desk.drafts import Kind, Secrecy, Urgency
from desk.intake.recognition.registry import closed

_SECRECY = re.compile(
    r"(?:密级[:：]?)?(绝密|机密|秘密)(?:[★☆*＊].{0,8}?)?(?=$|特急|加急|特提|平急)"
)
_STARRED = re.compile(r"(?:密级[:：]?)?(绝密|机密|秘密)[★☆].{0,8}")
_LONGEST_STARRED = 60
_INTERNAL = re.compile(
    r"内部(?:资料|刊物|文件|参考|使用|信息)?[，,！!。]?"
    r"(?:请?注意保[存密]|不得外传|请勿外传|严禁外传|妥善保管|不得公开)?"
)
_URGENCY = re.compile(r"(?:紧急程度[:：]?)?(特急|加急)")
_BOX = re.compile(r"[□☐○◯▢]")
_TICKED = re.compile(r"[☑■√✓☒✔●⊙]\s*([\u4e00-\u9fff]{2})")
_FIRST = re.compile(
    r"^\s*((?:绝密|机密|秘密|内部资料|特急|加急)(?:[★☆*＊][^-—_：:.\s]{0,8})?)"
    r"(?:文?[件稿]|稿件|信息|材料|资料)?\d*(?=[-—_：:.·\s（(【\[]|$)"
)
_NAMED = re.compile(r"[【\[（(]([^】\]）)]{2,14})[】\]）)]")


def secrecy_of(text: str) -> Secrecy | None:
    """The grade of a line that is a secrecy mark."""
    bare = closed(text).strip("★☆")
    found = _SECRECY.match(bare)
    if found and _URGENCY.sub("", bare[found.end() :]) == "":
        return Secrecy(found[1])
    return Secrecy.INTERNAL if _INTERNAL.fullmatch(bare) else None


def starred(text: str) -> Secrecy | None:
    """The grade of a line such as 机密★1年, which is nothing else wherever it stands."""
    found = _STARRED.fullmatch(closed(text)) if len(text) <= _LONGEST_STARRED else None
    return Secrecy(found[1]) if found else None


def urgency_of(text: str) -> Urgency | None:
    """The grade of a line that is an urgency mark, perhaps behind one of secrecy."""
    bare = closed(text)
    found = _SECRECY.match(bare)
    rest = _URGENCY.fullmatch(bare[found.end() :] if found else bare)
    return Urgency(rest[1]) if rest else None


def labelled_secrecy(text: str) -> Secrecy | None:
    """The grade behind 密级：, written out or ticked."""
    bare = _chosen(text)
    return next((grade for grade in reversed(Secrecy) if grade.value in bare), None)


def labelled_urgency(text: str) -> Urgency | None:
    """The grade behind 紧急程度：, written out or ticked."""
    bare = _chosen(text)
    return next((grade for grade in reversed(Urgency) if grade.value in bare), None)


def _chosen(text: str) -> str:
    """What is ticked of a row of boxes; nothing of one where none is; else the text."""
    ticked = _TICKED.findall(text)
    return "".join(ticked) if ticked or _BOX.search(text) else closed(text)


def labelled_kind(text: str) -> Kind | None:
    """The kind behind 信息类型：, written out or ticked."""
    ticked = _TICKED.findall(text)
    words = ticked or [closed(text)]
    found = {kind for kind in Kind for word in words if word.startswith(kind.value[:2])}
    if len(found) != 1 or (not ticked and sum(kind.value[:2] in text for kind in Kind) > 1):
        return None
    return found.pop()


def named_marks(name: str) -> list[str]:
    """The words of a file's name or a mail's subject where marks may stand.

    They stand in brackets, or before a separator at the start: 机密-…, 特急：…; 保守国家秘密
    or 秘密战线 is no mark.
    """
    first = _FIRST.match(name)
    return [*([first[1]] if first else []), *(match[1] for match in _NAMED.finditer(name))]
