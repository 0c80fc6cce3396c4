"""How a draft's state reads in a list: always a shape and a word, colour only when urgent."""

from datetime import date, datetime, timedelta

from desk import clocks
from desk.clocks import ClockState, Pressure
from desk.drafts import OPEN, DraftRow, Status, Urgency
from desk.office_clock import minute_words, office_time
from ui import style

WAITS = timedelta(hours=4)
_HOUR = timedelta(hours=1)
_SHAPES = {
    Status.NEW: "●",
    Status.EDITING: "◐",
    Status.SUBMITTED: "◇",
    Status.READY: "✓",
    Status.RELEASED: "■",
    Status.RETURNED: "↩",
    Status.REJECTED: "×",
    Status.FILED: "□",
    Status.MERGED: "∪",
}
_PRESSURE_COLOURS = {Pressure.OVER: style.RED, Pressure.SOON: style.AMBER}
FIELDS = {
    "title": "标题",
    "unit_ids": "单位",
    "author": "作者",
    "phone": "电话",
    "approver": "审核人",
    "event_date": "事发日期",
    "report_date": "报送日期",
    "kind": "类型",
    "urgency": "紧急程度",
    "secrecy": "密级",
}


def status_mark(status: Status) -> str:
    """A status as shape and word."""
    return f"{_SHAPES[status]} {status}"


def clock_state(status: Status, due: datetime | None, now: datetime) -> ClockState | None:
    """How the clock of a draft stands; None where it has none or has stopped."""
    return clocks.state(due, now) if due is not None and status in OPEN else None


def clock_mark(state: ClockState) -> str:
    """A clock as shape and words: ▲超 2 天, 余 3 小时."""
    return state.mark


def waits_too_long(row: DraftRow, now: datetime) -> bool:
    """Whether a new draft without a clock has waited too long to be opened."""
    return row.status is Status.NEW and row.due is None and now - row.received > WAITS


def state_text(row: DraftRow, now: datetime) -> str:
    """The status, and what its clock says, or how long it has waited without one."""
    clock = clock_state(row.status, row.due, now)
    if clock:
        return f"{status_mark(row.status)}  {clock_mark(clock)}"
    if waits_too_long(row, now):
        return f"{status_mark(row.status)}  ▲等 {(now - row.received) // _HOUR} 小时"
    return status_mark(row.status)


def state_colour(row: DraftRow, now: datetime) -> str | None:
    """Red for what is late, amber for what soon will be."""
    clock = clock_state(row.status, row.due, now)
    if clock:
        return _PRESSURE_COLOURS.get(clock.pressure)
    return style.RED if waits_too_long(row, now) else None


def state_tip(row: DraftRow, now: datetime) -> str:
    """The status with the moment its clock runs out."""
    clock = clock_state(row.status, row.due, now)
    if clock is None or row.due is None:
        return state_text(row, now)
    return f"{row.status}，时限 {minute_words(row.due)}，{clock.words}"


def title_text(row: DraftRow) -> str:
    """The title, led by 加急 or 特急, and by a question mark while it is only guessed."""
    title = doubtful(row, "title", row.title)
    return title if row.urgency is Urgency.NORMAL else f"【{row.urgency}】{title}"


def title_colour(row: DraftRow) -> str | None:
    """Red for what is urgent."""
    return doubt_colour(row, "title") if row.urgency is Urgency.NORMAL else style.RED


def doubtful(row: DraftRow, field: str, text: str) -> str:
    """A text that says when it was guessed."""
    return f"？{text}" if field in row.doubts and text else text


def doubt_colour(row: DraftRow, field: str) -> str | None:
    """Amber for what was guessed."""
    return style.AMBER if field in row.doubts else None


def doubt_tip(row: DraftRow, field: str, text: str) -> str:
    """A text, and that it was guessed."""
    return f"{text}\n待核对：这一项是推断的，请对照原稿" if field in row.doubts else text


def doubts_text(row: DraftRow) -> str:
    """What was guessed, by name."""
    return "、".join(word for field, word in FIELDS.items() if field in row.doubts)


def unit_text(row: DraftRow) -> str:
    """The units, or that none is known."""
    return doubtful(row, "unit_ids", row.units) or "未认出"


def own_marks(row: DraftRow) -> str:
    """A dot for what nobody has read, a star for what is flagged."""
    return ("" if row.is_read else "•") + ("★" if row.is_flagged else "")


def own_marks_words(row: DraftRow) -> str:
    """The same in words."""
    words = ("未读" * (not row.is_read), "有旗标" * row.is_flagged)
    return "、".join(filter(None, words)) or "已读；点这里加旗标（Ctrl+M）"


def twins_tip(row: DraftRow) -> str:
    """How many drafts look like this one."""
    said = f"与 {row.twins} 篇稿件疑似重复，点这里比较（Ctrl+D）"
    return said if row.twins else "没有发现疑似重复的稿件"


def moment_text(moment: datetime, now: datetime) -> str:
    """A moment in local time; the year only when it is another one."""
    local = office_time(moment)
    same = local.year == office_time(now).year
    return f"{local:%m-%d %H:%M}" if same else f"{local:%Y-%m-%d}"


def day_text(day: date | None, now: datetime) -> str:
    """A day; the year only when it is another one."""
    if day is None:
        return ""
    return f"{day:%m-%d}" if day.year == office_time(now).year else f"{day:%Y-%m-%d}"


def attachments_text(row: DraftRow) -> str:
    """表 and 图 for what the draft holds beside text."""
    return " ".join(word for word, held in (("表", row.has_table), ("图", row.has_picture)) if held)
