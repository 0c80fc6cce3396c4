"""Text files: encodings, hard wraps, and the looks that blanks give."""

import pytest

from desk.errors import NotReadableError
from desk.intake.document import Align, Line, ReadDocument
from desk.intake.reading import read
from desk.intake.recognition.recognise import recognise

TEXT = "县教育局检查校园安全\r\n　　3月9日，县教育局检查学校42所，㙍、镕两村小学除外。\r\n"


def texts(document: ReadDocument) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_usual_encoding_is_found(encoding: str):
    assert texts(read(TEXT.encode(encoding), "a.txt")) == [
        line.strip() for line in TEXT.splitlines()
    ]


def test_the_encoding_of_taiwan_and_hong_kong_is_told_from_ours():
    text = "縣商會赴臺考察\n5月6日，臺商代表團一行18人到縣經濟開發區考察，達成合作意向3項。"
    assert texts(read(text.encode("cp950"), "a.txt")) == text.split("\n")


def test_a_text_with_a_broken_character_stays_what_it_is():
    data = f"县教育局检查校园安全\n{TEXT}".encode() + b"\xed\xa0\x80\xe4\xb8"
    assert "".join(texts(read(data, "a.txt"))).rstrip("\ufffd").endswith("除外。")


def test_bytes_of_no_encoding_are_refused():
    with pytest.raises(NotReadableError, match="编码认不出来"):
        read("好".encode() * 5 + b"\xff\xff" + b"\xfe" * 3, "a.txt")


def test_a_text_of_blanks_is_refused():
    with pytest.raises(NotReadableError, match="没有文字"):
        read("　 \r\n\t".encode(), "a.txt")


def test_hard_wraps_are_joined_and_remembered():
    lines = [
        "　　3月9日，云岭县教育局组织六个检查组，对全县四十二所中小学校开",
        "展春季开学安全检查，采取查资料、看现场、问情况的方式逐校过关，发",
        "现隐患18处。",
        "　　下一步，该局将建立隐患台账。",
    ]
    document = read("\n".join(lines).encode(), "a.txt")
    assert [len(text) for text in texts(document)] == [70, 14]
    assert [block.cuts for block in document.blocks] == [(31, 63), ()]


def test_a_full_line_that_ends_a_sentence_goes_on_where_paragraphs_are_indented():
    lines = [
        "　　3月9日，云岭县教育局组织六个检查组，对全县四十二所中小学校。",
        "检查组采取查资料、看现场、问情况的方式逐校过关，发现隐患十八处。",
        "　　下一步，该局将建立隐患台账，逐项销号，确保校园安全稳定有序。",
        "云岭县教育局",
    ]
    assert [len(text) for text in texts(read("\n".join(lines).encode(), "a.txt"))] == [63, 30, 6]


def test_short_lines_stay_as_they_are():
    document = read("县教育局\n张三\n2026年3月9日".encode(), "a.txt")
    assert texts(document) == ["县教育局", "张三", "2026年3月9日"]
    assert document.notes == ()


def test_blanks_in_front_set_a_line_to_the_middle_or_the_right():
    document = read(f"{' ' * 26}县教育局检查校园安全\n{' ' * 60}2026年3月9日".encode(), "a.txt")
    assert [block.align for block in document.blocks] == [Align.CENTRE, Align.RIGHT]


def test_a_text_file_is_recognised_like_a_document(names, now):
    data = (TEXT + "县教育局　张三\r\n2026年3月10日").encode("gb18030")
    found = recognise(read(data, "a.txt"), names, name="a.txt", near=now.date())
    assert (found.title, found.unit_ids, found.author) == ("县教育局检查校园安全", (1,), "张三")


def test_a_word_file_named_txt_is_read_as_word(saved):
    assert texts(read(saved(None, "正文。"), "a.txt")) == ["正文。"]


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "稿件", "a.pdf"])
def test_text_is_known_whatever_it_is_called(name):
    document = read("县教育局检查42所学校。".encode("gbk"), name)
    assert document.blocks[0].text == "县教育局检查42所学校。"
