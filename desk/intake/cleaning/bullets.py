"""Bullets in front of a paragraph, the private characters of symbol fonts among them."""

import re
from collections.abc import Iterator

from desk.intake.cleaning.edits import Edit, Step, in_paragraphs

# ▲ stands before captions, □ and √ in forms, ★ in marks of secrecy: they stay.
# Ø, ü, §, l and o are what Word's bullets become in a plain text.
_BULLET = re.compile(
    r"\s*(?:[\uf000-\uf0ff·•●◆◇■▪▫►➢➤✦❖‣∙・]+\s*(?=[^\s\uf000-\uf0ff])"
    r"|(?:[-–*○] |[Øü§lo])[ \xa0\u3000]*(?<=[ \xa0\u3000])(?=[\u4e00-\u9fff]))"
)


def find(text: str) -> Iterator[Edit]:
    """Drop the bullet that begins a paragraph."""
    match = _BULLET.match(text)
    if match:
        yield Edit(match.start(), match.end())


STEP = Step("去掉项目符号", "处", in_paragraphs(find))
