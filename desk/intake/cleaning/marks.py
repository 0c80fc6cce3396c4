"""Half-width marks beside Chinese, by the rule that finds them when a draft is checked (P01)."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rules.punctuation import half_width_marks
from desk.intake.cleaning.edits import Edit, Step, in_paragraphs

_ASKS = re.compile(r"[吗呢么何哪谁否几怎多]")
_CLAUSE = re.compile(r"[，。；：！？,;:!?]")
_CLOSES = re.compile(r"\s*(?:$|[”’）》」\"')])")
_LONGEST = 60  # characters of a question
_POINTS = frozenset("，。；：、！？,.;:!?")


def find(text: str) -> Iterator[Edit]:
    """Write them full-width, but none that may be something else than it looks."""
    for hit in half_width_marks.check(Passage(text)):
        is_quote = text[hit.start] == '"'  # their own step knows where they open and close
        if hit.fix is not None and not is_quote and not _is_doubtful(text, hit.start):
            yield Edit(hit.start, hit.end, hit.fix)


def _is_doubtful(text: str, place: int) -> bool:
    """Whether a mark may be a decimal's point, one of two, or stand for a lost character.

    Old encodings leave a question mark for every character they do not know.
    """
    sign, before, behind = text[place], text[max(0, place - 1) : place], text[place + 1 : place + 2]
    if (sign == "." and behind.isdigit()) or (sign in _POINTS and {before, behind} & _POINTS):
        return True
    if sign != "?" or _CLOSES.match(text, place + 1):
        return False
    return not _ASKS.search(_CLAUSE.split(text[max(0, place - _LONGEST) : place])[-1])


STEP = Step("半角标点改全角", "处", in_paragraphs(find))
