"""The export register: what left, of which grade, how often; and nothing that did not leave."""

from dataclasses import replace

import pytest

from desk.audit import LEAVING
from desk.drafts import Secrecy
from desk.leaving import OFFICE, Leaving, Way, hand_out, write_file


def register(store):
    with store.read() as work:
        return [
            (one.action, one.subject, one.detail)
            for one in work.audit.records()
            if one.action.startswith(LEAVING)
        ]


def test_every_way_begins_with_the_words_the_register_is_found_by():
    assert all(way.startswith(LEAVING) for way in Way)


def test_a_file_of_a_draft_leaves_with_its_grade(store, office, tmp_path):
    draft = office.draft("防汛工作情况")
    with store.begin() as work:
        work.drafts.save(replace(draft, secrecy=Secrecy.INTERNAL))
    path = tmp_path / "防汛.docx"
    gone = Leaving(Way.FILE, "防汛", path.name, (f"draft:{draft.id}",))
    write_file(store, gone, path, b"whole", by=office.by)
    assert path.read_bytes() == b"whole"
    told = "防汛；防汛.docx；密级：内部；1 份"
    assert register(store) == [("导出文件", f"draft:{draft.id}", told)]
    assert list(tmp_path.glob("*.part")) == []


def test_what_failed_is_not_in_the_register(store, office, tmp_path):
    path = tmp_path / "没有这个文件夹" / "表.xlsx"
    with pytest.raises(OSError, match="没有这个文件夹"):
        write_file(store, Leaving(Way.FILE, "表", path.name), path, b"x", by=office.by)
    assert register(store) == []


def test_a_table_of_no_single_item_is_the_office_s(store, office):
    gone = Leaving(Way.PAPER, "月度得分表", "HP LaserJet", copies=3)
    hand_out(store, gone, lambda: None, by=office.by)
    assert register(store) == [("打印", OFFICE, "月度得分表；HP LaserJet；密级：无；3 份")]
