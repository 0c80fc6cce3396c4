"""Whatever bytes come in, the answer is a document or a sentence."""

import contextlib
import zipfile
from io import BytesIO

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.errors import NotReadableError
from desk.intake.reading import read
from desk.intake.recognition.recognise import recognise

FUZZ = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SUFFIXES = st.sampled_from([".docx", ".txt", ".doc", ""])
HEADS = st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"])


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    """The parts of a small .docx with headings, a table and a picture-free text."""
    document = docx.Document()
    document.add_heading("县教育局检查校园安全", 1)
    document.add_paragraph("3月9日，检查42所。", style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "单位"
    buffer = BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(BytesIO(buffer.getvalue())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def settle(data: bytes, name: str, names, now) -> None:
    """Read and recognise; only a sentence may come instead."""
    with contextlib.suppress(NotReadableError):
        recognise(read(data, name), names, name=name, near=now.date())


@FUZZ
@given(head=HEADS, data=st.binary(max_size=300), suffix=SUFFIXES)
def test_random_bytes_never_break_the_reader(head, data, suffix, names, now):
    settle(head + data, f"a{suffix}", names, now)


@FUZZ
@given(text=st.text(max_size=300))
def test_random_text_never_breaks_recognition(text, names, now):
    settle(text.encode("utf-8", "replace"), "a.txt", names, now)


@FUZZ
@given(
    lines=st.lists(
        st.text("县教育局张三供稿人：报送单位（）年月日一二39、0期第。\t　图表审核", max_size=25),
        max_size=8,
    )
)
def test_any_order_of_the_office_s_own_characters_is_survived(lines, names, now):
    settle("\n".join(lines).encode(), "a.txt", names, now)


@FUZZ
@given(data=st.data())
def test_a_mutated_part_never_breaks_the_reader(data, parts, names, now):
    name = data.draw(st.sampled_from(["word/document.xml", "word/styles.xml", "_rels/.rels"]))
    part = bytearray(parts[name])
    for _mutation in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(part) - 20))
        part[place : place + data.draw(st.integers(0, 12))] = data.draw(st.binary(max_size=12))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for other in parts:
            archive.writestr(other, bytes(part) if other == name else parts[other])
    settle(buffer.getvalue(), "a.docx", names, now)


@FUZZ
@given(data=st.data())
def test_a_mutated_package_never_breaks_the_reader(data, parts, names, now):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):
            archive.writestr(name, parts[name])
    package = bytearray(buffer.getvalue())
    for _mutation in range(data.draw(st.integers(1, 5))):
        package[data.draw(st.integers(4, len(package) - 1))] = data.draw(st.integers(0, 255))
    settle(bytes(package), "a.docx", names, now)


@pytest.mark.parametrize(
    "line",
    [
        "报送单位{}x",
        "2026{}x",
        "（县教育局 张三）{}x",
        "县教育局{}x",
        "3月{}9日",
        "截至3月9日{}",
        "县教育局" + "科" * 58,
    ],
)
@pytest.mark.parametrize("filling", [" " * 100_000, "　" * 100_000, "3月9日，截至" * 20_000])
def test_a_line_built_to_cost_time_is_read_at_once(line, filling, names, now):
    text = "\n".join([line.replace("{}", filling)] * 3)
    settle(f"{text}\n正文到此为止。\n{text}".encode(), "a.txt", names, now)
