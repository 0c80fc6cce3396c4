"""Join the hard-wrapped lines of a plain text, only where it is certain."""

import re
from unicodedata import east_asian_width

_ENDS = "。！？；：!?;:”」』）)…"
_CANNOT_BEGIN = "，。；：、！？）》”】〕"
NARROWEST, WIDEST = 40, 120  # columns of a page typed by hand
RAGGED = 3  # columns a full line may fall short when the next mark may not start a line
FEWEST = 2  # full lines that show a habit
_START = re.compile(
    r"[一二三四五六七八九十]+[、是]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、]|"
    r"[\u4e00-\u9fff 　]{2,8}[:：]|第[一二三四五六七八九十\d]+[期条]"
)


def width(text: str) -> int:
    """Columns a text takes on a typewriter page: 2 for a full-width character."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


def unwrap(lines: list[str]) -> list[str]:
    """Lines with those joined that the page's edge alone had parted."""
    limit = max((width(line.rstrip()) for line in lines), default=0)
    full = [line for line in lines if width(line.rstrip()) >= limit - RAGGED]
    if not NARROWEST <= limit <= WIDEST or len(full) < FEWEST:
        return lines
    joined: list[str] = []
    last_is_full = False
    for line in lines:
        if last_is_full and continues(joined[-1], line):
            joined[-1] = joined[-1].rstrip() + line.strip()
        else:
            joined.append(line)
        last_is_full = width(line.rstrip()) >= limit - RAGGED
    return joined


def continues(before: str, line: str) -> bool:
    """Whether a line can only be the rest of the one before."""
    if not line.strip() or line[0] in " \t\u3000":
        return False
    if before.rstrip()[-1:] in _ENDS:
        return line[0] in _CANNOT_BEGIN and before.rstrip()[-1:] not in "。！？…"
    return not _START.match(line)
