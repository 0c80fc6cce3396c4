from datetime import timedelta

import pytest

from desk.comparing import compare
from desk.jobs import finish
from ui.duplicates.page import DuplicatesPage

TEXT = (
    "7月14日，县教育局组织12个检查组，对全县86所学校开展安全检查，发现隐患35处。\n"
    "检查中重点查看食堂、宿舍和校车，现场整改28处，其余7处由校长签字领回限期整改。\n"
    "县教育局还培训安全员318名，更换灭火器1260具。"
)


@pytest.fixture
def text():
    """What this year's draft says."""
    return TEXT


@pytest.fixture
def pair(office, store, now):
    """Last year's draft and this year's, for which only the day and a figure were changed."""
    old = TEXT.replace("7月14日", "7月9日").replace("86所", "84所")
    first = office.draft("县教育局检查校园安全", old, received=now - timedelta(370))
    second = office.draft("县教育局开展校园安全检查", TEXT)
    finish(compare(store, [first.id, second.id]))
    return first, second


@pytest.fixture
def page(opened, qtbot, pair):
    """The page with the later one of the pair."""
    made = opened(DuplicatesPage)
    made.show_target(pair[1].id)
    qtbot.waitUntil(lambda: made.twin is not None)
    return made
