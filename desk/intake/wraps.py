"""Join the hard-wrapped lines of a plain text, only where it is certain."""

import re
from dataclasses import dataclass
from unicodedata import east_asian_width

_ENDS = "。！？；：!?;:”」』）)…"
_CANNOT_BEGIN = "，。；：、！？）》”】〕"
NARROWEST, WIDEST = 40, 120  # columns of a page typed by hand
RAGGED = 3  # columns a full line may fall short when the next mark may not start a line
FEWEST = 2  # full lines that show a habit
_INDENTED = re.compile(r"(?: {2,8}|\u3000{1,4})[^ \u3000]")
_PROSE = re.compile(r"[。，；]")
_START = re.compile(
    r"[一二三四五六七八九十]+[、是]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、]|"
    r"[\u4e00-\u9fff 　]{2,8}[:：]|第[一二三四五六七八九十\d]+[期条]"
)


def width(text: str) -> int:
    """Columns a text takes on a typewriter page: 2 for a full-width character."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


@dataclass(frozen=True, slots=True)
class Whole:
    """A line as it was meant; ``cuts`` are the places in its stripped text where it was parted."""

    text: str
    cuts: tuple[int, ...] = ()


def unwrap(lines: list[str]) -> list[Whole]:
    """Lines with those joined that the page's edge alone had parted."""
    limit = max((width(line.rstrip()) for line in lines), default=0)
    full = [line for line in lines if width(line.rstrip()) >= limit - RAGGED]
    if not NARROWEST <= limit <= WIDEST or len(full) < FEWEST:
        return [Whole(line) for line in lines]
    is_indented = sum(bool(_INDENTED.match(line)) for line in lines) >= FEWEST
    joined: list[Whole] = []
    last_is_full = False
    for line in lines:
        last = joined[-1] if joined else Whole("")
        goes_on = continues(last.text, line) or (is_indented and _is_rest(line))
        if last_is_full and goes_on:
            before = last.text.rstrip()
            cuts = (*last.cuts, len(before.lstrip()))
            joined[-1] = Whole(before + line.strip(), cuts)
        else:
            joined.append(Whole(line))
        last_is_full = width(line.rstrip()) >= limit - RAGGED
    return joined


def continues(before: str, line: str) -> bool:
    """Whether a line can only be the rest of the one before."""
    if not line.strip() or line[0] in " \t\u3000":
        return False
    if before.rstrip()[-1:] in _ENDS:
        return line[0] in _CANNOT_BEGIN and before.rstrip()[-1:] not in "。！？…"
    return not _START.match(line)


def _is_rest(line: str) -> bool:
    """Whether a line among indented paragraphs is running text that begins none."""
    return not (_START.match(line) or line[0] in " \t\u3000") and bool(_PROSE.search(line))
