"""RTF is read where LibreOffice is installed, and named where it is not."""

import pytest

from desk.errors import NotReadableError
from desk.intake.reading import read

RTF = b"{\\rtf1\\ansi\\ansicpg936 text}"


def test_without_libreoffice_it_is_said_what_to_do(without_office):
    with pytest.raises(NotReadableError, match=r"“a.doc”是 RTF 文档，读不出来。.*另存为 \.docx"):
        read(RTF, "a.doc")


def test_what_libreoffice_makes_of_it_is_read(sample, office, tmp_path):
    (tmp_path / "good.docx").write_bytes(sample("inspection.docx"))
    office(f'cp "{tmp_path}/good.docx" "$OUT/in.docx"')
    document = read(RTF, "a.rtf")
    assert document.blocks[1].text == "县教育局扎实开展校园安全大检查"
    assert document.notes[0] == "文件由 LibreOffice 转换后读入，请对照原稿核实。"


def test_what_libreoffice_cannot_read_is_refused(office):
    office("exit 1")
    with pytest.raises(NotReadableError, match="RTF 文档"):
        read(b"{\\rtf1 text}", "a.rtf")


def test_no_field_tells_libreoffice_what_else_to_read(sample, office, tmp_path):
    (tmp_path / "good.docx").write_bytes(sample("inspection.docx"))
    office(f'cp "$OUT/in.rtf" "{tmp_path}/given"; cp "{tmp_path}/good.docx" "$OUT/in.docx"')
    field = rb'{\field{\*\fldinst INCLUDEPICTURE "file:///etc/logo.png"}{\fldrslt shown}}'
    read(rb"{\rtf1 " + field + b"}", "a.rtf")
    given = (tmp_path / "given").read_bytes()
    assert rb"{\*\*\fldxx INCLUDEPICTURE" in given
    assert rb"\fldrslt shown" in given
