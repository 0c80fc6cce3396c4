"""Straight quotation marks, paired within their paragraph."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.intake.cleaning.edits import Edit, Step, in_paragraphs

_QUOTE = re.compile('["＂“”]')
_CHINESE = re.compile(f"[{HAN}，。；：、！？（）《》]")
_OPENER, _CLOSER = "“", "”"


def find(text: str) -> Iterator[Edit]:
    """Curl straight quotes where all of the paragraph's marks pair without a doubt."""
    marks = list(_QUOTE.finditer(text))
    if len(marks) % 2 or all(mark[0] in _OPENER + _CLOSER for mark in marks):
        return
    pairs = list(zip(marks[::2], marks[1::2], strict=True))
    if all(_is_pair(text, opener, closer) for opener, closer in pairs):
        for opener, closer in pairs:
            yield Edit(opener.start(), opener.end(), _OPENER)
            yield Edit(closer.start(), closer.end(), _CLOSER)


def _is_pair(text: str, opener: re.Match[str], closer: re.Match[str]) -> bool:
    """Whether two marks hold something Chinese, or stand in Chinese, and neither is turned."""
    if opener[0] == _CLOSER or closer[0] == _OPENER:
        return False
    inner = text[opener.end() : closer.start()]
    around = text[opener.start() - 1 : opener.start()] + text[closer.end() : closer.end() + 1]
    return inner == inner.strip() != "" and bool(_CHINESE.search(inner + around))


STEP = Step("直引号改为“”", "处", in_paragraphs(find))
