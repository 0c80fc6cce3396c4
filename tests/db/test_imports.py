from datetime import date

import pytest
from sqlalchemy import text

from db import migrations
from db.engine import writer
from db.keys import read_key
from db.migrations import m0018_imports
from desk.errors import NotFoundError
from desk.facts import Fact, FactKind
from desk.importing.batches import Batch, KeptPlan, Sort


@pytest.fixture
def batch(now):
    return Batch("旧台账.xlsx", "d" * 64, now, "王敏", 3, 6, Sort.UPPER, "共 3 行", "e" * 64)


def test_a_batch_is_kept_with_a_source_of_its_own(store, batch):
    with store.begin() as work:
        first, second = work.imports.add(batch), work.imports.add(batch)
    assert (first.source, second.source) == ("import:1", "import:2")
    with store.read() as work:
        assert work.imports.all() == [second, first]
        assert work.imports.get(1) == first


def test_an_unknown_batch_is_a_sentence(store):
    with store.read() as work, pytest.raises(NotFoundError, match="没有第 7 批导入"):
        work.imports.get(7)


def test_how_a_table_was_read_is_remembered_anew(store, now):
    with store.begin() as work:
        work.imports.keep_plan(KeptPlan("f" * 64, "甲.xlsx", "a", now, "王敏"))
        work.imports.keep_plan(KeptPlan("f" * 64, "乙.xlsx", "b", now, "李强"))
        assert work.imports.plan("f" * 64).plan == "b"
        assert work.imports.plan("0" * 64) is None


def test_facts_are_found_by_title_within_days(office):
    facts = [
        Fact(FactKind.SUBMISSION, date(2026, 3, day), office.units[0].id, title, "import:1")
        for day, title in ((1, "春耕"), (2, "防汛"), (3, "春耕"))
    ]
    with office.store.begin() as work:
        work.ledger.add(facts)
        found = work.imports.titled(["春耕", "", "无"], date(2026, 3, 1), date(2026, 3, 2))
    assert [fact.day.day for fact in found] == [1]


def test_what_was_imported_before_there_were_batches_becomes_one(office, paths):
    with office.store.begin() as work:
        digest = work.files.put(b"data", "旧台账.xlsx")
        source = f"import:{digest[:12]}"
        fact = Fact(FactKind.SUBMISSION, date(2026, 3, 1), office.units[0].id, "春耕", source)
        work.ledger.add([fact, fact])
    engine = writer(paths.store, read_key(paths.store))
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE import_batches"))
        connection.execute(text("DROP TABLE import_plans"))
        m0018_imports.upgrade(connection)
        assert migrations.version(connection) == len(migrations.steps())
    engine.dispose()
    with office.store.read() as work:
        (batch,) = work.imports.all()
    assert (batch.name, batch.digest, batch.source, batch.facts) == (
        "旧台账.xlsx", digest, source, 2,
    )  # fmt: skip
