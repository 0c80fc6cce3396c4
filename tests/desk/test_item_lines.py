"""What an issue earns is reckoned among all that its items have been through."""

from dataclasses import replace
from datetime import date

import pytest

from desk import compiling
from desk.drafts import Status
from desk.jobs import finish
from desk.release_plan import plan
from desk.releasing import release
from desk.scoring.clauses.items import Repeat
from desk.settings import Settings

SETTINGS = Settings(office="云岭县人民政府办公室")


@pytest.fixture
def twice(office):
    """An item that was printed as a brief, and stands as news in the next issue."""
    with office.store.begin() as work:
        (scheme,) = work.catalogue.schemes()
        work.catalogue.save_scheme(replace(scheme, clauses=(Repeat(),)))
    news, brief = office.publication.sections
    draft = office.draft(status=Status.READY)

    def issue(day, section):
        made = compiling.new_issue(office.store, office.publication.id, day, by=office.by)
        entries = [compiling.entry_of(draft, section.id)]
        return compiling.arrange(office.store, made.id, entries, by=office.by)

    first = issue(date(2026, 7, 15), brief)
    finish(release(office.store, first.id, SETTINGS, by=office.by))
    return issue(date(2026, 7, 16), news)


def test_the_plan_of_a_release_tells_what_it_takes_back_of_earlier_issues(office, twice):
    (gain,) = plan(office.store, twice.id, SETTINGS, twice.day).gains
    assert [str(line.points) for line in gain.lines] == ["5", "-1.5"]
    assert gain.adopted == 1
