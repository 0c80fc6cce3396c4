"""Stores of every step of the schema come up to today's with nothing lost and nothing else said."""

import hashlib
import json
import pkgutil
from contextlib import closing
from dataclasses import replace

import pytest

from db import migrations
from db.engine import connect
from db.keys import read_key
from db.store import SqlStore
from desk.drafts import DraftQuery
from desk.errors import StoreError
from main import main, open_store
from tests.samples.stores import Sample, before, samples

WINDOW = ("--from", "2026-01-01", "--to", "2026-07-15")
NUMBERS = sorted(int(one.name[1:5]) for one in pkgutil.iter_modules(migrations.__path__))
KEPT = [
    "drafts",
    "revisions",
    "originals",
    "draft_units",
    "waivers",
    "issues",
    "entries",
    "facts",
    "files",
    "units",
    "unit_groups",
    "quotas",
    "publications",
    "sections",
    "schemes",
    "reasons",
]
BETWEEN = [number for number in NUMBERS if number not in {one.step for one in samples()}]


def named(value):
    return f"m{value.step if isinstance(value, Sample) else value:04}"


def sha(data):
    return hashlib.sha256(data).hexdigest()


def tables(paths):
    """The schema, and every table's rows, as a bare connection sees them."""
    with closing(connect(paths.store, read_key(paths.store))) as connection:
        schema = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        names = [name for name, sql in schema if (sql or "").startswith("CREATE TABLE")]
        return schema, {name: rows_of(connection, name) for name in names}


def rows_of(connection, table):
    return connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - ours


def content(paths):
    """A hash of the schema and every row."""
    return sha(repr(tables(paths)).encode())


def drafts_of(work):
    """Titles, states and every revision's text."""
    every = work.drafts.ids(replace(DraftQuery(), with_versions=True))
    return {
        str(one.id): [one.title, one.status.value, revisions_of(work, one.id)]
        for one in work.drafts.several(every)
    }


def revisions_of(work, draft_id):
    found = work.drafts.revisions(draft_id)
    return [[one.title, sha(one.body.text.encode())] for one in found]


def issues_of(work):
    """Numbers, days, the frozen files and what the PDF itself hashes to."""
    return {
        str(one.id): [
            one.number,
            str(one.day),
            one.pdf,
            one.docx,
            sha(work.files.get(one.pdf)) if one.pdf else "",
        ]
        for one in work.issues.all()
    }


def audit_of(work, count):
    """The first so many records."""
    oldest = work.audit.records(limit=100_000)[-count:]
    told = [[one.when.isoformat(), one.who, one.action, one.subject, one.detail] for one in oldest]
    return [len(told), sha(json.dumps(told, ensure_ascii=False).encode())]


def holds(found, said):
    """Whether all that was said is found, whatever else is found beside it."""
    if isinstance(said, dict):
        return all(key in found and holds(found[key], value) for key, value in said.items())
    if isinstance(said, list):
        return len(found) == len(said) and all(map(holds, found, said))
    return bool(found == said)


def stop_after(monkeypatch, number):
    """Let the program know no step after this one."""
    path = migrations.steps()[: NUMBERS.index(number) + 1]
    monkeypatch.setattr(migrations, "steps", lambda: path)


@pytest.fixture
def verb(paths, capsys):
    """What a verb prints."""

    def run(*words):
        assert main(["--data", str(paths.data), *words, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return run


@pytest.mark.parametrize("sample", samples(), ids=named)
def test_a_store_of_its_time_opens_after_a_backup_and_says_what_it_said(sample, paths, verb):
    """Before 0.6.0 less was said of a unit; not one figure that was said may differ."""
    sample.put(paths)
    held, said = tables(paths)[1], sample.said
    with closing(open_store(paths)) as store, store.read() as work:
        assert store.verify() == []
        assert drafts_of(work) == said["drafts"]
        assert issues_of(work) == said["issues"]
        assert audit_of(work, said["audit"][0]) == said["audit"]
    assert any(paths.backups.glob("desk-*")) == (sample.step < NUMBERS[-1])
    assert holds(verb("scores", *WINDOW), said["scores"])
    for word, hits in said["search"].items():
        ids = {one["id"] for one in verb("search", word)}
        assert ids >= {one["id"] for one in json.loads(hits)}, word
    now = tables(paths)[1]
    assert {one: len(now[one]) for one in held if one in KEPT} == {
        one: len(rows) for one, rows in held.items() if one in KEPT
    }
    once, kept = content(paths), sorted(paths.backups.glob("*"))
    open_store(paths).close()
    assert (content(paths), sorted(paths.backups.glob("*"))) == (once, kept)


@pytest.mark.parametrize("number", BETWEEN, ids=named)
def test_a_store_that_stopped_between_comes_up_too(number, paths, monkeypatch):
    """Of these no code of its own was ever released: the store before, taken up to here."""
    sample = before(number)
    sample.put(paths)
    with monkeypatch.context() as earlier:
        stop_after(earlier, number)
        SqlStore.open(paths).close()
    with closing(open_store(paths)) as store, store.read() as work:
        assert store.verify() == []
        assert drafts_of(work) == sample.said["drafts"]


@pytest.mark.parametrize("number", NUMBERS[1:], ids=named)
def test_a_step_that_fails_leaves_the_store_as_it_was(number, paths, monkeypatch):
    """It fails when all its work is done, after every step before it."""
    before(number).put(paths)
    was, path = content(paths), migrations.steps()
    at = NUMBERS.index(number)

    def failing(connection):
        path[at](connection)
        raise StoreError("磁盘满了，没有升级。")

    with monkeypatch.context() as broken:
        broken.setattr(migrations, "steps", lambda: [*path[:at], failing])
        with pytest.raises(StoreError, match="磁盘满了"):
            SqlStore.open(paths)
    assert content(paths) == was


def test_a_store_from_the_future_is_refused_in_a_sentence(paths, monkeypatch, capsys):
    newest = samples()[-1]
    newest.put(paths)
    was = content(paths)
    known = migrations.steps()[:3]
    monkeypatch.setattr(migrations, "steps", lambda: known)
    assert main(["--data", str(paths.data), "search", "校园"]) == 1
    told = capsys.readouterr().err
    assert "更新版本的软件建立的" in told
    assert "请安装新版本的软件后再启动" in told
    assert content(paths) == was
