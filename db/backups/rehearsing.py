"""Rehearse a restore: take the newest backup out aside, work in it, and compare."""

import shutil
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from db.backups.inspecting import must_be_whole
from db.backups.staging import Secrets, Staged, stage
from desk.backups.backup import Compared, Rehearsal
from desk.backups.package import Contents, is_package, read_manifest
from desk.drafts import DraftQuery
from desk.errors import DeskError
from desk.jobs import Job, Progress
from desk.paths import Paths
from desk.soundness import is_whole
from desk.store import Store

Reopen = Callable[[Paths], Store]  # with the key of the store that is rehearsed for
FOLDER = "rehearsal"  # in the data folder
_TOLD = 12  # characters of a digest that a person compares


def rehearse(source: Path, folder: Path, key: str, reopen: Reopen, now: datetime) -> Job[Rehearsal]:
    """Restore into a folder that is removed afterwards; what is wrong is told in the result."""
    begun = time.monotonic()
    shutil.rmtree(folder, ignore_errors=True)
    try:
        staged = yield from stage(source, folder, Secrets(key=key))
        yield Progress(0, 1, "正在逐页核对恢复出来的数据")
        must_be_whole(staged.store, staged.key)
        said = read_manifest(source).contents if is_package(source) else staged.contents
        compared = _figures(said, staged) + (yield from _worked_in(staged, reopen))
    except DeskError as error:
        return Rehearsal(now, source.name, time.monotonic() - begun, fault=str(error))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return Rehearsal(now, source.name, time.monotonic() - begun, tuple(compared))


def drop(data: Path) -> None:
    """Throw away what an end of power has left of a rehearsal: a copy of the store with its key."""
    shutil.rmtree(data / FOLDER, ignore_errors=True)


def _figures(said: Contents, staged: Staged) -> list[Compared]:
    found = staged.contents
    tables = [
        ("来稿", "drafts"),
        ("修改稿", "revisions"),
        ("单位", "units"),
        ("刊期", "issues"),
        ("台账", "facts"),
        ("文件", "files"),
    ]
    counted = [
        Compared(word, f"{said.counts.get(name, 0):,} 条", f"{found.counts.get(name, 0):,} 条")
        for word, name in tables
    ]
    all_tables = [f"{sum(one.counts.values()):,} 条" for one in (said, found)]
    digests = [
        Compared(word, one[:_TOLD], other[:_TOLD])
        for word, one, other in (
            ("台账合计", said.ledger, found.ledger),
            ("印发文件目录", said.pages, found.pages),
        )
    ]
    audits = [f"{one.audit[0]:,} 条 {one.audit[1][:_TOLD]}".strip() for one in (said, found)]
    return [
        *counted,
        Compared("全部记录", *all_tables),
        *digests,
        Compared("操作记录", *audits),
    ]


def _worked_in(staged: Staged, reopen: Reopen) -> Job[list[Compared]]:
    """Open it as the application does, and print every frozen file's digest anew."""
    yield Progress(0, 1, "正在打开恢复出来的数据")
    store = reopen(Paths(staged.folder))
    try:
        with store.read() as work:
            drafts = len(work.drafts.ids(DraftQuery(with_versions=True)))
            issues = work.issues.all()
            wanted = [digest for one in issues for digest in (one.pdf, one.docx) if digest]
            whole = 0
            for done, digest in enumerate(wanted):
                yield Progress(done, len(wanted), "正在核对印发的文件")
                whole += is_whole(work, digest)
    finally:
        store.close()
    counted = staged.contents.counts.get("drafts", 0)
    return [
        Compared("软件打开后的来稿", f"{counted:,} 篇", f"{drafts:,} 篇"),
        Compared("印发的文件", f"{len(wanted):,} 个完好", f"{whole:,} 个完好"),
    ]
