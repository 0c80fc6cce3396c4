"""What another page asks the 约稿 tab for: begin a notice with this in it."""

from dataclasses import dataclass
from datetime import datetime

from desk.drafts import Kind


@dataclass(frozen=True, slots=True)
class NoticeWish:
    """As ``session.go("tasks", NoticeWish(…))``; what is empty is left to the clerk."""

    title: str = ""
    unit_ids: tuple[int, ...] = ()
    points: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    kind: Kind | None = None
    pool_id: int = 0
    due: datetime | None = None
