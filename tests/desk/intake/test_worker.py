"""Reading in a process of its own: one bad file ends neither the batch nor the program."""

import os
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest

from desk.intake.reading import Part, Pending
from desk.intake.worker import GaveUp, Reader


def misbehave(part: Pending, folder: str) -> str:
    """Do what the part's name says, as a hostile file might."""
    name = part.file
    if "crash" in name:
        os._exit(1)
    if "hang" in name:
        time.sleep(60)
    if "eat" in name:
        bytearray(4 << 30)
    return f"{name} in {folder}"


def just_read(part: Pending, folder: str) -> Part:
    return part.read()


@pytest.fixture
def reader() -> Iterator[Reader[str]]:
    with Reader(misbehave, timeout_s=1.5) as opened:
        yield opened


@pytest.fixture
def zipped() -> Callable[..., bytes]:
    """An archive of small texts with these names."""

    def make(*names: str) -> bytes:
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name in names:
                archive.writestr(name, f"{name}的正文。")
        return buffer.getvalue()

    return make


def test_a_file_is_read_in_the_other_process(saved):
    with Reader(just_read) as reader:
        part = reader.read(saved(None, "正文。"), "a.docx")[0]
    assert part.content.blocks[0].text == "正文。"


def test_a_refusal_comes_back_as_its_sentence():
    with Reader(just_read) as reader:
        assert "空文件" in reader.read(b"", "a.txt")[0].content


@pytest.mark.parametrize(
    ("name", "reason", "can_retry"),
    [("crash", "程序出错", False), ("hang", "还没有读完", True), ("eat", "占用内存", False)],
)
def test_the_next_file_is_read_after_a_bad_one(reader, name, reason, can_retry):
    gone = reader.read(b"x", name)
    assert [type(one) for one in gone] == [GaveUp]
    assert gone[0].sentence.startswith(f"“{name}”没有读入：")
    assert reason in gone[0].sentence
    assert gone[0].can_retry is can_retry
    assert reader.read(b"x", "fine", "来稿") == ["fine in 来稿"]


def test_a_bad_file_inside_another_stops_only_itself(reader, zipped):
    data = zipped("1.txt", "crash.txt", "2.txt", "hang.txt", "3.txt")
    first, crash, second, hang, third = reader.read(data, "a.zip")
    assert (first, second, third) == ("1.txt in ", "2.txt in ", "3.txt in ")
    assert crash.sentence.startswith("“crash.txt”没有读入")
    assert hang.sentence.startswith("“hang.txt”没有读入")


def test_a_file_that_takes_too_long_as_a_whole_keeps_what_was_read(zipped):
    data = zipped("1.txt", "hang1.txt", "hang2.txt", "2.txt")
    with Reader(misbehave, timeout_s=1.5, whole_s=2.0) as reader:
        first, hang, whole = reader.read(data, "a.zip")
    assert first == "1.txt in "
    assert hang.sentence.startswith("“hang1.txt”")
    assert whole == GaveUp(
        "“a.zip”读了 2 秒还没有读完，后面的没有读。请分成几份再导入。", can_retry=True
    )


def test_a_reader_that_read_nothing_started_no_process():
    with Reader(just_read) as reader:
        assert reader._process is None
