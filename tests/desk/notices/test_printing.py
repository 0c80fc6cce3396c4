"""Letters in one PDF, or each in a file of its own."""

from io import BytesIO
from itertools import islice

import docx
import pytest

from desk.errors import DeskError
from desk.jobs import finish
from desk.layout.pdfium import page_texts
from desk.layout.preview import page_sizes
from desk.notices.letters import letters as use_case
from desk.notices.notice import NoticeKind
from desk.notices.printing import file_names, filing, letter_files, meeting_wordings, printing


def test_a_pdf_has_a_page_for_each_letter(surveyed, letters):
    found = letters(surveyed("5"), NoticeKind.RANK)
    texts = page_texts(finish(printing(found)))
    assert len(texts) == len(found)
    for letter, text in zip(found, texts, strict=True):
        assert letter.title in "".join(text.split())


def test_two_slips_share_a_page_that_lies_across(surveyed, letters):
    found = letters(surveyed("5"), NoticeKind.RANK, two_up=True)
    sizes = page_sizes(finish(printing(found, two_up=True)))
    assert len(sizes) == 3
    assert all(wide > high for wide, high in sizes)


def test_each_unit_gets_a_word_file_in_a_new_folder(surveyed, letters, tmp_path):
    found = letters(surveyed("5"), NoticeKind.HEAD)
    folder = tmp_path / "函件"
    assert finish(filing(found, folder)) == len(found)
    assert sorted(one.name for one in folder.iterdir()) == sorted(file_names(found))
    first = docx.Document(BytesIO((folder / f"{found[0].file_name}.docx").read_bytes()))
    assert first.paragraphs[0].text == "关于加快政务信息报送工作的函"
    with pytest.raises(DeskError, match="已经有了"):
        finish(filing(found, folder))


def test_a_cancelled_batch_leaves_no_files(surveyed, letters, tmp_path):
    job = filing(letters(surveyed("5"), NoticeKind.HEAD), tmp_path / "函件")
    assert len(list(islice(job, 2))) == 2
    job.close()
    assert list(tmp_path.iterdir()) == []


def test_units_of_one_name_get_files_of_their_own(surveyed, letters):
    letter = letters(surveyed("5"), NoticeKind.HEAD)[0]
    first, second = file_names([letter, letter])
    assert first != second


def test_the_pack_gets_every_kind_that_falls_on_somebody(store, surveyed):
    found = dict(finish(letter_files(surveyed("zeros"), meeting_wordings(store), "2026Q3")))
    assert list(found) == [
        "2026Q3 主任会材料.pdf",
        "2026Q3 主任会材料.docx",
        "2026Q3 致主要负责人的函.pdf",
        "2026Q3 排名单.pdf",
    ]
    letters = finish(use_case(store, surveyed("zeros"), NoticeKind.HEAD))
    assert len(page_sizes(found["2026Q3 致主要负责人的函.pdf"])) == len(letters)
