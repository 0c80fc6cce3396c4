"""How far the .docx agrees with the PDF: pages, page starts and lines, through LibreOffice.

Run by hand: ``python -m tests.drill.agreement [FOLDER]`` prints the table and keeps the files.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from random import Random

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from desk.body import Block, Body, Picture, Table, plain
from desk.demo.manuscripts import tell
from desk.demo.stories import stories
from desk.layout.content import IssueContent, ItemContent, SectionContent
from desk.layout.fonts import bundled_fonts
from desk.layout.grid import PrintSize
from desk.layout.pdf import render_pdf
from desk.layout.shelf import sample_issue
from desk.layout.templates import template_names
from desk.layout.word import render_docx
from tests.bench.office import TODAY
from tests.drill.libreoffice import LibreOffice

WRITTEN = 12
_SHARE = 0.25  # of the items that have a table, and of those that have a picture
_LEADER = re.compile(r"[….]+(?=\d+$)")  # LibreOffice draws its own
_NEAR_MM = 0.5  # baselines of one line
_FOLIO_MM = 268  # below it stands nothing but the page number


@dataclass(frozen=True)
class Agreement:
    """One issue: pages and lines of the PDF, and how much of them LibreOffice sets alike."""

    name: str
    pages: int
    theirs: int
    starts: int
    lines: int
    alike: int

    @property
    def share(self) -> float:
        """The share of lines that are the same."""
        return self.alike / max(1, self.lines)

    @property
    def row(self) -> str:
        """A line of the report."""
        return (
            f"{self.name:<24} {self.pages:>4} {self.theirs:>4} {self.starts:>4}/{self.pages:<4}"
            f"{self.alike:>5}/{self.lines:<5} {self.share:>6.1%}"
        )


def cases() -> Iterator[tuple[str, IssueContent, PrintSize]]:
    """The issues that are compared."""
    for folder in template_names():
        yield f"sample-{folder}", sample_issue(folder), PrintSize.NORMAL
    for size in (PrintSize.LARGE, PrintSize.LARGEST):
        yield f"sample-zhengwu-{size.name}", sample_issue("zhengwu"), size
    folders = template_names()
    for seed in range(WRITTEN):
        yield f"written-{seed}", _written(folders[seed % len(folders)], seed), PrintSize.NORMAL
    yield "sixty", _written("zhengwu", 99, 60), PrintSize.NORMAL
    rows = (("单位", "得分"), *((f"第{at}个单位", str(at)) for at in range(1, 41)))
    table = ItemContent("采用情况", Body((Table(rows, caption="前三季度"),)), ("县委办",), "k1")
    one = ItemContent("短讯一条", plain("短讯的正文。"), ("县教育局",), "k1")
    for name, item in (("table-only", table), ("one-item", one)):
        content = replace(_written("zhengwu", 1), sections=(SectionContent("信息", (item,)),))
        yield name, content, PrintSize.NORMAL


def _written(folder: str, seed: int, count: int = 12) -> IssueContent:
    """An issue of what the demo's units write, with their tables and pictures."""
    random = Random(seed)  # noqa: S311 - the same issues every time
    items = []
    while len(items) < count:
        story = random.choice(stories())
        told = tell(story, random.choice(story.tellers), TODAY, random)
        blocks: list[Block] = list(plain("\n".join(told.paragraphs)).blocks)
        if random.random() < _SHARE:
            blocks.append(Table((("单位", "数量"), *((unit, "128") for unit in story.tellers))))
        if random.random() < _SHARE:
            blocks.append(Picture("photo", 800, 600, "图1　现场"))
        key = f"k{len(items)}"
        items.append(ItemContent(told.title, Body(tuple(blocks)), told.units, key))
    cut = count - count // 3
    sections = (
        SectionContent("信息", tuple(items[:cut])),
        SectionContent("简讯", tuple(items[cut:])),
    )
    return replace(sample_issue(folder), sections=sections)


def compare(out: Path) -> tuple[list[Agreement], list[Agreement]]:
    """Set every issue three times: our PDF, LibreOffice with the settings of Word, and without."""
    names, files, ours = [], [], []
    pictures = {"photo": _photo()}
    for name, content, size in cases():
        pages = render_pdf(content, pictures, bundled_fonts(), size=size)
        data = render_docx(content, pictures, pages, bundled_fonts(), size=size)
        (out / f"{name}.ours.pdf").write_bytes(pages.pdf)
        file = out / f"{name}.docx"
        file.write_bytes(data)
        names.append(name)
        files.append(file)
        ours.append(lines_of(pages.pdf))
    office = LibreOffice(out / "libreoffice")
    word, written = out / "word", out / "written"
    office.as_in_word(files, word)
    office.as_written(files, written)
    return tuple(
        [
            agreement(name, own, lines_of((folder / f"{name}.pdf").read_bytes()))
            for name, own in zip(names, ours, strict=True)
        ]
        for folder in (word, written)
    )


def agreement(name: str, ours: list[list[str]], theirs: list[list[str]]) -> Agreement:
    """Compare two sets of pages."""
    starts = set(_starts(ours)) & set(_starts(theirs))
    own, other = [[line for page in pages for line in page] for pages in (ours, theirs)]
    matcher = SequenceMatcher(None, own, other, autojunk=False)
    alike = sum(match.size for match in matcher.get_matching_blocks())
    return Agreement(name, len(ours), len(theirs), len(starts), len(own), alike)


def _starts(pages: list[list[str]]) -> Iterator[int]:
    """How many characters stand before every page."""
    count = 0
    for page in pages:
        yield count
        count += sum(len(line) for line in page)


def lines_of(pdf: bytes) -> list[list[str]]:
    """The lines of every page without white space, by their baselines; page numbers left out."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_lines(page) for page in document]


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    text, height = page.get_textpage(), page.get_height()
    chars = []
    for at in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text.raw, at))
        x, y = c_double(), c_double()
        pdfium.FPDFText_GetCharOrigin(text.raw, at, x, y)
        baseline = (height - y.value) * 25.4 / 72
        if char.strip() and baseline < _FOLIO_MM:
            chars.append((baseline, x.value, char))
    rows: list[list[tuple[float, str]]] = []
    last = -_NEAR_MM
    for baseline, x_value, char in sorted(chars):
        if baseline - last >= _NEAR_MM:
            rows.append([])
        rows[-1].append((x_value, char))
        last = baseline
    lines = ("".join(char for _, char in sorted(row)) for row in rows)
    return [_LEADER.sub("", line) for line in lines]


def _photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (800, 600), "green").save(out, "PNG")
    return out.getvalue()


def report(title: str, rows: list[Agreement]) -> str:
    """The table of one comparison."""
    lines, alike = sum(row.lines for row in rows), sum(row.alike for row in rows)
    head = f"{title}\n{'issue':<24} ours them starts      lines"
    total = f"all: {alike}/{lines} lines, {alike / lines:.1%}"
    return "\n".join((head, *(row.row for row in rows), total))


def main(folder: Path) -> None:
    """Print both tables."""
    for title, rows in zip(("as in Word", "as written"), compare(folder), strict=True):
        sys.stdout.write(f"{report(title, rows)}\n\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        main(Path(sys.argv[1] if sys.argv[1:] else made))
