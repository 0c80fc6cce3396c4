"""Full-width digits and letters, which office texts write half-width."""

import re
from collections.abc import Iterator

from desk.intake.cleaning.edits import Edit, Step, everywhere

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
_POINT = re.compile(r"(?<=[0-9０-９])．(?=[0-9０-９])")
_NUMBERED = re.compile(r"\s*[0-9０-９]{1,2}．")  # 1．2026年 begins an item, not a decimal
_NARROW = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}


def find(text: str) -> Iterator[Edit]:
    """Narrow digits, letters and the point of a decimal."""
    for match in _WIDE.finditer(text):
        yield Edit(match.start(), match.end(), match[0].translate(_NARROW))
    numbered = _NUMBERED.match(text)
    for match in _POINT.finditer(text, numbered.end() if numbered else 0):
        yield Edit(match.start(), match.end(), ".")


STEP = Step("全角数字、字母改半角", "处", everywhere(find))
