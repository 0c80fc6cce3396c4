"""A piece of text from the clipboard, made into what a body holds, and cleaned as drafts are."""

import re
from dataclasses import dataclass, field
from itertools import accumulate

from desk.body import Block, Body, Paragraph, Table, plain
from desk.errors import NotReadableError
from desk.intake.cleaning.clean import clean
from desk.intake.cleaning.controls import UNSEEN
from desk.intake.document import Image
from desk.intake.formats.html import read_markup
from desk.intake.recognition.captions import captioned
from desk.intake.recognition.running import to_body
from desk.pasting import page
from desk.tabling import Rows, cells_of

_CLIP = "剪贴板"
_STRAY = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0\ufdd1\ufeff\ufffc]")
_ELSEWHERE = re.compile(r"有 (\d+) 张图片不在文件里.*")
_NOT_COPIED = r"有 \1 张图片没有一起复制过来，请用“插入图片”另外插入。"
_LONGEST = 200_000  # characters; nobody pastes a book into an information
_MANY = 2  # lines that together may be a table


@dataclass(frozen=True, slots=True)
class Fragment:
    """What is to be put into a text; ``pictures`` are the bytes of its pictures by digest.

    ``notes`` say in Chinese what was changed or left out.
    """

    blocks: tuple[Block, ...]
    pictures: dict[str, bytes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def fragment(text: str, html: str = "") -> Fragment:
    """Clean what was copied elsewhere; where its HTML is of no use, its plain text is taken."""
    found = _of_html(html) if html.strip() else None
    if found is None or not found.blocks:
        notes = found.notes if found else ()
        found = Fragment(tuple(_of_text(text)), notes=notes)
    found = _bounded(found)
    cleaned = clean(Body(found.blocks))
    return Fragment(cleaned.body.blocks, found.pictures, (*cleaned.notes, *found.notes))


def _bounded(found: Fragment) -> Fragment:
    """The first blocks that together are no longer than a text may be, and a word of the rest."""
    whole = Body(found.blocks)
    if len(whole.text) <= _LONGEST:
        return found
    ends = accumulate(len(one.text) if isinstance(one, Paragraph) else 0 for one in found.blocks)
    kept = sum(end <= _LONGEST for end in ends)
    note = f"剪贴板里有 {len(whole.text)} 字，太长了，只粘贴了前面 {_LONGEST} 字以内的段落。"
    return Fragment(found.blocks[:kept], found.pictures, (*found.notes, note))


def bare(text: str) -> Fragment:
    """The paragraphs of a text as they are, but for what nobody can see."""
    return _bounded(Fragment(plain(UNSEEN.sub("", _STRAY.sub("", text))).blocks))


def cells(text: str, html: str = "") -> Rows:
    """The cells that were copied: as spreadsheets write them, else those of a table's HTML."""
    rows = cells_of(_STRAY.sub("", text))
    lines = text.strip("\n").count("\n") + 1
    is_sheet = rows and len(rows[0]) > 1 and text.count("\t") == (len(rows[0]) - 1) * lines
    if is_sheet or "<table" not in html.lower():
        return rows
    found = _of_html(html)
    tables = [one for one in found.blocks if isinstance(one, Table)] if found else []
    return tables[0].rows if tables else rows


def _of_html(html: str) -> Fragment | None:
    """The blocks of copied HTML; none, with the sentence why, where it is not to be read."""
    try:
        document = read_markup(_STRAY.sub("", page(html)), _CLIP)
    except NotReadableError as error:
        return Fragment((), notes=(str(error),)) if "没有文字" not in str(error) else None
    items, _captions = captioned(list(document.blocks))
    footnotes = plain("\n".join(document.footnotes)).blocks
    pictures = {one.digest for one in document.blocks if isinstance(one, Image)}
    kept = {digest: data for digest, data in document.pictures.items() if digest in pictures}
    notes = tuple(_ELSEWHERE.sub(_NOT_COPIED, note) for note in document.notes)
    return Fragment((*to_body(items).blocks, *footnotes), kept, notes)


def _of_text(text: str) -> list[Block]:
    """Paragraphs, or a table where every line has the same number of tabs."""
    text = _STRAY.sub("", text)
    lines = [line for line in text.splitlines() if line.strip()]
    tabs = {line.strip(" ").count("\t") for line in lines}
    if len(lines) >= _MANY and len(tabs) == 1 and tabs != {0} and not _is_indented(lines):
        return [Table(cells_of("\n".join(lines)))]
    return list(plain(text).blocks)


def _is_indented(lines: list[str]) -> bool:
    """Whether tabs only set lines in."""
    return all("\t" not in line.strip() for line in lines)
