"""The columns of the short list of likenesses."""

from desk.comparing import Twin
from desk.office_clock import office_time
from ui.duplicates.wording import printed_words
from ui.inbox.marks import status_mark
from ui.lists.column import Column


def _issues(twin: Twin) -> str:
    return "、".join(printed.name for printed in twin.printed)


COLUMNS: tuple[Column[Twin], ...] = (
    Column("nature", "性质", lambda twin: str(twin.likeness.nature), 160),
    Column(
        "score",
        "相似度",
        lambda twin: f"{twin.likeness.score}%",
        72,
        sort=lambda twin: twin.likeness.score,
        right=True,
    ),
    Column("units", "单位", lambda twin: twin.units or "未认出", 120),
    Column("day", "收到", lambda twin: f"{office_time(twin.other.received):%Y-%m-%d}", 96),
    Column("status", "状态", lambda twin: status_mark(twin.other.status), 88),
    Column("printed", "印发", _issues, 184, tip=printed_words),
    Column("verdict", "判定", lambda twin: twin.likeness.verdict or "待判断", 80),
    Column("title", "标题", lambda twin: twin.other.title, 240, stretch=True),
)
