"""The stores that the drill begins with: a small office, and one of an older program."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import docx

from db import migrations
from db.engine import connect, migrating, writer
from db.keys import key_beside, new_key, write_key
from db.store import SqlStore
from desk.auditing import By
from desk.body import plain
from desk.drafts import Draft, Kind, Original, Scope, Status
from desk.facts import Fact, FactKind
from desk.paths import Paths
from desk.publications import Publication, Section
from desk.scoring.scheme import JointShare, PointRule, Scheme
from desk.submissions import book_submission
from desk.units import Quota, Unit, UnitGroup

NOW = datetime(2026, 7, 15, 1, 30, tzinfo=UTC)
BY = By("王敏", NOW)
TEXT = "7月{day}日，县教育局组织{n}个检查组，对全县86所学校开展安全检查，发现并整改隐患35处。"
READY, EDITED, FILES = 40, 4, 24
_REGISTER = {
    "author": "陈立新",
    "phone": "0875-5122119",
    "approver": "李国华",
    "kind": Kind.DYNAMIC,
    "scope": Scope.INTERNAL,
}
_OLD = """
INSERT INTO unit_groups (id, name, position) VALUES (1, '部门', 0);
INSERT INTO units (id, name, short, group_id, aliases, active)
    VALUES (1, '云岭县教育局', '县教育局', 1, '[]', 1);
INSERT INTO drafts (id, title, title_key, original_name, original_digest, received, channel,
    author, phone, approver, urgency, secrecy, status, characters, has_table, has_picture, ticks,
    notes, revision, first_unit_id) VALUES (1, '校园安全检查', 'x', 'a.docx', 'd',
    '2026-07-15 01:30:00', '文件', '', '', '', '平件', '无', '新到', 10, 0, 0, '[]', '[]', 1, 1);
INSERT INTO originals VALUES (1, '[]');
INSERT INTO draft_units VALUES (1, 0, 1);
INSERT INTO revisions (draft_id, number, saved, who, why, title, body)
    VALUES (1, 1, '2026-07-15 01:30:00', '王敏', '', '校园安全检查', '[]');
INSERT INTO draft_search_texts VALUES (1, '校园安全检查');
INSERT INTO facts (id, kind, day, ym, unit_id, title, source, role, shares, issue_number, note)
    VALUES (1, '报送', '2026-07-15', 202607, 1, '校园安全检查', 'draft:1', '单条', 1, '', '')
"""


def build(paths: Paths) -> None:
    """An office with drafts to edit and to print, and a month that can be closed."""
    store = SqlStore.open(paths, clock=lambda: NOW)
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("县政府工作部门"))
        units = [
            work.registry.save_unit(Unit(f"云岭县{name}", f"县{name}", group.id))
            for name in ("教育局", "水利局", "公安局")
        ]
        place = work.catalogue.save_publication(
            Publication("政务信息", (Section("信息", 0), Section("简讯", 1)), template="zhengwu")
        )
        points = tuple(PointRule(place.id, Decimal(5), one.id) for one in place.sections)
        work.catalogue.save_scheme(Scheme("计分办法", date(2026, 1, 1), points, JointShare.SPLIT))
        for unit in units:
            work.registry.save_quota(Quota(2026, unit.id, Decimal(40), 10))
            work.ledger.add(_facts(unit, place))
        for number in range(READY + EDITED):
            _add(work, number, units[number % len(units)])
    store.close()


def _facts(unit: Unit, place: Publication) -> list[Fact]:
    return [
        Fact(
            FactKind.ADOPTION,
            date(2026, month, 10),
            unit.id,
            f"{month}月的信息",
            "import:1",
            publication_id=place.id,
            section_id=place.sections[0].id,
        )
        for month in range(1, 7)
    ]


def _add(work, number: int, unit: Unit) -> None:
    title = f"{unit.short}开展校园安全检查第{number}次"
    body = plain(TEXT.format(day=number % 14 + 1, n=number + 3))
    data = title.encode()
    original = Original(f"{title}.docx", sha256(data).hexdigest(), body)
    work.files.put(data, original.name)
    status = Status.READY if number < READY else Status.EDITING
    draft = Draft(
        title,
        body,
        original,
        NOW - timedelta(minutes=number),
        status=status,
        unit_ids=(unit.id,),
        **_REGISTER,
    )
    book_submission(work, work.drafts.add(draft, BY.who), BY)


def build_old(paths: Paths, steps: int) -> None:
    """A store as the program left it that knew so many steps."""
    paths.data.mkdir(parents=True)
    key = new_key()
    write_key(key_beside(paths.store), key)
    connect(paths.store, key, create=True).close()
    engine = writer(paths.store, key)
    with migrating(engine) as connection:
        migrations.upgrade(connection, migrations.steps()[:1])
        for sentence in _OLD.split(";"):
            connection.exec_driver_sql(sentence)
    with migrating(engine) as connection:
        migrations.upgrade(connection, migrations.steps()[:steps])
    engine.dispose()


def write_files(folder: Path, mark: str) -> list[Path]:
    """Word files as units send them, none like another store's."""
    folder.mkdir(parents=True)
    return [_file(folder, number, mark) for number in range(FILES)]


def _file(folder: Path, number: int, mark: str) -> Path:
    document = docx.Document()
    document.add_paragraph().add_run(f"县教育局检查校园安全第{number}次（{mark}）").bold = True
    for text in (TEXT.format(day=number % 14 + 1, n=number), "县教育局 张三", "2026年7月9日"):
        document.add_paragraph(text)
    path = folder / f"{mark}-{number:02}.docx"
    document.save(path)
    return path


def write_backup(paths: Paths, target: Path | None) -> None:
    """A backup, without a target among the store's own."""
    store = SqlStore.open(paths, clock=lambda: NOW)
    store.backup(target)
    store.close()
