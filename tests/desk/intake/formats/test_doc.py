"""A .doc gives what its reader would see, without any other program."""

import os
import struct
from select import select

import pytest

from desk.errors import NotReadableError
from desk.intake.converter import to_docx
from desk.intake.document import Align, Grid, Image, Line
from desk.intake.ole.container import Compound
from desk.intake.ole.header import Table, read_header
from desk.intake.reading import read

OLD_HEADER = struct.pack("<HH", 0xA5DC, 104)
HEADER = struct.pack("<H", 0xA5EC)


@pytest.fixture
def document(sample, without_office):
    return read(sample("inspection.doc"), "a.doc")


def lines(document) -> list[Line]:
    return [block for block in document.blocks if isinstance(block, Line)]


def damaged(data: bytes, place: int, new: bytes) -> bytes:
    """A .doc with bytes of its header overwritten."""
    start = data.index(HEADER, 512) + place
    return data[:start] + new + data[start + len(new) :]


def test_looks_that_show_a_title_are_read(document):
    head, title = lines(document)[:2]
    assert (head.align, head.size, head.bold, head.red) == (Align.CENTRE, 26, True, True)
    assert (title.align, title.size, title.bold, title.red) == (Align.CENTRE, 22, True, False)


def test_revisions_hidden_text_and_comments_are_settled_as_in_a_docx(document, sample):
    assert "发现隐患18处，已整改15处。" in lines(document)[2].text
    assert document.notes == read(sample("inspection.docx"), "a.docx").notes


def test_automatic_numbers_become_text(document):
    numbered = [line.text for line in lines(document) if "、" in line.text]
    assert numbered == ["一、强化领导", "二、压实责任"]


def test_a_bold_beginning_is_kept_apart(document):
    line = next(line for line in lines(document) if line.text.startswith("一是"))
    assert [run.bold for run in line.runs] == [True, False]


def test_cells_stand_in_their_columns(document):
    grid = next(block for block in document.blocks if isinstance(block, Grid))
    shown = [["".join(line.text for line in cell) for cell in row] for row in grid.rows]
    assert shown == [["学校", "", "隐患"], ["城关镇", "第一小学", "3"], ["白石乡", "", "2"]]


def test_pictures_footnotes_and_page_headers_are_read(document):
    image = next(block for block in document.blocks if isinstance(block, Image))
    assert (image.width, image.height) == (60, 40)
    assert document.pictures[image.digest].startswith(b"\x89PNG")
    assert document.footnotes == ("数据截至3月12日。",)
    assert document.margins == ("内部资料  注意保存",)


def test_a_text_box_follows_the_paragraph_it_hangs_on(document):
    texts = [line.text for line in lines(document)]
    assert texts[texts.index("框里的话") - 1] == "继续抓好整改。"


def test_characters_beyond_two_bytes_are_whole(document):
    assert "生僻字𠮷和㙍也在。" in [line.text for line in lines(document)]


def test_a_doc_is_known_whatever_it_is_called(sample, without_office):
    for name in ("a.wps", "a.docx", "a.txt", "稿件"):
        assert lines(read(sample("inspection.doc"), name))[1].text.startswith("县教育局扎实")


def test_a_password_is_said(sample, without_office):
    with pytest.raises(NotReadableError, match="有打开密码。请用密码打开"):
        read(damaged(sample("inspection.doc"), 10, b"\x00\x13"), "a.doc")


def test_an_older_word_is_said(sample, without_office):
    with pytest.raises(NotReadableError, match=r"Word 97 以前的旧格式.*另存为 \.docx"):
        read(damaged(sample("inspection.doc"), 0, OLD_HEADER), "a.doc")


def test_pieces_out_of_place_are_said(sample, without_office):
    with pytest.raises(NotReadableError, match="文字顺序表已损坏"):
        read(damaged(sample("inspection.doc"), 76, struct.pack("<i", 1 << 20)), "a.doc")


def test_a_text_of_millions_of_characters_is_refused(sample, without_office):
    data = sample("inspection.doc")
    file = Compound(data, "a.doc")
    header = read_header(file.read("WordDocument"))
    table = header.table(file.read(header.table_stream), Table.PIECES)
    last = 5 + (len(table) - 9) // 12 * 4  # where the last piece ends
    longer = table[:last] + struct.pack("<I", 3_000_000) + table[last + 4 :]
    with pytest.raises(NotReadableError, match="文字超过 200 万个"):
        read(data.replace(table, longer), "a.doc")


def test_macros_are_said_and_not_run(sample, without_office):
    data = sample("inspection.doc")
    old = "\x01CompObj".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 18)
    new = "Macros".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 14)
    assert old in data
    document = read(data.replace(old, new), "a.doc")
    assert document.notes[0] == "文件里有宏，没有运行，也没有保留在编辑稿里。"


def test_an_older_word_goes_through_libreoffice_where_there_is_one(sample, office, tmp_path):
    (tmp_path / "good.docx").write_bytes(sample("inspection.docx"))
    office(f'cp "{tmp_path}/good.docx" "$OUT/in.docx"')
    document = read(damaged(sample("inspection.doc"), 0, OLD_HEADER), "a.doc")
    assert lines(document)[1].text == "县教育局扎实开展校园安全大检查"
    assert "文件由 LibreOffice 转换后读入，请对照原稿核实。" in document.notes


def test_a_libreoffice_that_hangs_is_ended_with_its_children(office, tmp_path):
    os.mkfifo(tmp_path / "alive")
    pipe = os.open(tmp_path / "alive", os.O_RDONLY | os.O_NONBLOCK)
    office(f'sleep 60 > "{tmp_path}/alive" & wait')
    assert to_docx(b"x", ".doc", timeout_s=0.5) is None
    is_closed = bool(select([pipe], [], [], 10)[0])  # by the death of its only writer
    assert is_closed
    os.close(pipe)


def test_a_libreoffice_that_fails_is_as_good_as_none(office):
    office("exit 1")
    assert to_docx(b"x", ".doc") is None
