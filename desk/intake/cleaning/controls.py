"""Characters that cannot be seen: controls, zero widths, soft hyphens, marks of direction."""

import re
from collections.abc import Iterator

from desk.intake.cleaning.edits import Edit, Step, everywhere

UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]+"
)
_BREAK = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")


def find(text: str) -> Iterator[Edit]:
    """Drop what cannot be seen; tabs and stray line breaks become a blank."""
    for match in UNSEEN.finditer(text):
        yield Edit(match.start(), match.end())
    for match in _BREAK.finditer(text):
        yield Edit(match.start(), match.end(), " ")


STEP = Step("去掉不可见字符", "处", everywhere(find))
