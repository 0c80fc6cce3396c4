"""The schema moves forward whole or not at all."""

import pytest
from sqlalchemy import inspect, text

from db import migrations, models
from db.columns import Base
from db.engine import writer
from db.keys import read_key
from db.store import SqlStore
from desk.backups.backup import Reason
from desk.errors import StoreError
from desk.units import UnitGroup


@pytest.fixture
def engine(paths, store):
    with store.begin() as work:
        work.registry.save_group(UnitGroup("乡镇"))
    store.close()
    engine = writer(paths.store, read_key(paths.store))
    yield engine
    engine.dispose()


def described(connection):
    """Everything the database says about its tables, without the search index."""
    found = inspect(connection)
    names = [name for name in found.get_table_names() if name not in SEARCH]
    return {
        name: (
            sorted((one["name"], str(one["type"]), one["nullable"]) for one in columns),
            found.get_pk_constraint(name),
            sorted(str({**key, "name": ""}) for key in found.get_foreign_keys(name)),
            sorted(found.get_indexes(name), key=str),
            sorted(found.get_unique_constraints(name), key=str),
        )
        for name in sorted(names)
        for columns in [found.get_columns(name)]
    }


SEARCH = {
    f"{index}{part}"
    for index in ("draft_search", "printed_search")
    for part in ("", "_data", "_idx", "_docsize", "_config")
}
FIRST_DRAFT = """
INSERT INTO drafts (title, title_key, original_name, original_digest, received, channel, author,
    phone, approver, urgency, secrecy, status, characters, has_table, has_picture, ticks, notes,
    revision)
VALUES ('校园安全检查', 'x', 'a.docx', 'd', '2026-07-15 01:30:00', '文件', '', '', '', '平件',
    '无', '新到', 10, 0, 0, '[]', '[]', 1)
"""
SQL = text("SELECT name, sql FROM sqlite_master ORDER BY name")


def test_migrating_an_empty_file_gives_the_schema_of_the_models(engine, tmp_path):
    models_only = writer(tmp_path / "models.db", "0" * 64)
    (tmp_path / "models.db").touch()
    with models_only.begin() as connection:
        Base.metadata.create_all(connection)
        expected = described(connection)
    models_only.dispose()
    with engine.begin() as connection:
        assert described(connection) == expected
    assert models.Draft.__tablename__ in expected


def test_a_failing_step_leaves_schema_and_data_as_they_were(engine):
    def good(connection):
        connection.execute(text("ALTER TABLE unit_groups ADD COLUMN colour TEXT"))
        connection.execute(text("UPDATE unit_groups SET name = '改了'"))

    def bad(connection):
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        message = "in the middle"
        raise RuntimeError(message)

    with engine.begin() as connection:
        before = connection.execute(SQL).all()
    with pytest.raises(RuntimeError), engine.begin() as connection:
        migrations.upgrade(connection, [*migrations.steps(), good, bad])
    with engine.begin() as connection:
        assert connection.execute(SQL).all() == before
        assert connection.scalar(text("SELECT name FROM unit_groups")) == "乡镇"
        assert migrations.version(connection) == len(migrations.steps())


def set_version(engine, number):
    with engine.begin() as connection:
        connection.execute(text("UPDATE meta SET value = :number"), {"number": number})
    engine.dispose()


def test_a_store_from_a_newer_program_is_refused_unchanged(engine, paths):
    set_version(engine, 99)
    before = paths.store.read_bytes()
    with pytest.raises(StoreError, match="更新版本的软件建立的（数据版本 99"):
        SqlStore.open(paths)
    assert paths.store.read_bytes() == before


def test_an_older_store_is_backed_up_before_it_is_changed(engine, paths, monkeypatch):
    def second(connection):
        connection.execute(text("UPDATE unit_groups SET name = '新名'"))

    path = [*migrations.steps(), second]
    monkeypatch.setattr(migrations, "steps", lambda: path)
    opened = SqlStore.open(paths)
    with opened.read() as work:
        assert work.registry.groups()[0].name == "新名"
    opened.close()
    assert [one.reason for one in opened.backups.kept()] == [Reason.UPGRADE]


def test_a_keyed_file_without_our_tables_is_refused(engine, paths):
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE meta"))
    with pytest.raises(StoreError, match="没有本软件的数据"):
        SqlStore.open(paths)


@pytest.mark.parametrize("release", [1, 2, 3])
def test_a_store_of_each_release_is_brought_up_to_date_with_its_drafts(release, tmp_path):
    first = writer(tmp_path / "first.db", "0" * 64)
    (tmp_path / "first.db").touch()
    with first.begin() as connection:
        migrations.upgrade(connection, migrations.steps()[:release])
        connection.execute(text(FIRST_DRAFT))
        migrations.upgrade(connection, migrations.steps())
        row = connection.execute(
            text("SELECT title, is_read, topics, due, scope FROM drafts")
        ).one()
    first.dispose()
    assert tuple(row) == ("校园安全检查", 1, "[]", None, "未定")


def test_a_draft_that_was_edited_alone_again_is_no_part_of_its_former_composite(tmp_path):
    engine = writer(tmp_path / "third.db", "0" * 64)
    (tmp_path / "third.db").touch()
    with engine.begin() as connection:
        migrations.upgrade(connection, migrations.steps()[:3])
        for _one in range(3):
            connection.execute(text(FIRST_DRAFT))
        connection.execute(text("UPDATE drafts SET merged_into = 1 WHERE id > 1"))
        connection.execute(text("UPDATE drafts SET status = '并入' WHERE id = 3"))
        migrations.upgrade(connection, migrations.steps())
        parts = connection.execute(text("SELECT composite_id, draft_id, position FROM parts")).all()
        merged = connection.execute(text("SELECT merged_into FROM drafts ORDER BY id")).scalars()
        assert list(merged) == [None, None, 1]
    engine.dispose()
    assert parts == [(1, 3, 0)]


def test_limits_of_before_still_run_from_the_event(tmp_path):
    engine = writer(tmp_path / "before.db", "0" * 64)
    (tmp_path / "before.db").touch()
    with engine.begin() as connection:
        migrations.upgrade(connection, migrations.steps()[:3])
        connection.execute(text("INSERT INTO clocks (kind, amount, unit) VALUES ('', 9, '自然日')"))
        migrations.upgrade(connection, migrations.steps())
        rows = connection.execute(text("SELECT kind, amount, unit, since FROM clocks")).all()
    engine.dispose()
    assert [tuple(row) for row in rows] == [("", 9, "自然日", "事发")]
