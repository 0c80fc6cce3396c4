"""Drafts written as text (tests/desk/intake/recognition/*.toml): the files, and what is right.

A draft's text has one block a line, ``looks|words``. Looks of lines that are not running text
are l c r for where they stand, b bold, ! red, a number the points, @ a face. Running text is p
(indented by two blanks), P (not), i (by its style), j (justified), m (the part before ‖ bold), H1
H2 (a heading style); i- is an indented line that is not running text. ``t|`` is a table's row with
cells parted by |, their paragraphs by ¶. [pic], --- (a new page), {box … } (a text box) and
{toc … } stand alone. → is a tab, ⏎ a line break. A field that is not named must come out empty;
``unsaid`` names those that are in the text but too doubtful to be taken from it.
"""

import re
import struct
import tomllib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from desk.demo.registry import demo_office
from desk.intake.reading import read
from desk.intake.recognition.recognise import recognise
from desk.intake.recognition.recognised import Recognised
from desk.intake.recognition.registry import Names
from desk.units import Unit

FOLDER = Path(__file__).parents[1] / "desk" / "intake" / "recognition"
CAME = date(2026, 7, 15)
SINGLE = (
    *("title", "author", "phone", "approver", "event_date"),
    *("report_date", "kind", "urgency", "secrecy"),
)
EMPTY: dict[str, object] = dict.fromkeys(SINGLE) | {
    "units": [], "unknown": [], "captions": [], "tables": 0, "pictures": 0,
}  # fmt: skip
FIELDS = (*EMPTY, "body")
NAMES = {"units": "unit_ids"}  # fields that Recognised calls otherwise

_LOOKS = re.compile(r"(?P<align>[lcr])(?P<bold>b?)(?P<red>!?)(?P<size>\d*)(?:@(?P<face>\w+))?$")
_ALIGN = {
    "c": WD_ALIGN_PARAGRAPH.CENTER,
    "r": WD_ALIGN_PARAGRAPH.RIGHT,
    "j": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_RUNNING = ("p", "P", "i", "j", "m", "H1", "H2")
_BREAKS = {"⏎": "\n", "→": "\t"}


@dataclass(frozen=True, slots=True)
class Case:
    """One draft: its file, how it came, and what is right."""

    about: str
    data: bytes
    entry: dict[str, Any]
    expected: dict[str, object]


def cases(name: str) -> list[Case]:
    """The drafts of one file of the folder."""
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    return [_case(entry) for entry in tomllib.loads(text)["draft"]]


def registry(addresses: dict[str, str] | None = None) -> list[Unit]:
    """The units of the demo county; ``addresses`` are aliases by short name."""
    extra = addresses or {}
    return [
        Unit(
            unit.name,
            unit.short,
            1,
            (*unit.aliases, *([extra[unit.short]] if unit.short in extra else [])),
            id=place,
        )
        for place, unit in enumerate(demo_office().units, start=1)
    ]


def recognised(case: Case) -> tuple[Recognised, dict[str, object]]:
    """What is recognised of a draft, whole and in the words of the files."""
    entry = case.entry
    units = registry(entry.get("addresses"))
    name = entry.get("file", "稿件.docx")
    document = read(case.data, name)
    subject = entry.get("subject", "")
    document = replace(
        document,
        sender=entry.get("sender", ""),
        sent=entry.get("sent"),
        labels=(*document.labels, *((("主题", subject),) if subject else ())),
    )
    found = recognise(
        document,
        Names(units),
        name=name,
        folder=entry.get("folder", ""),
        near=entry.get("came", CAME),
    )
    return found, _shown(found, {unit.id: unit.short for unit in units})


def _shown(found: Recognised, short: dict[int, str]) -> dict[str, object]:
    kinds = [type(block).__name__ for block in found.body.blocks]
    return {name: getattr(found, name) for name in SINGLE} | {
        "units": [short[unit_id] for unit_id in found.unit_ids],
        "unknown": list(found.unknown_units),
        "captions": list(found.captions),
        "tables": kinds.count("Table"),
        "pictures": kinds.count("Picture"),
        "body": found.body.text,
    }


def _case(entry: dict[str, Any]) -> Case:
    lines = entry["text"].strip("\n").split("\n")
    running = entry.get("body") or list(_running(lines))
    expected = EMPTY | entry["expected"] | {"body": "\n".join(running)}
    return Case(entry["about"], _document(entry, lines), entry, expected)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one field of one draft."""

    field: str
    is_given: bool  # the draft has it
    is_told: bool  # something was recognised
    is_right: bool
    is_sure: bool  # it is not among the doubts


def verdicts(case: Case) -> list[Verdict]:
    """Compare every field of a draft."""
    found, shown = recognised(case)
    return [
        Verdict(
            field,
            is_given=case.expected[field] != EMPTY.get(field, ""),
            is_told=shown[field] != EMPTY.get(field, ""),
            is_right=shown[field] == case.expected[field],
            is_sure=NAMES.get(field, field) not in found.doubts,
        )
        for field in FIELDS
    ]


def _running(lines: list[str]) -> Iterator[str]:
    """The words of the lines that are running text."""
    for line in lines:
        looks, bar, words = line.partition("|")
        looks = looks.partition("@")[0]
        if bar and looks in _RUNNING and words.strip(" 　"):
            yield words.replace("‖", "").strip(" 　")


def _document(entry: dict[str, Any], lines: list[str]) -> bytes:
    document = docx.Document()
    section = document.sections[0]
    if "header" in entry:
        section.header.paragraphs[0].text = entry["header"]
    if "footer" in entry:
        section.footer.paragraphs[0].text = entry["footer"]
    _Writer(document).write(lines)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


class _Writer:
    """Writes lines into a Word document."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._rows: list[list[str]] = []
        self._held: list[str] | None = None  # lines of a box or a list of contents
        self._pictures = 0

    def write(self, lines: list[str]) -> None:
        """Write them in order."""
        for line in [*lines, ""]:
            if self._rows and not line.startswith("t|"):
                self._table()
            if self._held is not None:
                self._hold(line)
            elif line.startswith("{"):
                self._held = [line[1:]]
            elif line.startswith("t|"):
                self._rows.append(line[2:].split("|"))
            elif line:
                self._block(line)

    def _block(self, line: str) -> None:
        if line == "[pic]":
            self._picture(self._document.add_paragraph())
        elif line == "---":
            self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        else:
            self._line(line)

    def _hold(self, line: str) -> None:
        held = self._held or []
        if line != "}":
            held.append(line)
            return
        self._held = None
        if held[0] == "toc":
            for text in held[1:]:
                self._document.add_paragraph(text.replace("→", "\t"))
        else:
            self._box(held[1:])

    def _box(self, texts: list[str]) -> None:
        inner = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
        shape = (
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape>'
            f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
            "</v:shape></w:pict></w:r>"
        )
        self._document.add_paragraph()._p.append(parse_xml(shape))

    def _line(self, line: str) -> None:
        looks, _bar, words = line.partition("|")
        words = re.sub("[⏎→]", lambda mark: _BREAKS[mark[0]], words)
        looks, _at, face = looks.partition("@")
        if looks in ("H1", "H2"):
            self._document.add_heading(words, int(looks[1]))
        elif looks in _RUNNING or looks == "i-":
            self._running_line(looks, words, face)
        else:
            self._set_line(f"{looks}@{face}" if face else looks, words)

    def _running_line(self, looks: str, words: str, face: str) -> None:
        paragraph = self._document.add_paragraph()
        if looks in ("i", "j", "i-"):
            paragraph.paragraph_format.first_line_indent = Pt(32)
            paragraph.alignment = _ALIGN["j"] if looks == "j" else None
        lead, mark, rest = words.partition("‖")
        indent = "　　" if looks in ("p", "m") else ""
        if mark:
            paragraph.add_run(indent + lead).bold = True
        for run in (paragraph.add_run(rest if mark else indent + words),):
            run.font.size = Pt(16)
            _set_face(run, face)

    def _set_line(self, looks: str, words: str) -> None:
        match = _LOOKS.match(looks)
        assert match, looks
        paragraph = self._document.add_paragraph()
        paragraph.alignment = _ALIGN.get(match["align"])
        run = paragraph.add_run(words)
        run.bold = bool(match["bold"]) or None
        run.font.size = Pt(int(match["size"] or 16))
        _set_face(run, match["face"] or "")
        if match["red"]:
            run.font.color.rgb = RGBColor(255, 0, 0)

    def _table(self) -> None:
        rows, self._rows = self._rows, []
        table = self._document.add_table(len(rows), len(rows[0]))
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                cell = table.cell(place, column)
                if text == "[pic]":
                    self._picture(cell.paragraphs[0])
                else:
                    cell.text = text.replace("¶", "\n")

    def _picture(self, paragraph: Any) -> None:
        self._pictures += 1
        paragraph.add_run().add_picture(BytesIO(_png(40, 30, 60 + self._pictures)))


def _set_face(run: Any, face: str) -> None:
    if face:
        run.font.name = face
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)


def _png(width: int, height: int, grey: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes([grey]) * width for _row in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
