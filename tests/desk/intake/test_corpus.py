"""Realistic drafts in many layouts (corpus.toml), every recognised field compared."""

import re
import tomllib
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor

from desk.intake.reading import read
from desk.intake.recognition.recognise import recognise
from desk.intake.recognition.recognised import Recognised

CAME = date(2026, 3, 12)
BODY = (
    "3月9日，云岭县教育局组织6个检查组，对全县42所中小学、幼儿园开展春季开学安全检查。",
    "检查组采取查资料、看现场的方式，发现消防设施老化等隐患18处，当场整改11处，其余限期整改。",
    "下一步，该局将建立隐患台账，逐项销号，确保校园安全稳定。",
)
FIELDS = (
    *("title", "author", "phone", "approver", "event_date"),
    *("report_date", "kind", "urgency", "secrecy"),
)
NOTHING = dict.fromkeys(FIELDS) | {
    "units": [], "tables": 0, "pictures": 0, "captions": [], "unknown": [],
}  # fmt: skip
DRAFTS = tomllib.loads(Path(__file__).with_name("corpus.toml").read_text(encoding="utf-8"))["draft"]
LOOKS = re.compile(r"(?:h(?P<heading>\d)|(?P<align>[lcr])(?P<bold>b?)(?P<red>!?)(?P<size>\d*))\|")
ALIGN = {"l": None, "c": WD_ALIGN_PARAGRAPH.CENTER, "r": WD_ALIGN_PARAGRAPH.RIGHT}


def build(blocks: list[object], picture: bytes) -> bytes:
    """A real .docx of these blocks."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, list):
            add_table(document, block)
        elif block == "picture":
            document.add_paragraph().add_run().add_picture(BytesIO(picture))
        else:
            add_line(document, block)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_line(document, block: str) -> None:
    looks = LOOKS.match(block)
    style = f"Heading {looks['heading']}" if looks["heading"] else "Normal"
    paragraph = document.add_paragraph(style=style)
    run = paragraph.add_run(block[looks.end() :])
    if looks["align"]:
        paragraph.alignment = ALIGN[looks["align"]]
        run.bold = bool(looks["bold"])
        run.font.size = Pt(int(looks["size"] or 16))
    if looks["red"]:
        run.font.color.rgb = RGBColor(255, 0, 0)


def add_table(document, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(place, column).text = text


def shown(found: Recognised, full: dict[int, str]) -> dict[str, object]:
    """What was recognised in the words of the corpus."""
    kinds = [type(block).__name__ for block in found.body.blocks]
    return {name: getattr(found, name) for name in FIELDS} | {
        "units": [full[unit_id] for unit_id in found.unit_ids],
        "tables": kinds.count("Table"),
        "pictures": kinds.count("Picture"),
        "captions": list(found.captions),
        "unknown": list(found.unknown_units),
    }


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft["about"])
def test_every_field_is_recognised(draft, names, units, png: Callable[..., bytes]):
    name = draft.get("file", "稿件.docx")
    document = read(build(draft["blocks"], png()), name)
    found = recognise(
        document, names, name=name, folder=draft.get("folder", ""), near=draft.get("came", CAME)
    )
    expected = NOTHING | draft["expected"]
    assert shown(found, {unit.id: unit.name for unit in units}) == expected
    assert found.body.text == "\n".join(draft.get("body", BODY))
