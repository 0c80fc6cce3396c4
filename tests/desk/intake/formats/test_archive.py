"""Archives: names, passwords, bombs, archives in archives; one bad file stops no other."""

import struct
import warnings
import zipfile
from io import BytesIO
from random import Random

import pytest

from desk.intake import bounds
from desk.intake.formats import archive
from desk.intake.reading import Part, read_all

TEXT = "3月9日，县教育局检查42所学校。"


def shown(part: Part) -> str:
    """A part's text, or its refusal."""
    if isinstance(part.content, str):
        return part.content
    return "\n".join(block.text for block in part.content.blocks)


def zipped(**entries: bytes) -> bytes:
    """An archive with these names and bytes."""
    buffer = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        warnings.simplefilter("ignore")
        for name, data in entries.items():
            out.writestr(name, data)
    return buffer.getvalue()


def test_every_file_is_a_part_with_its_folder_and_bytes():
    one, two = read_all(zipped(**{"县公安局/一.txt": TEXT.encode(), "二.txt": b"x."}), "a.zip")
    assert (one.name, one.file, one.data.decode()) == ("县公安局/一.txt", "一.txt", TEXT)
    assert (two.name, shown(two)) == ("二.txt", "x.")


def test_a_name_in_gbk_without_a_mark_is_read():
    plain = zipped(**{"aaaaaa/bbbb.txt": TEXT.encode()})
    data = plain.replace(b"aaaaaa/bbbb", "县局稿/稿件".encode("gb18030"))
    assert read_all(data, "a.zip")[0].name == "县局稿/稿件.txt"


def test_a_name_in_an_extra_field_is_read():
    entry = zipfile.ZipInfo("____.txt")
    name = "稿件.txt".encode()
    entry.extra = struct.pack("<HHBI", 0x7075, 5 + len(name), 1, 0) + name
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        out.writestr(entry, TEXT)
    assert read_all(buffer.getvalue(), "a.zip")[0].name == "稿件.txt"


def test_leftovers_of_other_systems_are_passed_over():
    names = ("__MACOSX/._a.txt", ".DS_Store", "图/Thumbs.db", "~$a.docx", "desktop.ini", "a.txt")
    assert [part.name for part in read_all(zipped(**dict.fromkeys(names, b"x.")), "a.zip")] == [
        "a.txt"
    ]


def test_names_that_lead_outside_are_refused_or_only_names():
    data = zipped(**{"../../evil.txt": b"1.", "/etc/稿.txt": b"2.", "C:\\稿\\稿.txt": b"3."})
    outside, absolute, drive = read_all(data, "a.zip")
    assert "指向压缩包外面" in shown(outside)
    assert (absolute.name, drive.name) == ("etc/稿.txt", "稿/稿.txt")


def encrypted(data: bytes, count: int = 1) -> bytes:
    """The archive with the first entries marked as needing a password."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        for _entry in range(count):
            place = changed.index(mark, place + 1)
            changed[place + offset] |= 1
    return bytes(changed)


def test_a_password_is_said_once_for_the_whole():
    data = encrypted(zipped(**{"a.txt": b"1.", "b.txt": b"2."}), 2)
    assert [shown(part) for part in read_all(data, "a.zip")] == [
        "“a.zip”读不了：压缩包有密码。请向报送单位要密码，解压后再导入里面的稿件。"
    ]


def test_one_file_with_a_password_stops_no_other():
    secret, free = read_all(encrypted(zipped(**{"a.txt": b"1.", "b.txt": b"2."})), "a.zip")
    assert "“a.txt”读不了：它在压缩包里有密码" in shown(secret)
    assert shown(free) == "2."


def test_a_file_that_unpacks_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MAX_FILE", 1 << 20)
    bomb, free = read_all(zipped(**{"a.txt": b" " * (2 << 20), "b.txt": b"2."}), "a.zip")
    assert "“a.txt”解压后超过 1 MB 的上限" in shown(bomb)
    assert shown(free) == "2."


def test_the_bytes_that_come_out_are_counted_whatever_the_directory_says(monkeypatch):
    monkeypatch.setattr(archive, "MAX_FILE", 1 << 20)
    data = bytearray(zipped(**{"a.txt": b" " * (2 << 20)}))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = struct.pack("<I", 10)
    assert isinstance(read_all(bytes(data), "a.zip")[0].content, str)


def test_an_archive_that_unpacks_too_large_stops_and_keeps_what_came_before(monkeypatch):
    monkeypatch.setattr(archive, "MAX_UNPACKED", 300 << 10)
    names = {f"{number}.txt": TEXT.encode() + b" " * (100 << 10) for number in range(5)}
    names = {name: data + name.encode() for name, data in names.items()}
    parts = read_all(zipped(**names), "a.zip")
    assert [isinstance(part.content, str) for part in parts] == [False, False, True]
    assert "解压后超过 0 MB，后面的没有读" in shown(parts[-1])


def test_too_many_files_stop_and_keep_what_came_before():
    names = {f"{number}.txt": f"{number}。".encode() for number in range(bounds.MAX_FILES + 50)}
    parts = read_all(zipped(**names), "a.zip")
    assert len(parts) == bounds.MAX_FILES + 1
    assert shown(parts[-1]) == "“a.zip”里的文件超过 500 个，后面的没有读。请分成几份再导入。"


def test_archives_in_archives_are_read_three_deep():
    data = zipped(**{"稿.txt": TEXT.encode()})
    for depth in (2, 3):
        data = zipped(**{f"第{depth}层.zip": data})
    assert read_all(data, "a.zip")[0].name == "第3层.zip/第2层.zip/稿.txt"
    assert "超过 3 层" in shown(read_all(zipped(**{"b.zip": data}), "a.zip")[0])


def test_an_archive_of_nothing_but_itself_ends():
    data = zipped(**{"a.zip": zipped(**{"a.zip": zipped(**{"a.zip": zipped(x=b"1.")})})})
    assert len(read_all(data, "a.zip")) == 1


def test_the_same_file_twice_is_read_once():
    first, second = read_all(zipped(**{"a.txt": b"1.", "稿/b.txt": b"1."}), "a.zip")
    assert shown(first) == "1."
    assert "“稿/b.txt”与“a.zip”里的另一个文件内容完全相同" in shown(second)


def test_a_broken_entry_stops_no_other():
    data = zipped(**{"a.txt": TEXT.encode() * 20, "b.txt": b"2."})
    place = data.index(b"a.txt") + 12
    broken, free = read_all(data[:place] + b"\xff" * 8 + data[place + 8 :], "a.zip")
    assert "“a.txt”在压缩包里已损坏" in shown(broken)
    assert shown(free) == "2."


@pytest.mark.parametrize("data", [b"PK\x03\x04" + b"x" * 100, zipped(), zipped(**{"稿/": b""})])
def test_a_broken_or_empty_archive_gets_a_sentence(data):
    assert shown(read_all(data, "a.zip")[0]).endswith("。")


def test_a_directory_that_is_far_too_long_is_not_opened():
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 9, 9, 5 << 20, 0, 0)
    data = zipped(**{"a.txt": b"1."})
    assert shown(read_all(data[:-22] + end, "a.zip")[0]).endswith("。")


@pytest.mark.parametrize("head", [b"Rar!\x1a\x07\x00", b"7z\xbc\xaf\x27\x1c"])
def test_other_archives_are_named(head):
    assert "请先解压" in shown(read_all(head + b"\0" * 99, "a.rar")[0])


def test_a_changed_archive_never_breaks_the_reader():
    random = Random(5)  # noqa: S311 - the same changes every time
    inner = zipped(**{"c.txt": TEXT.encode()})
    whole = zipped(**{"稿/a.txt": TEXT.encode() * 5, "b.zip": inner})
    for _round in range(500):
        data = bytearray(whole)
        for _change in range(random.randint(1, 10)):
            data[random.randrange(4, len(data))] = random.randrange(256)
        assert all(shown(part) is not None for part in read_all(bytes(data), "a.zip"))
