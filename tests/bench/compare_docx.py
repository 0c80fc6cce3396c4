"""Compare an issue's PDF with its .docx as LibreOffice sets it: python -m tests.bench.compare_docx
[PDF …], each with its .docx beside it; the samples of all templates without arguments.

Needs soffice. Two settings that Word and WPS heed and LibreOffice 7 does not import (no space
between Chinese and Latin, no hanging marks) are put back in its own format before it sets the
pages; the faces are the bundled ones under their official names. The exit code is 1 where the
pages differ.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import which

import pypdfium2

from desk.layout.content import IssueContent
from desk.layout.fonts import OFFICIAL, bundled_fonts
from desk.layout.pdf import render_pdf
from desk.layout.shelf import sample_issue
from desk.layout.templates import template_names
from desk.layout.word import render_docx

_TURNS = 6
_SHOWN = 8  # differing lines; later ones only follow from them
ENOUGH = 0.97  # of all lines, by the page's specification


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far the two settings agree."""

    pages: tuple[int, int]
    equal_starts: int
    lines: int
    equal_lines: int
    differing: tuple[tuple[int, str, str], ...]

    @property
    def agrees(self) -> bool:
        """Whether pages, page starts and nearly all lines are the same."""
        same = self.pages[0] == self.pages[1] == self.equal_starts
        return same and self.equal_lines >= ENOUGH * self.lines


def compare(pdf: bytes, docx: bytes, folder: Path) -> Comparison:
    """Set the .docx with LibreOffice in a folder and compare it line by line."""
    ours, theirs = page_lines(pdf), page_lines(_set(docx, folder))
    starts = sum(a[:1] == b[:1] for a, b in zip(ours, theirs, strict=False))
    equal = total = 0
    differing = []
    for number, (left, right) in enumerate(zip(ours, theirs, strict=False), 1):
        total += max(len(left), len(right))
        equal += sum(a == b for a, b in zip(left, right, strict=False))
        differing += [(number, a, b) for a, b in zip(left, right, strict=False) if a != b]
    return Comparison((len(ours), len(theirs)), starts, total, equal, tuple(differing))


def page_lines(pdf: bytes) -> list[list[str]]:
    """The lines of every page from top to bottom, without spaces and leaders."""
    pages = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            rows: dict[int, list[tuple[float, str]]] = {}
            for at in range(text.count_chars()):
                char = text.get_text_range(at, 1)
                left, bottom, _, top = text.get_charbox(at, loose=True)
                if char.strip():
                    middle = round((bottom + top) / 2)
                    row = next((key for key in rows if abs(key - middle) < 5), middle)
                    rows.setdefault(row, []).append((left, char))
            lines = ["".join(char for _, char in sorted(rows[key])) for key in sorted(rows)[::-1]]
            pages.append([re.sub(r"[.…]{2,}(?=\d+$)", "", line) for line in lines])
    return pages


def _set(docx: bytes, folder: Path) -> bytes:
    source = folder / "issue.docx"
    source.write_bytes(docx)
    _soffice(folder, "fodt", source)
    flat = folder / "issue.fodt"
    text = flat.read_text("utf-8")
    text = re.sub(r' style:(text-autospace|punctuation-wrap)="[^"]*"', "", text)
    flags = ' style:text-autospace="none" style:punctuation-wrap="simple"'
    flat.write_text(re.sub(r"(<style:paragraph-properties)\b", rf"\1{flags}", text), "utf-8")
    _soffice(folder, "pdf", flat)
    return (folder / "issue.pdf").read_bytes()


def _soffice(folder: Path, kind: str, source: Path) -> None:
    program = which("soffice")
    if program is None:
        sys.exit("soffice is missing: apt-get install libreoffice-writer-nogui")
    fonts = folder / "fonts.conf"
    fonts.write_text(_font_names(folder), "utf-8")
    subprocess.run(  # noqa: S603 - a fixed program with our own files
        [
            program,
            "--headless",
            f"-env:UserInstallation=file://{folder}/profile",
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
        env={"FONTCONFIG_FILE": str(fonts), "HOME": str(folder), "PATH": "/usr/bin:/bin"},
    )


def _font_names(folder: Path) -> str:
    """A fontconfig file that gives the bundled faces their official names."""
    faces = bundled_fonts()
    folders = {file.path.parent.resolve() for file in (*faces.faces.values(), faces.fallback)}
    rules = []
    for face, name in OFFICIAL.items():
        file = faces.faces[face].path.resolve()
        rules.append(
            f'<match target="scan"><test name="file" compare="eq"><string>{file}</string></test>'
            f'<edit name="family" mode="prepend" binding="strong"><string>{name}</string></edit>'
            '<edit name="weight" mode="assign"><const>regular</const></edit>'
            f'<edit name="fullname" mode="assign"><string>{name}</string></edit></match>'
        )
    dirs = "".join(f"<dir>{path}</dir>" for path in sorted(map(str, folders)))
    return (
        f"<?xml version='1.0'?><fontconfig>{dirs}<cachedir>{folder}/cache</cachedir>"
        f"{''.join(rules)}</fontconfig>"
    )


def _issues() -> Iterator[tuple[str, IssueContent]]:
    """Every template's sample as it is, and a long issue of its items."""
    for name in template_names():
        content = sample_issue(name)
        yield name, content
        sections = tuple(
            replace(
                section,
                items=tuple(
                    replace(item, key=f"{item.key}-{turn}")
                    for turn in range(1, _TURNS + 1)
                    for item in section.items
                ),
            )
            for section in content.sections
        )
        yield f"{name} × {_TURNS}", replace(content, sections=sections)


def main(arguments: list[str]) -> int:
    """Compare every template's sample, or the files named, and print the figures."""
    failed = False
    for name, pdf, docx in _files(arguments) if arguments else _samples():
        with tempfile.TemporaryDirectory() as folder:
            found = compare(pdf, docx, Path(folder))
        print(  # noqa: T201 - a command
            f"{name}: {found.pages[0]} pages in the PDF, {found.pages[1]} in the .docx, "
            f"{found.equal_starts} begin alike, {found.equal_lines} of {found.lines} lines equal"
        )
        for number, ours, theirs in found.differing[:_SHOWN]:
            print(f"  page {number}: {ours} | {theirs}")  # noqa: T201 - a command
        failed |= not found.agrees
    return int(failed)


def _samples() -> Iterator[tuple[str, bytes, bytes]]:
    fonts = bundled_fonts()
    for name, content in _issues():
        pages = render_pdf(content, {}, fonts)
        yield name, pages.pdf, render_docx(content, {}, pages, fonts)


def _files(paths: list[str]) -> Iterator[tuple[str, bytes, bytes]]:
    """Each PDF with the .docx that lies beside it."""
    for path in map(Path, paths):
        yield path.stem, path.read_bytes(), path.with_suffix(".docx").read_bytes()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
