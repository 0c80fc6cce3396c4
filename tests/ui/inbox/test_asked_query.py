"""Another page asks the inbox for certain drafts."""

from datetime import date

from desk.drafts import DraftQuery
from desk.handling import tag
from desk.listing import save_topic
from desk.topics import Topic
from ui.inbox.page import InboxPage


def test_the_drafts_asked_for_are_shown_with_their_filters(opened, office, qtbot):
    save_topic(office.store, Topic("校园安全"), by=office.by)
    wanted, _other = office.draft("县教育局开展校园安全检查"), office.draft("县教育局招聘教师")
    tag(office.store, [wanted.id], ["校园安全"], on=True, by=office.by)
    page = opened(InboxPage)
    query = DraftQuery(
        unit_id=office.units[0].id,
        topic="校园安全",
        received_from=date(2026, 7, 1),
        received_to=date(2026, 7, 31),
    )
    page.show_target(query)
    qtbot.waitUntil(lambda: page.list.model().rowCount() == 1)
    assert page.filters.query() == query
