"""What can be read of a damaged store comes through, and what cannot is told."""

import hashlib
from contextlib import closing

import pytest

from db.engine import PAGE_BYTES, connect
from db.keys import read_key
from db.safekeeping import FileSafekeeping
from db.salvage.image import Image
from db.salvage.shapes import shapes
from db.salvage.trees import BRANCH, kind, read
from db.store import SqlStore
from desk.audit_check import check_trail
from desk.auditing import note
from desk.errors import NotAllowedError, StoreError
from desk.jobs import finish
from desk.paths import Paths

DRAFTS = 150
ROWS = "SELECT rowid, * FROM {}"
BY_TABLE = ("drafts", "revisions", "originals", "facts", "audit", "files", "units", "draft_units")


@pytest.fixture
def big(office):
    """A closed store of some hundred pages, in which every table has several."""
    for number in range(DRAFTS):
        text = f"第{number}件：{hashlib.sha256(bytes([number])).hexdigest()}" * (number % 40 + 1)
        draft = office.draft(f"全县农田建设进展第{number}期", text)
        with office.store.begin() as work:
            for step in range(6):
                note(work, office.by, "登记来稿", f"draft:{draft.id}", f"第{step}步：{text[:80]}")
    office.store.close()
    return office.store._paths


def contents(paths):
    with closing(connect(paths.store, read_key(paths.store))) as connection:
        return {name: set(connection.execute(ROWS.format(name))) for name in BY_TABLE}


def pages_of(paths, table):
    """The pages of a table, the leaves last, and its root."""
    key = read_key(paths.store)
    with Image(paths.store, key) as image:
        shape = shapes(image, None, key)[table]
        found = sorted(read(image, shape.root).pages)
        branches = [one for one in found if kind(image.get(one), one) == BRANCH]
        return branches, [one for one in found if one not in branches]


def spoil(paths, *pages):
    data = bytearray(paths.store.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE_BYTES + 900] ^= 1
    paths.store.write_bytes(data)
    return bytes(data)


def salvaged(paths, **how):
    return finish(FileSafekeeping().salvage(paths, **how))


def test_all_but_the_rows_of_one_broken_page_come_through(big):
    before = contents(big)
    _, leaves = pages_of(big, "audit")
    damaged = spoil(big, leaves[len(leaves) // 2])
    done = salvaged(big)
    after = contents(big)
    lost = {name: before[name] - after[name] for name in BY_TABLE if name != "audit"}
    assert not any(lost.values())
    gone = {row[0] for row in before["audit"]} - {row[0] for row in after["audit"]}
    assert 0 < len(gone) < 60
    assert done.former.read_bytes() == damaged
    assert any("操作记录编号" in one for one in done.missing)


def test_a_broken_trail_is_bound_anew_and_says_so(big):
    _, leaves = pages_of(big, "audit")
    spoil(big, leaves[len(leaves) // 2])
    salvaged(big)
    store = SqlStore.open(big)
    with store.read() as work:
        (last,) = work.audit.records(limit=1)
    assert (last.action, "操作记录有缺失" in last.detail) == ("抢救数据", True)
    assert finish(check_trail(store)).faults == ()
    store.close()


def test_leaves_below_a_broken_branch_are_found(big):
    before = contents(big)
    branches, _ = pages_of(big, "revisions")
    assert branches
    spoil(big, *branches)
    salvaged(big)
    assert before["revisions"] == contents(big)["revisions"]


def test_pages_that_changed_places_are_put_back(big):
    before = contents(big)
    _, leaves = pages_of(big, "revisions")
    data = bytearray(big.store.read_bytes())
    first, last = (slice((one - 1) * PAGE_BYTES, one * PAGE_BYTES) for one in leaves[1:3])
    data[first], data[last] = data[last], data[first]
    big.store.write_bytes(data)
    done = salvaged(big)
    assert before["revisions"] == contents(big)["revisions"]
    assert done.broken == 0


def test_a_lost_draft_is_stood_in_for_by_its_text(big):
    _, leaves = pages_of(big, "drafts")
    spoil(big, leaves[0])
    done = salvaged(big)
    store = SqlStore.open(big)
    with store.read() as work:
        draft = work.drafts.get(1)
    store.close()
    assert draft.title == "全县农田建设进展第0期"
    assert draft.body.text.startswith("第0件：")
    assert "稿件 1《全县农田建设进展第0期》：登记的内容丢失，只留下名称和相关记录。" in done.missing


@pytest.mark.parametrize("place", [3, 40], ids=["salt", "header"])
def test_a_broken_beginning_is_read_with_the_help_of_a_backup(big, place):
    before = contents(big)
    store = SqlStore.open(big)
    store.backup()
    store.close()
    data = bytearray(big.store.read_bytes())
    data[place] ^= 0x10
    big.store.write_bytes(data)
    salvaged(big)
    after = contents(big)
    assert all(before[name] <= after[name] for name in BY_TABLE)


def test_without_its_beginning_and_any_backup_nothing_is_done(big):
    damaged = spoil(big, 1)
    with pytest.raises(StoreError, match="没有能用的备份"):
        salvaged(big)
    assert big.store.read_bytes() == damaged


def test_into_another_folder_leaves_this_one_alone(big, tmp_path):
    _, leaves = pages_of(big, "revisions")
    damaged = spoil(big, leaves[0])
    target = Paths(tmp_path / "抢救")
    done = salvaged(big, target=target)
    assert big.store.read_bytes() == damaged
    assert (done.data, done.former) == (target.data, big.store)
    assert "需要核对的" in (target.data / "抢救报告.txt").read_text("utf-8-sig")
    SqlStore.open(target).close()
    with pytest.raises(NotAllowedError, match="已经有数据文件"):
        salvaged(big, target=target)
