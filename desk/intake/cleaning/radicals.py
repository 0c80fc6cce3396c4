"""Radicals that PDF files give for ideographs which look the same: ⽂ for 文, ⻓ for 长."""

import re
import unicodedata
from collections.abc import Iterator

from desk.intake.cleaning.edits import Edit, Step, everywhere

# Of the supplement (U+2E80) those that are the very shape of a whole character.
SUPPLEMENT = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "母民虎西见角贝车长门青韦页风飞食马鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
_RADICAL = re.compile("[\u2e80-\u2eff\u2f00-\u2fd5\uf900-\ufa6d\ufa70-\ufad9]")


def find(text: str) -> Iterator[Edit]:
    """Put the ideograph in the place of its radical or compatible form."""
    for match in _RADICAL.finditer(text):
        proper = SUPPLEMENT.get(match[0]) or unicodedata.normalize("NFKC", match[0])
        yield Edit(match.start(), match.end(), proper)


STEP = Step("还原部首字", "个", everywhere(find))
