"""An older store's search is brought up to date while the window is open."""

from desk.drafts import DraftQuery
from ui.search.reindexing import Reindexing


def test_every_draft_that_waits_is_indexed(office, session, store, sql, qtbot):
    for number in range(45):
        office.draft(f"第{number}篇")
    sql("DELETE FROM draft_search")
    sql("INSERT INTO unindexed SELECT id FROM drafts")
    work = Reindexing(session)
    work._timer.start(0)

    def is_done():
        with store.read() as now:
            return now.drafts.unindexed() == 0

    qtbot.waitUntil(is_done)
    qtbot.waitUntil(lambda: not session.worker.busy)
    with store.read() as now:
        assert len(now.drafts.ids(DraftQuery("篇.docx"))) == 45
