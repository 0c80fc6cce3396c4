"""The demo's files are real Word and text files, the same ones every time."""

from collections import Counter
from datetime import date

import pytest
from docx import Document

from desk.demo.documents import write_documents
from desk.demo.layouts import LAYOUTS, layout_for
from desk.demo.manuscripts import current_manuscripts

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return write_documents(tmp_path_factory.mktemp("first"), 2026, TODAY)


def test_the_same_seed_writes_the_same_bytes(written, tmp_path):
    again = write_documents(tmp_path, 2026, TODAY)
    assert [path.name for path in again] == [path.name for path in written]
    assert all(
        old.read_bytes() == new.read_bytes() for old, new in zip(written, again, strict=True)
    )


def test_another_seed_writes_other_drafts(written, tmp_path):
    others = write_documents(tmp_path, 7, TODAY)
    assert {path.name for path in others} != {path.name for path in written}


def test_every_word_file_opens_and_holds_its_text(written):
    drafts = current_manuscripts(2026, TODAY)
    for path, draft in zip(written, drafts, strict=True):
        if path.suffix == ".docx":
            text = "\n".join(line.text for line in Document(str(path)).paragraphs)
            assert draft.title in text
            assert draft.paragraphs[0][:30] in text


def test_text_files_come_in_the_old_encoding_and_the_new(written):
    texts = [path.read_bytes() for path in written if path.suffix == ".txt"]
    new = [data for data in texts if _decodes(data, "utf-8")]
    assert 0 < len(new) < len(texts)
    assert all(_decodes(data, "gb18030") for data in texts if data not in new)


def _decodes(data, encoding):
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def test_every_layout_is_in_use():
    drafts = current_manuscripts(2026, TODAY)
    used = Counter(layout_for(draft, place) for place, draft in enumerate(drafts))
    assert len(used) == len(LAYOUTS) + 1


def test_files_lie_in_the_folder_of_their_report_day(written):
    days = {path.parent.name for path in written}
    assert len(days) == 8
    assert max(days) == "2026-11-20"


def test_pictures_and_tables_are_in_the_files(written):
    sheets = [Document(str(path)) for path in written if path.suffix == ".docx"]
    assert any(sheet.tables for sheet in sheets)
    assert any(sheet.inline_shapes for sheet in sheets)
