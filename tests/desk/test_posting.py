"""Letters become files of their own, whole, with names every system takes."""

from datetime import date

import pytest

from desk.jobs import finish
from desk.posting import existing, file_names, post
from desk.reports.letter import Letter, Line


def letter(to, title="指导单"):
    return Letter(title, to, (Line("正文。"),), "办公室", date(2026, 7, 15))


@pytest.mark.parametrize(
    ("to", "name"),
    [("县教育局", "县教育局－指导单.docx"), ("A/B:C*", "A_B_C_－指导单.docx")],
)
def test_a_name_is_safe(to, name):
    assert list(file_names([letter(to)], ".docx")) == [name]


def test_no_two_files_are_alike_and_none_is_too_long():
    names = list(file_names([letter("Ab"), letter("aB"), letter("长" * 300)], ".docx"))
    assert len({one.casefold() for one in names}) == 3
    assert max(map(len, names)) < 100


def test_letters_are_written_and_those_there_are_kept_or_replaced(tmp_path):
    names = file_names([letter("甲"), letter("乙")], ".txt")
    (tmp_path / "甲－指导单.txt").write_text("旧的")
    assert existing(tmp_path, names) == ["甲－指导单.txt"]
    assert finish(post(tmp_path, names, lambda _one: b"x", over=False)) == 1
    assert (tmp_path / "甲－指导单.txt").read_text() == "旧的"
    assert finish(post(tmp_path, names, lambda _one: b"x", over=True)) == 2
    assert (tmp_path / "甲－指导单.txt").read_bytes() == b"x"


def test_a_letter_that_fails_leaves_no_half_file(tmp_path):
    def fail(_one):
        message = "disk full"
        raise OSError(message)

    with pytest.raises(OSError, match="disk full"):
        finish(post(tmp_path, file_names([letter("甲")], ".txt"), fail, over=True))
    assert list(tmp_path.iterdir()) == []
