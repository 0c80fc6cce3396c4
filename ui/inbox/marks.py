"""How a draft's state reads in a list: always a shape and a word, colour only when urgent."""

from datetime import date, datetime, timedelta

from desk.drafts import DraftRow, Status, Urgency
from ui import style

WAITS = timedelta(hours=4)
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


def status_mark(status: Status) -> str:
    """A status as shape and word."""
    return f"{_SHAPES[status]} {status}"


def is_overdue(row: DraftRow, now: datetime) -> bool:
    """Whether a new draft has waited too long to be opened."""
    return row.status is Status.NEW and now - row.received > WAITS


def state_text(row: DraftRow, now: datetime) -> str:
    """The status, and how long it has waited when that is too long."""
    return status_mark(row.status) + ("　超4小时" if is_overdue(row, now) else "")


def state_colour(row: DraftRow, now: datetime) -> str | None:
    """Red for what has waited too long."""
    return style.RED if is_overdue(row, now) else None


def title_text(row: DraftRow) -> str:
    """The title, led by 加急 or 特急."""
    return row.title if row.urgency is Urgency.NORMAL else f"【{row.urgency}】{row.title}"


def title_colour(row: DraftRow) -> str | None:
    """Red for what is urgent."""
    return None if row.urgency is Urgency.NORMAL else style.RED


def moment_text(moment: datetime, now: datetime) -> str:
    """A moment in local time; the year only when it is another one."""
    local = moment.astimezone()
    same = local.year == now.astimezone().year
    return f"{local:%m-%d %H:%M}" if same else f"{local:%Y-%m-%d}"


def day_text(day: date | None, now: datetime) -> str:
    """A day; the year only when it is another one."""
    if day is None:
        return ""
    return f"{day:%m-%d}" if day.year == now.astimezone().year else f"{day:%Y-%m-%d}"


def attachments_text(row: DraftRow) -> str:
    """表 and 图 for what the draft holds beside text."""
    return " ".join(word for word, held in (("表", row.has_table), ("图", row.has_picture)) if held)
