"""The meeting pack is one folder, whole or not at all, with checksums of every file."""

import hashlib
import json
from datetime import date

import pytest

from desk.closings.books import close
from desk.closings.periods import find
from desk.errors import DeskError
from desk.facts import Fact, FactKind
from desk.jobs import finish
from desk.packs.packing import pack
from desk.packs.parts import PARTS

QUARTER = date(2026, 4, 1), date(2026, 6, 30)
NAME = "云岭县人民政府办公室"


@pytest.fixture
def booked(office):
    """An adoption in the second quarter."""
    paper = office.publication
    with office.store.begin() as work:
        work.ledger.add(
            [
                Fact(
                    FactKind.ADOPTION, date(2026, 5, 6), office.units[0].id, "春耕进展信息",
                    "hand:1", paper.id, paper.sections[0].id, issue_number="第5期",
                )
            ]
        )  # fmt: skip
    return office


def packed(office, folder, **more):
    return finish(pack(office.store, QUARTER, folder, office=NAME, by=office.by, **more))


def test_every_part_is_there_and_every_checksum_is_right(booked, tmp_path):
    folder = tmp_path / "会议材料"
    found = packed(booked, folder)
    told = json.loads((folder / "清单.json").read_text())
    assert [one["part"] for one in told["parts"]] == [part.title for part in PARTS]
    sums = (folder / "校验值.sha256").read_text().splitlines()
    assert len(sums) == len(found.files)
    for line in sums:
        digest, path = line.split("  ")
        assert hashlib.sha256((folder / path).read_bytes()).hexdigest() == digest
    on_disk = {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()}
    assert on_disk == {line.split("  ")[1] for line in sums} | {"校验值.sha256"}


def test_an_open_period_is_warned_of_and_a_closed_one_names_its_digest(booked, tmp_path):
    found = packed(booked, tmp_path / "甲", wanted={"evidence"})
    assert "还没有结账" in found.warnings[0]
    assert "注意：2026年第二季度还没有结账" in (tmp_path / "甲" / "说明.txt").read_text()
    with booked.store.read() as work:
        period = find(work.catalogue.schemes(), "2026Q2")
    closing = close(booked.store, period, by=booked.by)
    found = packed(booked, tmp_path / "乙", wanted={"evidence"})
    assert found.warnings == ()
    assert json.loads((tmp_path / "乙" / "清单.json").read_text())["figures"] == closing.digest


def test_only_the_parts_wanted_are_written(booked, tmp_path):
    packed(booked, tmp_path / "材料", wanted={"evidence"})
    folders = sorted(one.name for one in (tmp_path / "材料").iterdir() if one.is_dir())
    assert folders == ["5 计分依据"]


def test_a_folder_that_is_there_is_never_overwritten(booked, tmp_path):
    (tmp_path / "材料").mkdir()
    with pytest.raises(DeskError, match="已经有了"):
        packed(booked, tmp_path / "材料")


def test_cancelling_leaves_nothing_behind(booked, tmp_path):
    job = pack(booked.store, QUARTER, tmp_path / "材料", office=NAME, by=booked.by)
    for _ in range(8):
        next(job)
    job.close()
    assert list(tmp_path.glob("材料*")) == []


def test_the_trail_tells_who_made_it(booked, tmp_path):
    packed(booked, tmp_path / "材料", wanted={"evidence"})
    with booked.store.read() as work:
        last = work.audit.records("pack:2026Q2")[0]
    assert (last.action, last.who) == ("导出会议材料", "王敏")
