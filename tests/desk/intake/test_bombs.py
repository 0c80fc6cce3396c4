"""Small files that would take all memory or time are refused, or read within the bounds."""

import io
import struct
import zipfile
import zlib
from datetime import date

import pytest

from desk.errors import FieldError, NotReadableError
from desk.importing.sheets import sheets
from desk.intake.reading import read_all
from desk.intake.recognition.recognise import recognise
from desk.intake.recognition.registry import Names
from desk.slip_scans import must_be_scan
from desk.units import Unit
from tests.fuzz import seeds
from tests.fuzz.running import LARGEST_MB, _peak_mb, _reset_peak

_WORD = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)
_CELL = b"<w:tbl><w:tr><w:tc>"
_BOOK = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HARM = "可能是有害文件"


def part(data: bytes, name: str, content: bytes) -> bytes:
    """A package with another part in place of one of its own."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {one: package.read(one) for one in package.namelist()}
    return seeds.archive(**{**parts, name: content})


def word(inner: bytes) -> bytes:
    return part(seeds.word(), "word/document.xml", _WORD + inner + b"</w:body></w:document>")


def sheet(inner: str) -> bytes:
    made = f'<worksheet xmlns="{_BOOK}">{inner}</worksheet>'.encode()
    return part(seeds.workbook(("标题",), ("检查",)), "xl/worksheets/sheet1.xml", made)


def pdf(times: int, size: int) -> bytes:
    """A page whose drawing is packed so many times."""
    drawn, filters = b"q " * size, b"/FlateDecode" * times
    for _one in range(times):
        drawn = zlib.compress(drawn, 9)
    return b"".join((
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n",
        b"4 0 obj<</Length %d/Filter[%b]>>stream\n" % (len(drawn), filters),
        drawn + b"\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF",
    ))  # fmt: skip


def nested(depth: int) -> bytes:
    data = seeds.archive(**{"a.txt": b"x" * 1000})
    for number in range(depth):
        data = seeds.archive(**{f"{number}.zip": data})
    return data


def picture(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = seeds.picture("PNG")
    return data[:16] + head + struct.pack(">I", zlib.crc32(b"IHDR" + head)) + data[33:]


def attributes(how: bytes, times: int = 5_000) -> bytes:
    return b"<w:p " + b" ".join(how % (number, number) for number in range(times)) + b"/>"


def mail(head: bytes, body: bytes = b"") -> bytes:
    return b"From: a@b.cn\r\nSubject: a\r\n" + head + b"\r\n\r\n" + body


def relations(times: int) -> bytes:
    one = b'<Relationship Id="r%d" Type="t" Target="%d"/>'
    inner = b"".join(one % (number, number) for number in range(times))
    return b"<Relationships>" + inner + b"</Relationships>"


BOMBS = {  # name, file, words of the refusal
    "a part of 100 MB": ("a.docx", lambda: word(b" " * (100 << 20)), HARM),
    "1,600,000 paragraphs": ("a.docx", lambda: word(b"<w:p/>" * 1_600_000), HARM),
    "an entity": ("a.docx", lambda: word(b'<!DOCTYPE a [<!ENTITY a "b">]>&a;'), HARM),
    "5,000 tables in tables": ("a.docx", lambda: word(_CELL * 5_000), HARM),
    "a cell across 99,999,999": (
        "a.docx",
        lambda: word(_CELL + b'<w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>' + b"<w:p/></w:tc>"),
        "。",
    ),
    "100,000 million pixels": (
        "a.docx",
        lambda: part(seeds.word(), "word/media/image1.png", picture(100_000, 1_000_000)),
        "",
    ),
    "30 archives in archives": ("a.zip", lambda: nested(30), "一层套一层"),
    "a last row and column": (
        "a.xlsx",
        lambda: sheet(
            '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        ),
        "没有登记",
    ),
    "sheets merged as a whole": (
        "a.xlsx",
        lambda: sheet("<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 50 + "</mergeCells>"),
        "没有登记",
    ),
    "16,000 columns": ("a.csv", lambda: ("标题," * 16_000 + "\n").encode() * 5, ""),
    "a million rows": ("a.csv", lambda: "检查,内容\n".encode() * 1_000_000, "不像是一篇稿件"),
    "a million lines": ("a.txt", lambda: b"a\n" * 1_000_000, "不像是一篇稿件"),
    "20,000 tables in tables in a page": (
        "a.html",
        lambda: b"<html><body>" + b"<table><tr><td>" * 20_000,
        "套得太深",
    ),
    "rows across 65,534 rows": (
        "a.html",
        lambda: b"<html><table>" + b"<tr><td rowspan=65534 colspan=1000>a</td></tr>" * 300,
        "",
    ),
    "a drawing of 40 MB": ("a.pdf", lambda: pdf(1, 20_000_000), HARM),
    "a drawing packed twice": ("a.pdf", lambda: pdf(2, 40_000_000), HARM),
    "pages in themselves": ("a.pdf", lambda: b"%PDF-1.4\n1 0 obj<</Kids[1 0 R]>>", "已损坏"),
    "5,000 attributes": ("a.docx", lambda: word(attributes(b'a%d="%d"')), HARM),
    "5,000 attributes set wide": ("a.docx", lambda: word(attributes(b"a%d = '%d'")), HARM),
    "5,000 namespaces": ("a.docx", lambda: word(attributes(b'xmlns:a%d="u%d"')), HARM),
    "100,000 attributes of a sheet": (
        "a.xlsx",
        lambda: sheet(attributes(b'a%d="%d"', 100_000).decode()),
        HARM,
    ),
    "9,000 elements in one another": ("a.docx", lambda: word(b"<w:p>" * 9_000), HARM),
    "80,000 relations": (
        "a.docx",
        lambda: part(seeds.word(), "word/_rels/document.xml.rels", relations(80_000)),
        HARM,
    ),
    "20,000 attributes of a page": (
        "a.html",
        lambda: b"<html><body>" + attributes(b"a%d=%d", 20_000),
        HARM,
    ),
    "20,000 attributes without values": (
        "a.html",
        lambda: b"<html><body>" + attributes(b"a%d b%d", 20_000),
        HARM,
    ),
    "streams without end": ("a.pdf", lambda: b"%PDF-1.4\n" + b"stream\n" * 50_000, HARM),
    "objects without end": ("a.pdf", lambda: b"%PDF-1.4\n" + b"1 0 obj\n" * 500_000, HARM),
    "parameters of a mail": (
        "a.eml",
        lambda: mail(b"Content-Type: text/plain" + b"; a=b" * 10_000),
        HARM,
    ),
    "parts of a mail": (
        "a.eml",
        lambda: mail(b'Content-Type: multipart/mixed; boundary="b"', b"--b\r\n\r\nx\r\n" * 9_000),
        "远多于正常邮件",
    ),
    "one sign, 300,000 times": ("a.txt", lambda: "年".encode() * 300_000, ""),
    "brackets alone": ("a.txt", lambda: "（".encode() * 300_000, ""),
    "units alone": ("a.txt", lambda: "县教育局、".encode() * 60_000, ""),
    "labels alone": ("a.txt", lambda: "报送单位：".encode() * 60_000, ""),
    "dates alone": ("a.txt", lambda: "2026年7月14日".encode() * 50_000, ""),
    "numerals alone": ("a.txt", lambda: "一、".encode() * 200_000, ""),
}


@pytest.mark.parametrize("what", BOMBS)
def test_a_bomb_is_refused_or_read_within_the_bounds(what):
    name, make, words = BOMBS[what]
    data, names = make(), Names([Unit("云岭县教育局", "县教育局", 1, id=1)])
    base = _reset_peak()
    for one in read_all(data, name):
        if isinstance(one.content, str):
            assert words in one.content
        else:
            assert not words
            recognise(one.content, names, name=name, near=date(2026, 7, 15))
    assert _peak_mb() - base < LARGEST_MB


def test_an_import_refuses_a_sheet_of_attributes():
    data = sheet(attributes(b'a%d="%d"', 100_000).decode())
    with pytest.raises(NotReadableError, match=HARM):
        sheets(data, "名册.xlsx")


def test_a_scan_that_swells_is_refused():
    with pytest.raises(FieldError, match="膨胀几百倍"):
        must_be_scan("a.pdf", pdf(1, 20_000_000))


def test_a_white_scan_is_no_bomb():
    white = pdf(1, 2_000_000).replace(b"<</Length", b"<</Subtype/Image/Length")
    must_be_scan("a.pdf", white)
