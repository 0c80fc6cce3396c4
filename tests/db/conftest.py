"""Sample values for the tests of the store."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from db.store import SqlStore, SqlWork
from desk.body import plain
from desk.drafts import Draft, Original
from desk.publications import Publication, Section
from desk.units import Unit, UnitGroup


@pytest.fixture
def work(store: SqlStore, unit: Unit, publication: Publication) -> Iterator[SqlWork]:
    with store.begin() as opened:
        yield opened


@pytest.fixture
def unit(store: SqlStore) -> Unit:
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("县直部门", 1))
        return work.registry.save_unit(Unit("云岭县民政局", "民政局", group.id, ("县民政局",)))


@pytest.fixture
def publication(store: SqlStore) -> Publication:
    with store.begin() as work:
        sections = (Section("信息", 1), Section("简讯", 2))
        return work.catalogue.save_publication(Publication("政务信息", sections))


@pytest.fixture
def draft_of(now: datetime) -> Callable[..., Draft]:
    """Makes a draft of a title, a text and any other field."""

    def make(title: str = "关于路灯的情况", text: str = "一、加强维护", **fields: object) -> Draft:
        body = plain(text)
        values = {"original": Original("来稿.docx", "", body), "received": now, **fields}
        return Draft(title, body, **values)

    return make
