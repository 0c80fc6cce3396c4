"""The sample files, one for each format."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def sample() -> Callable[[str], bytes]:
    """The bytes of a sample file."""
    return lambda name: (SAMPLES / name).read_bytes()


@pytest.fixture
def without_office(monkeypatch, tmp_path) -> None:
    """A computer on which LibreOffice is not installed."""
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def office(monkeypatch, tmp_path) -> Callable[[str], None]:
    """Install a program named soffice that does this, with the folder to write to as $OUT."""

    def install(script: str) -> None:
        program = tmp_path / "soffice"
        find = 'while [ "$1" != "--outdir" ]; do shift; done; OUT="$2"\n'
        program.write_text(f"#!/bin/sh\n{find}{script}\n", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return install


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """A PDF whose pages have these drawing operators; its font gives code n as ``letters[n]``."""

    def make(*pages: str, letters: str = "") -> bytes:
        pairs = "\n".join(
            f"<{code:04x}> <{letter.encode('utf-16-be').hex()}>"
            for code, letter in enumerate(letters)
        )
        space = "1 begincodespacerange <0000> <ffff> endcodespacerange"
        cmap = f"{space}\n{len(letters)} beginbfchar\n{pairs}\nendbfchar"
        kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
        kind = "/Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H"
        system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}/MediaBox[0 0 595 842]>>",
            f"<<{kind}/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/DW 1000{system}>>",
            f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
        ]
        for number, drawing in enumerate(pages):
            uses = f"/Resources<</Font<</F 3 0 R>>>>/Contents {7 + 2 * number} 0 R"
            objects.append(f"<</Type/Page/Parent 2 0 R{uses}>>")
            objects.append(f"<</Length {len(drawing)}>>stream\n{drawing}\nendstream")
        body = "".join(
            f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, start=1)
        )
        return f"%PDF-1.4\n{body}trailer<</Root 1 0 R>>\n%%EOF".encode("latin-1")

    return make


@pytest.fixture
def written() -> Callable[..., str]:
    """The operator that writes all letters of a font in order, at a place, in a size."""

    def make(letters: str, x: float = 80, y: float = 700, size: float = 16, turn: str = "") -> str:
        codes = "".join(f"{code:04x}" for code in range(len(letters)))
        return f"BT /F {size} Tf {turn or '1 0 0 1'} {x} {y} Tm <{codes}> Tj ET"

    return make
