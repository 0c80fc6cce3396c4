"""A small registry, and .docx files built on the spot."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import docx
import pytest

from desk.intake.recognition.registry import Names
from desk.units import Unit

UNITS = [
    Unit("云岭县教育局", "县教育局", 1, ("县教体局",), id=1),
    Unit("云岭县卫生健康局", "县卫健局", 1, ("县卫生健康局",), id=2),
    Unit("云岭县公安局", "县公安局", 1, id=3),
    Unit("云岭县农业农村局", "县农业农村局", 1, ("县农业局",), id=4),
    Unit("云岭县城关镇人民政府", "城关镇", 2, id=5),
    Unit("云岭县白石乡人民政府", "白石乡", 2, id=6),
    Unit("云岭县市场监督管理局", "县市场监管局", 1, id=7),
    Unit("云岭县人力资源和社会保障局", "县人社局", 1, id=8),
    Unit("共青团云岭县委员会", "团县委", 1, id=9),
    Unit("云岭县税务局", "县税务局", 3, ("国家税务总局云岭县税务局",), id=10),
    Unit("云岭县气象局", "县气象局", 3, id=11),
    Unit("云岭县应急管理局", "县应急局", 1, id=12),
]


@pytest.fixture
def units() -> list[Unit]:
    """Twelve units of an invented county."""
    return UNITS


@pytest.fixture
def names(units: list[Unit]) -> Names:
    """The names they sign with."""
    return Names(units)


@pytest.fixture
def png() -> Callable[[int, int], bytes]:
    """Make a grey picture of a size."""

    def make(width: int = 40, height: int = 30) -> bytes:
        def chunk(kind: bytes, data: bytes) -> bytes:
            crc = struct.pack(">I", zlib.crc32(kind + data))
            return struct.pack(">I", len(data)) + kind + data + crc

        head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
        rows = b"".join(b"\0" + b"\x80" * width for _row in range(height))
        return (
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", head)
            + chunk(b"IDAT", zlib.compress(rows))
            + chunk(b"IEND", b"")
        )

    return make


@pytest.fixture
def saved() -> Callable[..., bytes]:
    """The bytes of a python-docx document, or of one made of these paragraphs."""

    def make(document: object = None, *texts: str) -> bytes:
        document = document or docx.Document()
        for text in texts:
            document.add_paragraph(text)
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return make


@pytest.fixture
def repacked() -> Callable[..., bytes]:
    """A .docx with some of its parts replaced or added."""

    def make(data: bytes, **changes: bytes) -> bytes:
        target = BytesIO()
        with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w", 8) as out:
            parts = {name: source.read(name) for name in source.namelist()}
            for name, part in (parts | changes).items():
                out.writestr(name, part)
        return target.getvalue()

    return make
