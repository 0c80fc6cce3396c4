"""Harmful and broken files are refused with the true reason."""

import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from desk.errors import NotReadableError
from desk.intake import preflight
from desk.intake.preflight import inspect
from desk.intake.reading import read

Make = Callable[..., bytes]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def zipped(*parts: tuple[str, bytes]) -> bytes:
    buffer = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        warnings.simplefilter("ignore")  # zipfile warns of the duplicate we are after
        for name, data in parts:
            out.writestr(name, data)
    return buffer.getvalue()


NOT_WORD = {
    "空": (b"", "空文件（0 字节）"),
    "旧": (OLE + "WordDocument".encode("utf-16-le"), "不完整或已损坏"),
    "加密": (OLE + "EncryptedPackage".encode("utf-16-le"), "文件有打开密码"),
    "表": (OLE + "Workbook".encode("utf-16-le"), "旧版 Excel"),
    "PDF": (b"%PDF-1.7\n", "PDF 文件"),
    "图片": (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "图片"),
    "XML": (b'<?xml version="1.0"?><a/>', "网页或 XML 文件"),
    "程序": (b"MZ\x90\0" + b"\0" * 99, "可执行程序"),
    "杂": (bytes(range(256)) * 4, "认不出来"),
    "演示": (zipped(("[Content_Types].xml", b"<a/>"), ("ppt/a.xml", b"<a/>")), "PowerPoint"),
    "空包": (b"PK\x05\x06" + b"\0" * 18, "空的或已损坏"),
}


def test_a_broken_doc_is_not_told_to_be_no_doc():
    data = OLE + "WordDocument".encode("utf-16-le")
    with pytest.raises(NotReadableError, match=r"^“a\.doc”不完整或已损坏"):
        inspect(data, "a.doc")


@pytest.mark.parametrize("what", NOT_WORD)
def test_what_is_no_word_document_is_named_for_what_it_is(what: str):
    data, reason = NOT_WORD[what]
    with pytest.raises(NotReadableError) as refusal:
        read(data, f"{what}.docx")
    assert reason in str(refusal.value)
    assert f"“{what}.docx”" in str(refusal.value)
    assert str(refusal.value).endswith("。")


HARMFUL = {
    "a part that unpacks a thousandfold": (("word/document.xml", b" " * 3_000_000),),
    "too many tags": (("word/document.xml", bytes(range(32, 127)) + b"<a/>" * 400_001),),
    "an entity": (("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),),
    "an entity in UTF-16": (
        ("word/document.xml", '\ufeff<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16-le")),
    ),
    "a path out of the folder": (("word/document.xml", b"<a/>"), ("../evil.xml", b"<a/>")),
    "an absolute path": (("word/document.xml", b"<a/>"), ("/etc/passwd", b"x")),
    "a path with a drive": (("word/document.xml", b"<a/>"), ("C:\\evil.xml", b"<a/>")),
    "two parts of one name": (("word/document.xml", b"<a/>"), ("word/Document.xml", b"<b/>")),
    "thousands of parts": tuple((f"word/{number}.xml", b"") for number in range(2_001)),
}


@pytest.mark.parametrize("harm", HARMFUL)
def test_a_file_built_to_do_harm_is_refused(harm: str):
    with pytest.raises(NotReadableError, match="可能是有害文件"):
        inspect(zipped(*HARMFUL[harm]), "a.docx")


def test_a_part_without_a_name_is_refused():
    data = zipped(("word/document.xml", b"<a/>"), ("word/other.xml", b"<a/>"))
    with pytest.raises(NotReadableError, match="可能是有害文件"):
        inspect(data.replace(b"word/other.xml", b"\0" * 14), "a.docx")


def test_a_declared_size_that_lies_is_noticed():
    data = bytearray(zipped(("word/document.xml", b"<a>" + b"x" * 5_000 + b"</a>")))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = (10).to_bytes(4, "little")
    with pytest.raises(NotReadableError):
        inspect(bytes(data), "a.docx")


def test_a_truncated_file_is_called_incomplete(saved: Make):
    data = saved(None, "正文。")
    with pytest.raises(NotReadableError, match="不完整或已损坏"):
        inspect(data[: len(data) // 2], "a.docx")


def test_a_zip_with_a_password_is_refused(saved: Make):
    data = bytearray(saved(None, "正文。"))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(NotReadableError, match="压缩包有密码"):
        inspect(bytes(data), "a.docx")


def test_a_huge_file_is_refused_unread():
    with pytest.raises(NotReadableError, match="超过 50 MB"):
        preflight.check_size(51 << 20, "a.docx")


def test_a_name_of_more_than_200_characters_is_refused():
    with pytest.raises(NotReadableError, match="太长了（最多 200 个字）"):
        read(b"x", "长" * 201 + ".docx")


def test_macros_are_said_and_not_kept(saved: Make, repacked: Make):
    data = repacked(saved(None, "正文。"), **{"word/vbaProject.bin": b"macro"})
    assert any("宏" in note for note in read(data, "a.docm").notes)


def test_an_outside_template_is_said_and_an_ordinary_link_is_not(saved: Make, repacked: Make):
    data = saved(None, "正文。")
    relation = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" TargetMode="External" Target="http://x" Type="http://x/%s"/>'
        b"</Relationships>"
    )
    path = "word/_rels/settings.xml.rels"
    template = repacked(data, **{path: relation % b"attachedTemplate"})
    link = repacked(data, **{path: relation % b"hyperlink"})
    assert any("外部" in note for note in read(template, "a.docx").notes)
    assert read(link, "a.docx").notes == ()
