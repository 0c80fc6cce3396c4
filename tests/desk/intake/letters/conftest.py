"""Mails as programs write them: MIME messages and Outlook's compound files."""

import struct
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO

import openpyxl
import pytest

Tree = dict[str, "bytes | Tree"]
FREE, END = 0xFFFFFFFF, 0xFFFFFFFE
STORAGE, STREAM, ROOT = 1, 2, 5
SUBJECT, BODY, SENDER, ADDRESS, NAME = "0037", "1000", "0C1A", "5D01", "3707"


@pytest.fixture
def eml() -> Callable[..., bytes]:
    """A mail with this text and these attachments by name."""

    def make(text: str, subject: str = "信息一篇", **attachments: bytes) -> bytes:
        message = EmailMessage()
        message["From"] = "张三 <zhangsan@yl.gov.cn>"
        message["Subject"] = subject
        message["Date"] = "Mon, 09 Mar 2026 16:30:00 +0800"
        message.set_content(text)
        for name, data in attachments.items():
            message.add_attachment(
                data, maintype="application", subtype="octet-stream", filename=name
            )
        return message.as_bytes()

    return make


@pytest.fixture
def workbook() -> Callable[..., bytes]:
    """A workbook of one sheet with these rows."""

    def make(*rows: tuple[object, ...], **more: list[tuple[object, ...]]) -> bytes:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        for title, others in more.items():
            sheet = book.create_sheet(title)
            for row in others:
                sheet.append(row)
        buffer = BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    return make


class Compound:
    """Writes a compound file of storages and streams, the small ones in the mini stream."""

    def __init__(self, tree: Tree) -> None:
        self.entries: list[bytes] = []
        self.sectors: list[bytes] = []
        self.chains: list[int] = []
        self.mini = b""
        self.mini_chains: list[int] = []
        self.nodes: list[dict[str, int | str]] = []
        self._node("Root Entry", ROOT)
        self._children(0, tree)

    def _node(self, name: str, kind: int, start: int = END, size: int = 0) -> int:
        links = {"right": FREE, "child": FREE}
        self.nodes.append({"name": name, "kind": kind, "start": start, "size": size, **links})
        return len(self.nodes) - 1

    def _children(self, parent: int, tree: Tree) -> None:
        last = -1
        for name, value in tree.items():
            if isinstance(value, bytes):
                small = len(value) < 4096
                start = self._small(value) if small else self._large(value)
                place = self._node(name, STREAM, start, len(value))
            else:
                place = self._node(name, STORAGE)
                self._children(place, value)
            if last < 0:
                self.nodes[parent]["child"] = place
            else:
                self.nodes[last]["right"] = place
            last = place

    def _small(self, data: bytes) -> int:
        if not data:
            return END
        first = len(self.mini_chains)
        count = -(-len(data) // 64)
        self.mini += data.ljust(count * 64, b"\0")
        self.mini_chains += [*range(first + 1, first + count), END]
        return first

    def _large(self, data: bytes) -> int:
        first = len(self.chains)
        count = -(-len(data) // 512)
        self.sectors += [data[512 * n : 512 * n + 512].ljust(512, b"\0") for n in range(count)]
        self.chains += [*range(first + 1, first + count), END]
        return first

    def data(self) -> bytes:
        """The file."""
        mini_fat = struct.pack(f"<{len(self.mini_chains)}I", *self.mini_chains)
        mini_start = self._large(mini_fat.ljust(max(512, len(mini_fat)), b"\xff"))
        self.nodes[0]["start"] = self._large(self.mini or b"\0")
        self.nodes[0]["size"] = len(self.mini)
        directory = self._large(b"".join(map(self._entry, self.nodes)))
        fat_start, count = len(self.chains), 1
        while (fat_start + count) * 4 > count * 512:
            count += 1
        chains = [*self.chains, *[0xFFFFFFFD] * count]
        fat = struct.pack(f"<{len(chains)}I", *chains).ljust(count * 512, b"\xff")
        head = struct.pack(
            "<8s16xHHHHH6xIIIIIIIIII",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            *(62, 3, 0xFFFE, 9, 6),
            *(0, count, directory, 0, 4096, mini_start, -(-len(mini_fat) // 512) or 1, END, 0),
            fat_start,
        )
        more = struct.pack(
            "<108I", *range(fat_start + 1, fat_start + count), *[FREE] * (109 - count)
        )
        return head + more + b"".join(self.sectors) + fat

    @staticmethod
    def _entry(node: dict[str, int | str]) -> bytes:
        name = str(node["name"]).encode("utf-16-le") + b"\0\0"
        return struct.pack(
            "<64sHBBIII36xIQ",
            name,
            *(len(name), node["kind"], 1, FREE, node["right"], node["child"]),
            *(node["start"], node["size"]),
        )


def properties(head: int, **numbers: int) -> bytes:
    """A storage's table of short properties; names are their numbers with an x in front."""
    entries = (
        struct.pack("<HHIq", 0x40, int(name[1:], 16), 6, value) for name, value in numbers.items()
    )
    return b"\0" * head + b"".join(entries)


@pytest.fixture
def msg() -> Callable[..., bytes]:
    """An Outlook mail; texts by property number, attachments as storages."""

    def make(
        texts: dict[str, str], *attachments: Tree, code: str = "utf-16-le", **numbers
    ) -> bytes:
        return Compound(storage(32, texts, attachments, code, numbers)).data()

    return make


def storage(head: int, texts, attachments=(), code="utf-16-le", numbers=None) -> Tree:
    kind = "001F" if code == "utf-16-le" else "001E"
    tree: Tree = {"__properties_version1.0": properties(head, **(numbers or {}))}
    tree |= {f"__substg1.0_{number}{kind}": text.encode(code) for number, text in texts.items()}
    tree |= {f"__attach_version1.0_#{n:08X}": one for n, one in enumerate(attachments)}
    return tree


@pytest.fixture
def attached() -> Callable[..., Tree]:
    """An attachment of an Outlook mail."""

    def make(name: str, data: bytes, code: str = "utf-16-le", **numbers) -> Tree:
        return storage(8, {NAME: name}, (), code, numbers) | {"__substg1.0_37010102": data}

    return make


@pytest.fixture
def attached_mail() -> Callable[..., Tree]:
    """A mail attached to an Outlook mail."""

    def make(texts: dict[str, str], *attachments: Tree) -> Tree:
        inner = storage(24, texts, attachments)
        return storage(8, {NAME: "转来的邮件.msg"}) | {"__substg1.0_3701000D": inner}

    return make
