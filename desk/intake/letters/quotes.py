"""Where the mail that is answered or passed on begins below the writer's own words."""

import re
from collections.abc import Sequence

_RULE = re.compile(
    r"[-—_=\s]{2,60}(?:原始邮件|原邮件|回复的原邮件|Original Message|Original)[-—_=\s]{2,60}",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(
    r"[-—_=\s]{2,60}(?:转发(?:的)?邮件(?:信息)?|"
    r"Forwarded [Mm]essage(?: [Ff]rom.{0,80})?)[-—_=\s]{2,60}"
)
_WROTE = re.compile(
    r"(?:在|于|At|On)\s*.{0,40}\d{4}.{0,120}(?:写道|wrote)\s*[:：]?\s*|.{1,60}(?:写道|wrote)\s*[:：]"
)
_HEAD = re.compile(
    r"(?:发件人|发送时间|发送日期|收件人|抄送|密送|主题|日期|From|Sent|Date|To|Cc|Subject)\s*[:：]",
    re.IGNORECASE,
)
_HEAD_LINES = 3  # lines of a quoted head that leave no doubt
_WINDOW = 6
_SIGNATURE = re.compile(
    r"(?:发自|来自|从)我?的?\s*.{1,20}(?:手机|iPhone|iPad|邮箱|邮件|客户端|Outlook|Foxmail|发送)|"
    r"Sent from my .{1,30}|(?:发自|来自)我的.{1,20}",
    re.IGNORECASE,
)
_DASHES = ("--", "-- ")
_LAST = 8  # lines a signature may take


def quote(lines: Sequence[str]) -> int | None:
    """The line at which an answered mail begins; None where that is not certain."""
    for place, line in enumerate(lines):
        bare = line.strip()
        if _RULE.fullmatch(bare) or _WROTE.fullmatch(bare) or _is_head(lines, place):
            return place
        if bare.startswith(">") and all(one.strip()[:1] in {"", ">"} for one in lines[place:]):
            return place
    return None


def passed_on(lines: Sequence[str]) -> int | None:
    """The line at which a mail that is passed on begins."""
    return next((n for n, line in enumerate(lines) if _PASSED_ON.fullmatch(line.strip())), None)


def after_head(lines: Sequence[str], start: int) -> int:
    """The first line behind the rule and the head of a quoted mail."""
    place = start
    while place < len(lines) and (
        place == start or _HEAD.match(lines[place].strip()) or not lines[place].strip()
    ):
        place += 1
    return place


def signature(lines: Sequence[str]) -> int | None:
    """The line at which a program's or the writer's mail signature begins."""
    for place in range(max(0, len(lines) - _LAST), len(lines)):
        bare = lines[place].strip()
        is_last = not any(line.strip() for line in lines[place + 1 :])
        if lines[place] in _DASHES or (_SIGNATURE.fullmatch(bare) and is_last):
            return place
    return None


def _is_head(lines: Sequence[str], place: int) -> bool:
    """Whether the head of another mail stands here: 发件人 and 时间, 收件人 or 主题."""
    first = lines[place].strip()
    if not re.match(r"(?:发件人|From)\s*[:：]", first, re.IGNORECASE):
        return False
    window = [line.strip() for line in lines[place : place + _WINDOW]]
    return sum(bool(_HEAD.match(line)) for line in window) >= _HEAD_LINES
