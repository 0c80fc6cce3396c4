"""Shared by all tests: no screen, a real store in a temporary folder, a fixed clock."""

import gc
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine
from sqlcipher3 import dbapi2

from db import engine
from db.store import SqlStore
from desk.auditing import By
from desk.body import plain
from desk.drafts import Draft, Kind, Original, Scope
from desk.paths import Paths
from desk.publications import Publication, Section
from desk.scoring.scheme import JointShare, PointRule, Scheme
from desk.surveys.survey import Survey
from desk.units import Quota, Unit, UnitGroup
from desk.vault import sealing, wrapping
from tests.samples import surveyed as samples
from tests.witness import Witness

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("desk", deadline=None)  # a busy machine is no failure
settings.load_profile("desk")

NOW = datetime(2026, 7, 15, 1, 30, tzinfo=UTC)
TEXT = "7月14日，县教育局组织12个检查组，对全县86所学校开展安全检查，发现并整改隐患35处。"

REGISTER = {
    "author": "陈立新",
    "phone": "0875-5122119",
    "approver": "李国华",
    "kind": Kind.DYNAMIC,
    "scope": Scope.INTERNAL,
}


WITNESS = Witness()


def pytest_configure() -> None:
    """Watch every unit of work, and let nothing be made slowly twice."""
    WITNESS.watch()
    compile_once()
    wrapping.COST = sealing.COST = 16  # a cheap scrypt: 0.4 s a try is the point, and no law


def pytest_collection_finish() -> None:
    """Let the collector pass over what is there before the first test and stays to the end."""
    gc.collect()
    gc.freeze()


def compile_once() -> None:
    """Share the compiled statements: each store has new engines, which compile all of them anew."""
    make = engine.create_engine
    first = make("sqlite://", module=dbapi2, query_cache_size=10_000)
    first.connect().close()  # tells the dialect what the library can do
    first.dispose()

    def create(*arguments: object, **options: object) -> Engine:
        made = make(*arguments, **options)
        made.dialect, made._compiled_cache = first.dialect, first._compiled_cache
        return made

    engine.create_engine = create  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _nothing_escapes_the_audit() -> Iterator[None]:
    """Fail where the product changed something and left no record of it."""
    yield
    WITNESS.answer()


@pytest.fixture
def now() -> datetime:
    """The moment at which all tests happen."""
    return NOW


@pytest.fixture(scope="session")
def surveyed() -> Callable[[str], Survey]:
    """Makes surveys of extreme offices: 5, 60, 200, zeros, giant, negative."""
    return samples.surveyed


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """An empty data folder."""
    return Paths(tmp_path / "data")


Founded = tuple[tuple[Unit, ...], Publication]


@dataclass(frozen=True)
class Office:
    """A small office in a store: two units, one publication, and drafts as they are asked for."""

    store: SqlStore
    units: tuple[Unit, ...]
    publication: Publication
    by: By

    def draft(self, title: str = "县教育局开展校园安全检查", text: str = TEXT, **fields) -> Draft:
        """A draft in the store with a full register, in the status asked for."""
        values = {"received": NOW, "unit_ids": (self.units[0].id,), **REGISTER, **fields}
        original = Original(
            f"{title}.docx", hashlib.sha256(title.encode()).hexdigest(), plain(text)
        )
        with self.store.begin() as work:
            work.files.put(title.encode(), original.name)
            return work.drafts.add(Draft(title, plain(text), original, **values), self.by.who)


@pytest.fixture(scope="session")
def _empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new store, to be copied: making its tables takes ten times as long."""
    paths = Paths(tmp_path_factory.mktemp("empty") / "data")
    SqlStore.open(paths, clock=lambda: NOW).close()
    return paths.store.parent


@pytest.fixture(scope="session")
def _founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Founded]:
    """The folder of a store with the small office in it, to be copied, and what is in it."""
    paths = Paths(tmp_path_factory.mktemp("office") / "data")
    store = SqlStore.open(paths, clock=lambda: NOW)
    made = found(store)
    store.close()
    return paths.store.parent, made


@pytest.fixture
def store(paths: Paths, request: pytest.FixtureRequest) -> Iterator[SqlStore]:
    """A new store on a real file; a test that asks for the office finds it founded."""
    if "_founded" in request.fixturenames:  # by our office: some tests found their own
        folder, _ = request.getfixturevalue("_founded")
    else:
        folder = request.getfixturevalue("_empty_store")
    shutil.copytree(folder, paths.store.parent, dirs_exist_ok=True)
    opened = SqlStore.open(paths, clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def office(store: SqlStore, _founded: tuple[Path, Founded]) -> Office:
    """An office with 县教育局 and 县水利局, 《政务信息》 with two sections, and a scheme."""
    _, (units, publication) = _founded
    return Office(store, units, publication, By("王敏", NOW))


def found(store: SqlStore) -> Founded:
    """Found the small office in an empty store."""
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("县政府工作部门"))
        units = tuple(
            work.registry.save_unit(Unit(f"云岭县{short[1:]}", short, group.id))
            for short in ("县教育局", "县水利局")
        )
        publication = work.catalogue.save_publication(
            Publication(
                "政务信息",
                (Section("信息", 0), Section("简讯", 1)),
                template="zhengwu",
                copies=30,
                send_to=("报：县委书记、县长",),
            )
        )
        work.catalogue.save_scheme(
            Scheme(
                "计分办法",
                date(2026, 1, 1),
                (
                    PointRule(publication.id, Decimal(5), publication.sections[0].id),
                    PointRule(publication.id, Decimal("1.5"), publication.sections[1].id),
                ),
                JointShare.SPLIT,
            )
        )
        for unit in units:
            work.registry.save_quota(Quota(2026, unit.id, Decimal(40), 10))
    return units, publication
