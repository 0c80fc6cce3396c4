"""约稿 of topics: a notice is begun of a single one, and drafted of each of several."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desk.commissions.commission import Commission
from desk.topic_pool.asking import draft_notices, drop_notices, notice_of
from desk.topic_pool.topic import PoolTopic
from ui.commissions.wish import NoticeWish
from ui.session import Session, Topic, Undo

if TYPE_CHECKING:
    from ui.tabbed_page import TabbedPage


def ask(page: "TabbedPage", topics: Sequence[PoolTopic]) -> None:
    """Open the notice of a single topic; draft those of several, to be completed at 约稿."""
    if len(topics) == 1:
        page.session.go("tasks", _wish(page.session, topics[0]))
    elif topics:
        _draft(page.session, [one.id for one in topics])


def _wish(session: Session, topic: PoolTopic) -> NoticeWish:
    """What a notice of a topic begins with; its limit where it is wanted by a day to come."""
    with session.store.read() as work:
        notice = notice_of(work, topic, session.by())
    is_dated = topic.wanted is not None and topic.wanted > session.today()
    return NoticeWish(
        notice.title,
        notice.unit_ids,
        notice.points,
        notice.topics,
        notice.wanted,
        notice.pool_id,
        notice.due if is_dated else None,
    )


def _draft(session: Session, ids: Sequence[int]) -> None:
    made, by = list[Commission](), session.by()
    session.do(
        lambda: made.extend(draft_notices(session.store, ids, by=by)),
        Topic.TASKS,
        note=f"已拟约稿通知 {len(ids)} 份，请在“约稿”里补齐单位、时限后发出",
        undo=Undo(
            lambda: drop_notices(session.store, [one.id for one in made], by=session.by()),
            "已删去刚拟的约稿通知",
        ),
    )
