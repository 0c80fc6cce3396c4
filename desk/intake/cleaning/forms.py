"""Small, vertical and half-width forms of Chinese marks, and the brackets of a year."""

import re
from collections.abc import Iterator

from desk.intake.cleaning.edits import Edit, Step, in_paragraphs

_PROPER = dict(
    zip(
        "﹐﹑﹔﹕﹖﹗﹙﹚﹝﹞︰︵︶︹︺︻︼︽︾︿﹀﹁﹂﹃﹄｡｢｣､〝〞",
        "，、；：？！（）〔〕：（）〔〕【】《》〈〉「」『』。「」、“”",
        strict=True,
    )
)
_ODD = re.compile(f"[{''.join(_PROPER)}]")
_YEAR = re.compile(r"(?<=[\u4e00-\u9fff])[\[［【]((?:19|20)\d\d)[\]］】](?=\s*第?\s*\d{1,5}\s*号)")


def find(text: str) -> Iterator[Edit]:
    """Write marks in their common form, and the year of a document number in 〔〕."""
    for match in _ODD.finditer(text):
        yield Edit(match.start(), match.end(), _PROPER[match[0]])
    for match in _YEAR.finditer(text):
        yield Edit(match.start(), match.end(), f"〔{match[1]}〕")


STEP = Step("改正异形标点和括号", "处", in_paragraphs(find))
