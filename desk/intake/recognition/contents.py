"""Lists that are no running text: a table of contents, and the names of attachments."""

import re
from dataclasses import replace

from desk.body import Run
from desk.intake.document import Block, Line

_HEADING = re.compile(r"^目\s*[录次]$")
_ENTRY = re.compile(r"^.{2,60}?(?:\t\s*|[.．…·。\s]{3,}|(?<=\S)\s{2,})[-—]?\s*\d{1,3}\s*[-—]?$")
_FEWEST = 3  # entries that make contents of lines without the heading 目录
_SEARCHED = 40  # blocks in which the contents begin
_ATTACHED = re.compile(r"^附\s*件\s*[:：]\s*\S")
_NEXT = re.compile(r"^(?:[2-9]|1\d)\s*[.．、]")
_LONGEST = 80
_ALONE = re.compile(r"^附\s*件\s*[\d一二三四五]{0,2}\s*[:：]?$")
_TRIMMED = " \t\u3000\xa0"
_LONGEST_LINE = 300  # keeps the blanks of a hostile line from costing time


def without_contents(blocks: list[Block]) -> tuple[list[Block], bool]:
    """The blocks without a table of contents, and whether there was one."""
    for place, block in enumerate(blocks[:_SEARCHED]):
        headed = isinstance(block, Line) and bool(_HEADING.match(_text(block)))
        first = place + headed
        last = first
        while last < len(blocks) and _is_entry(blocks[last]):
            last += 1
        if last - first >= (1 if headed else _FEWEST):
            return blocks[:place] + blocks[last:], True
    return blocks, False


def _is_entry(block: Block) -> bool:
    """Whether a line is a heading with the number of its page."""
    return isinstance(block, Line) and bool(_ENTRY.match(_text(block)))


def joined_attachments(blocks: list[Block]) -> list[Block]:
    """The blocks with the lines of a list of attachments joined into one."""
    kept: list[Block] = []
    for block in blocks:
        last = kept[-1] if kept else None
        if isinstance(block, Line) and isinstance(last, Line) and _continues(last, block):
            text = f"{last.text.rstrip()} {block.text.strip(_TRIMMED)}"
            kept[-1] = replace(last, runs=(Run(text),))
        else:
            kept.append(block)
    return kept


def is_attachment_list(line: Line) -> bool:
    """Whether a line names what is attached."""
    return bool(_ATTACHED.match(line.text[:_LONGEST_LINE].strip(_TRIMMED)))


def is_attachment_head(line: Line) -> bool:
    """Whether a line stands above the text of an attachment."""
    return bool(_ALONE.match(_text(line)))


def _continues(last: Line, line: Line) -> bool:
    text = _text(line)
    return (
        is_attachment_list(last)
        and bool(_NEXT.match(text))
        and len(text) <= _LONGEST
        and not text.endswith("。")
    )


def _text(line: Line) -> str:
    """A line without its indent; nothing of one too long to be an entry."""
    return line.text.strip(_TRIMMED) if len(line.text) <= _LONGEST_LINE else ""
