"""Reading in a process of its own: one bad file ends neither the batch nor the program."""

import os
import time
from collections.abc import Iterator

import pytest

from desk.errors import NotReadableError
from desk.intake.document import ReadDocument
from desk.intake.worker import Reader


def misbehave(data: bytes, name: str) -> ReadDocument:
    """Do what the file's name says, as a hostile file might."""
    if name == "crash":
        os._exit(1)
    if name == "hang":
        time.sleep(60)
    if name == "eat":
        bytearray(4 << 30)
    if name == "refuse":
        raise NotReadableError("不行。")
    return ReadDocument(())


@pytest.fixture
def reader() -> Iterator[Reader]:
    with Reader(misbehave, timeout_s=1.5) as opened:
        yield opened


def test_a_file_is_read_in_the_other_process(saved):
    with Reader() as reader:
        assert reader.read(saved(None, "正文。"), "a.docx").blocks[0].text == "正文。"


def test_a_refusal_comes_back_as_its_sentence(reader: Reader):
    with pytest.raises(NotReadableError, match=r"^不行。$"):
        reader.read(b"", "refuse")


@pytest.mark.parametrize(
    ("name", "reason"), [("crash", "程序出错"), ("hang", "还没有读完"), ("eat", "占用内存")]
)
def test_the_next_file_is_read_after_a_bad_one(reader: Reader, name: str, reason: str):
    with pytest.raises(NotReadableError, match=f"“{name}”没有读入：.*{reason}"):
        reader.read(b"", name)
    assert reader.read(b"", "fine") == ReadDocument(())


def test_a_reader_that_read_nothing_started_no_process():
    with Reader() as reader:
        assert reader._process is None
