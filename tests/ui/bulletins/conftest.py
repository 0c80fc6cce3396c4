"""A bulletin of the first quarter in its window, without tables and charts."""

from dataclasses import replace
from datetime import date

import pytest

from desk.bulletins.keeping import bulletins, keep
from desk.bulletins.making import fresh, survey_of
from desk.bulletins.passages import written
from desk.facts import Fact, FactKind
from desk.scoring.clauses.clause import Span
from desk.surveys.stretch import Stretch
from ui.bulletins.window import BulletinWindow
from ui.session import Topic

QUARTER = Stretch(date(2026, 1, 1), date(2026, 3, 31), "2026年第一季度", "2026Q1", Span.QUARTER)
TEMPLATE = """【标题】关于{时段}政务信息工作情况的通报
【主送】各单位：
{一}、总体情况
{时段}共采用{采用条次}条次。
{一}、下步要求
各单位要提高质量。
【落款】{机关}"""


@pytest.fixture
def book(office):
    """Book another adoption of 县教育局 on a day."""

    def add(day, title="春耕信息"):
        place = office.publication
        fact = Fact(
            FactKind.ADOPTION, day, office.units[0].id, title, "import:旧台账.xlsx",
            publication_id=place.id, section_id=place.sections[0].id,
        )  # fmt: skip
        with office.store.begin() as work:
            work.ledger.add([fact])

    return add


@pytest.fixture
def kept(session, office, book):
    """The bulletin in the store."""
    book(date(2026, 3, 9))
    found = survey_of(
        session.store, QUARTER, office=session.settings.office, today=date(2026, 7, 15)
    )
    usual = fresh(session.store, found)
    options = replace(usual.options, tables=(), charts=(), items=False)
    passages = written(found, TEMPLATE, options)
    text = replace(usual, options=options, template=TEMPLATE, passages=passages)
    return keep(session.store, QUARTER, text, "bulletin-quarter", by=session.by())


@pytest.fixture
def edited(window, session, kept, qtbot):
    """Its window, once the pages are laid out."""
    made = BulletinWindow(session, window)
    made.open_for(kept)
    qtbot.waitUntil(lambda: made.pages is not None)
    yield made
    made.close()


@pytest.fixture
def stored(store):
    """The lines of the bulletin as the store has them."""
    return lambda: [one.text for one in bulletins(store)[0].text.passages]


@pytest.fixture
def rebook(session, book):
    """Book an adoption while the window is open."""

    def add(day):
        book(day)
        session.changed.emit(frozenset({Topic.SCORES}))

    return add
