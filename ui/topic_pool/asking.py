"""约稿: notices drafted of topics, to be completed on the 约稿 tab."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desk.commissions.commission import Commission
from desk.topic_pool.asking import draft_notices, drop_notices
from desk.topic_pool.topic import PoolTopic
from ui.session import Topic, Undo

if TYPE_CHECKING:
    from ui.tasks.page import TasksPage


def ask(page: "TasksPage", topics: Sequence[PoolTopic]) -> None:
    """Draft a notice of each topic; a single one is opened at once."""
    if not topics:
        return
    session, made = page.session, list[Commission]()
    ids, by = [one.id for one in topics], session.by()

    def drafted(_none: object) -> None:
        if len(made) == 1:
            session.go("tasks", made[0].subject)

    session.do(
        lambda: made.extend(draft_notices(session.store, ids, by=by)),
        Topic.TASKS,
        note=f"已拟约稿通知 {len(ids)} 份，请在“约稿”里补齐单位、时限后发出",
        undo=Undo(
            lambda: drop_notices(session.store, [one.id for one in made], by=session.by()),
            "已删去刚拟的约稿通知",
        ),
        done=drafted,
    )
