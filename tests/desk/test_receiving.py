"""Receiving: one file, one unit of work, one sentence."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from PIL import Image

from db.store import SqlStore
from desk.auditing import By
from desk.drafts import DraftQuery, Secrecy, Status
from desk.errors import StoreError
from desk.facts import Fact
from desk.jobs import Job, finish
from desk.receiving import Outcome, outcomes_json, receive
from desk.units import Unit, UnitGroup

Write = Callable[..., Path]
TEXT = "3月9日，县教育局对全县42所学校开展春季开学安全检查，发现并整改隐患18处。"


@pytest.fixture
def by(now) -> By:
    return By("王干事", now)


@pytest.fixture
def units(store: SqlStore) -> list[Unit]:
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("部门"))
        for name, short in (("云岭县教育局", "县教育局"), ("云岭县公安局", "县公安局")):
            work.registry.save_unit(Unit(name, short, group.id))
        return work.registry.units()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "来稿"
    path.mkdir()
    return path


@pytest.fixture
def write(folder: Path) -> Write:
    def make(name: str, *texts: str, title: str = "县教育局检查校园安全") -> Path:
        document = docx.Document()
        document.add_paragraph().add_run(title).bold = True
        for text in texts or (TEXT, "县教育局 张三", "2026年3月9日"):
            document.add_paragraph(text)
        document.save(folder / name)
        return folder / name

    return make


def taken(job: Job[list[Outcome]]) -> list[Outcome]:
    return finish(job)


def facts(store: SqlStore) -> list[Fact]:
    with store.read() as work:
        return work.ledger.between(date(2026, 1, 1), date(2026, 12, 31))


def stored(store: SqlStore) -> list[int]:
    with store.read() as work:
        return work.drafts.ids(DraftQuery())


def test_a_file_becomes_a_new_draft_with_its_fields(store, units, by, write):
    outcome = taken(receive(store, [write("a.docx")], by=by))[0]
    with store.read() as work:
        draft = work.drafts.get(outcome.draft_ids[0])
    assert (draft.title, draft.author, draft.status) == (
        "县教育局检查校园安全",
        "张三",
        Status.NEW,
    )
    assert draft.body.text == TEXT
    assert draft.event_date == draft.report_date == date(2026, 3, 9)
    assert [unit.short for unit in units if unit.id in draft.unit_ids] == ["县教育局"]


def test_the_original_bytes_are_kept(store, units, by, write):
    path = write("a.docx")
    outcome = taken(receive(store, [path], by=by))[0]
    with store.read() as work:
        draft = work.drafts.get(outcome.draft_ids[0])
        assert work.files.get(draft.original.digest) == path.read_bytes()


def test_the_submission_is_booked_on_the_day_of_arrival(store, units, by, write):
    taken(receive(store, [write("a.docx")], by=by))
    fact = facts(store)[0]
    assert (fact.day, fact.title, fact.shares) == (
        by.today,
        "县教育局检查校园安全",
        1,
    )


def test_joint_units_are_booked_one_each(store, units, by, write):
    taken(receive(store, [write("a.docx", TEXT, "县教育局 县公安局")], by=by))
    assert [fact.shares for fact in facts(store)] == [2, 2]


def test_the_audit_trail_names_the_file(store, units, by, write):
    taken(receive(store, [write("一季度.docx")], by=by))
    with store.read() as work:
        record = work.audit.records()[0]
    assert (record.action, record.who, record.detail) == ("登记来稿", "王干事", "一季度.docx")


def test_bad_files_do_not_stop_the_good_ones(store, units, by, write, folder):
    write("b.docx")
    (folder / "a.docx").write_bytes(b"")
    (folder / "c.docx").write_bytes(b"PK\x03\x04 broken")
    outcomes = taken(receive(store, [folder], by=by))
    assert [outcome.accepted for outcome in outcomes] == [False, True, False]
    assert all(outcome.message.endswith("。") for outcome in outcomes)
    assert len(stored(store)) == 1


def test_the_same_content_is_taken_once_and_the_first_is_named(store, units, by, write, folder):
    path = write("a.docx")
    (folder / "b.docx").write_bytes(path.read_bytes())
    first, second = taken(receive(store, [folder], by=by))
    assert first.accepted
    assert not second.accepted
    assert "“县教育局检查校园安全”内容完全相同" in second.message
    assert "2026年7月15日" in second.message


def test_an_unknown_unit_is_accepted_and_said(store, units, by, write):
    outcome = taken(receive(store, [write("a.docx", TEXT, "县天文局")], by=by))[0]
    assert outcome.accepted
    assert "未识别单位“县天文局”" in outcome.message
    assert facts(store) == []


def test_a_secret_draft_leaves_nothing_behind(store, units, by, write):
    path = write("a.docx", TEXT, title="秘密★1年")
    outcome = taken(receive(store, [path], by=by))[0]
    assert not outcome.accepted
    assert "涉密计算机" in outcome.message
    assert stored(store) == []
    with store.read() as work:
        assert work.audit.records() == []


def test_a_machine_for_secrets_takes_a_secret_draft(store, units, by, write):
    path = write("a.docx", TEXT, title="秘密★1年")
    outcome = taken(receive(store, [path], by=by, ceiling=Secrecy.SECRET))[0]
    assert outcome.recognised[0].secrecy is Secrecy.SECRET


def test_a_folder_without_drafts_gets_one_sentence(store, by, folder):
    (folder / "现场.jpg").write_bytes(b"\xff\xd8\xff")
    outcomes = taken(receive(store, [folder], by=by))
    assert len(outcomes) == 1
    assert "“来稿”里面的 1 个文件都不是能读的稿件" in outcomes[0].message


def test_a_missing_path_gets_a_sentence(store, by, folder):
    outcome = taken(receive(store, [folder / "没有.docx"], by=by))[0]
    assert outcome.message.startswith("找不到")


def test_a_file_that_vanishes_meanwhile_gets_a_sentence(store, units, by, write, folder):
    paths = [write("a.docx"), write("b.docx")]
    job = receive(store, paths, by=by)
    next(job)
    paths[1].unlink()
    good, gone = taken(job)
    assert good.accepted
    assert gone.message.startswith("找不到“b.docx”")


def test_hidden_and_temporary_files_are_passed_over(store, units, by, write, folder):
    write("a.docx")
    for name in ("~$a.docx", ".hidden.docx", "Thumbs.db"):
        (folder / name).write_bytes(b"x")
    assert len(taken(receive(store, [folder], by=by))) == 1


def test_the_folder_names_the_unit_of_an_unsigned_draft(store, units, by, write, folder):
    inner = folder / "县公安局"
    inner.mkdir()
    write("县公安局/a.docx", TEXT)
    outcome = taken(receive(store, [folder], by=by))[0]
    assert "（县公安局）" in outcome.message


def test_cancelling_keeps_the_files_already_taken(store, units, by, write, folder):
    for number in range(3):
        write(f"{number}.docx", TEXT, f"第{number}份来稿的另一段文字。")
    job = receive(store, [folder], by=by)
    next(job)
    next(job)
    job.close()
    assert len(stored(store)) == 1


def test_cancelling_leaves_the_list_of_what_was_taken(store, units, by, write, folder):
    for number in range(3):
        write(f"{number}.docx", TEXT, f"第{number}份来稿的另一段文字。")
    outcomes: list[Outcome] = []
    job = receive(store, [folder], by=by, outcomes=outcomes)
    while "相似" not in next(job).text:
        pass
    job.close()
    assert [list(outcome.draft_ids) for outcome in outcomes] == [
        [one] for one in stored(store)[::-1]
    ]


def test_what_a_cancelled_batch_left_is_compared_with_the_next(store, units, by, write):
    paths = [write("a.docx"), write("b.docx", TEXT, "县教育局 李四", "2026年3月9日")]
    job = receive(store, paths, by=by)
    while "相似" not in next(job).text:
        pass
    job.close()
    taken(receive(store, [write("c.docx", "县水利局检查水库46座。", title="检查水库")], by=by))
    first, second, third = reversed(stored(store))
    with store.read() as work:
        assert [(one.draft_id, one.other_id) for one in work.likenesses.of(second)] == [
            (second, first)
        ]
        assert work.likenesses.of(third) == []


def test_progress_counts_the_files(store, units, by, write, folder):
    write("a.docx")
    steps = []
    finish(receive(store, [folder], by=by), steps.append)
    assert (steps[0].done, steps[0].total, steps[0].text) == (0, 1, "a.docx")
    assert (steps[-1].done, steps[-1].total) == (1, 1)
    assert any("相似" in step.text for step in steps)


def test_a_store_that_fails_stops_the_job_and_keeps_the_rest(store, units, by, write, folder):
    for number in range(3):
        write(f"{number}.docx", TEXT, f"第{number}份来稿的另一段文字。")
    first, second, third = taken(receive(_FullAfter(store, 1), [folder], by=by))
    assert stored(store) == list(first.draft_ids)
    assert second.message.startswith("磁盘已满。这次导入停在“1.docx”：已登记 1 份，还有 2 个文件")
    assert third.message.endswith("这个文件没有处理。问题解决后重新导入即可。")
    assert (second.can_retry, third.can_retry) == (True, True)


def test_a_store_that_takes_nothing_is_an_error(store, units, by, write):
    with pytest.raises(StoreError, match=r"磁盘已满.*已登记 0 份，还有 1 个文件没有处理"):
        taken(receive(_FullAfter(store, 0), [write("a.docx")], by=by))


class _FullAfter:
    """A store whose disk is full after some units of work."""

    def __init__(self, store: SqlStore, writes: int) -> None:
        self._store, self._writes = store, writes

    def read(self):
        return self._store.read()

    def begin(self):
        self._writes -= 1
        if self._writes < 0:
            raise StoreError("磁盘已满。")
        return self._store.begin()


def test_the_json_follows_the_contract(store, units, by, write, folder):
    write("a.docx")
    (folder / "b.docx").write_bytes(b"")
    outcomes = taken(receive(store, [folder], by=by))
    good, bad = json.loads(json.dumps(outcomes_json(outcomes, units)))
    assert (bad["outcome"], bad["drafts"]) == ("refused", [])
    assert good["drafts"][0] == {
        "title": "县教育局检查校园安全",
        "units": ["云岭县教育局"],
        "author": "张三",
        "phone": None,
        "approver": None,
        "event_date": "2026-03-09",
        "report_date": "2026-03-09",
        "kind": None,
        "secrecy": None,
        "urgency": None,
        "tables": [],
        "pictures": [],
        "captions": [],
        "footnotes": [],
        "body": TEXT,
    }


def test_pictures_come_in_with_the_draft(store, units, by, folder):
    document = docx.Document()
    document.add_paragraph(TEXT).add_run().add_picture(str(_picture(folder)))
    document.save(folder / "a.docx")
    outcome = taken(receive(store, [folder / "a.docx"], by=by))[0]
    with store.read() as work:
        picture = work.drafts.get(outcome.draft_ids[0]).body.blocks[-1]
        assert work.files.has(picture.digest)
    assert outcomes_json([outcome], units)[0]["drafts"][0]["pictures"] == [picture.digest]


def _picture(folder: Path) -> Path:
    path = folder / "图.png"
    Image.new("RGB", (20, 10), "red").save(path)
    return path


def test_a_draft_without_a_title_takes_the_name_of_its_file(store, units, by, folder):
    (folder / "三月来稿.txt").write_text(f"{TEXT}\n{TEXT}县教育局再次检查。\n", encoding="utf-8")
    outcome = taken(receive(store, [folder / "三月来稿.txt"], by=by))[0]
    assert "已登记“三月来稿”" in outcome.message
    assert "没有找到标题，暂用文件名" in outcome.message
    assert outcome.recognised[0].title is None
