"""The columns of the queues."""

from desk.approval_queue import QueueRow
from desk.approvals import Verdict
from desk.drafts import Urgency
from desk.office_clock import office_time
from desk.office_hours import brief, span
from ui import style
from ui.approvals.marks import WORDS, Marks, Read
from ui.lists.column import Column

Columns = list[Column[QueueRow]]


def key_of(row: QueueRow) -> int:
    """What a row is remembered by: its way, or its draft where it has none."""
    return row.way.id or -row.id


def queue_columns(marks: Marks) -> Columns:
    """The columns; those about kind and moment show when they are chosen."""
    return [*_leading(marks), *_waiting(marks), *_chosen()]


def _leading(marks: Marks) -> Columns:
    return [
        Column(
            "read",
            "阅",
            lambda row: str(marks.of(key_of(row))),
            width=32,
            colour=lambda row: _read_colour(marks.of(key_of(row))),
            tip=lambda row: WORDS[marks.of(key_of(row))],
            name="已阅",
        ),
        Column(
            "title",
            "标题",
            title_text,
            200,
            colour=lambda row: None if row.draft.urgency is Urgency.NORMAL else style.RED,
            bold=lambda row: marks.of(key_of(row)) is Read.NOT,
            stretch=True,
        ),
        Column("unit", "单位", lambda row: row.draft.units or "未认出", width=80),
    ]


def _waiting(marks: Marks) -> Columns:
    return [
        Column("stage", "环节", lambda row: row.step.stage.name, width=96),
        Column("who", "谁审", _who, width=76, tip=_who_tip),
        Column(
            "waited",
            "等候",
            waited_text,
            width=92,
            sort=lambda row: row.waited,
            colour=lambda row: style.RED if row.is_over and row.step.done is None else None,
            tip=_waited_tip,
        ),
        Column(
            "calls",
            "催",
            lambda row: str(len(row.step.calls) or ""),
            width=32,
            sort=lambda row: len(row.step.calls),
            right=True,
            name="催批次数",
        ),
        Column(
            "findings",
            "问题",
            lambda row: _count_text(marks.findings(key_of(row))),
            width=52,
            sort=lambda row: marks.findings(key_of(row)) or 0,
            right=True,
            colour=lambda row: style.AMBER if marks.findings(key_of(row)) else None,
            name="没有处理的问题",
        ),
    ]


def _chosen() -> Columns:
    return [
        Column("kind", "类型", lambda row: row.draft.kind, width=70, hidden=True),
        Column("urgency", "紧急程度", lambda row: str(row.draft.urgency), width=72, hidden=True),
        Column("lane", "流程", lambda row: row.way.lane, width=72, hidden=True),
        Column("since", "送到时间", _since, width=100, hidden=True),
        Column("sent_by", "送审人", lambda row: row.way.who, width=72, hidden=True),
    ]


def title_text(row: QueueRow) -> str:
    """The title behind its urgency."""
    urgent = row.draft.urgency is not Urgency.NORMAL
    return f"【{row.draft.urgency}】{row.draft.title}" if urgent else row.draft.title


def waited_text(row: QueueRow) -> str:
    """How long it waits in working hours, ▲ where too long; for a decided one what was decided."""
    if row.step.verdict is not Verdict.OPEN:
        mark = "✓" if row.step.verdict is Verdict.PASSED else "↩"
        return f"{mark} {row.step.verdict}"
    return f"{'▲ ' if row.is_over else ''}{brief(row.waited)}"


def _waited_tip(row: QueueRow) -> str:
    limit = f"，时限 {span(row.limit)}" if row.limit else ""
    over = "，已超时" if row.is_over else ""
    return f"上班时间 {span(row.waited)}{limit}{over}"


def _who(row: QueueRow) -> str:
    name = row.who or "待定"
    stands_in = row.step.asked and row.has != row.step.asked and not row.step.signer
    return f"{name}代" if stands_in else name


def _who_tip(row: QueueRow) -> str:
    asked = f"，本来请{row.step.asked}审" if row.step.asked not in ("", row.who) else ""
    phone = f"，电话 {row.phone}" if row.phone else ""
    return f"{row.who or '谁审都行'}{asked}{phone}"


def _since(row: QueueRow) -> str:
    return f"{office_time(row.step.done or row.step.since or row.way.begun):%m-%d %H:%M}"


def _count_text(count: int | None) -> str:
    return "…" if count is None else str(count or "")


def _read_colour(read: Read) -> str:
    return {Read.TICKED: style.GREEN, Read.NOT: style.ACCENT}.get(read, style.MUTED)
