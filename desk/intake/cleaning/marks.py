"""Half-width marks beside Chinese, by the rule that finds them when a draft is checked (P01)."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rules.punctuation import half_width_marks
from desk.intake.cleaning.edits import Edit, Step, in_paragraphs

_ASKS = re.compile(r"[吗呢么何哪谁否几怎多]")
_CLAUSE = re.compile(r"[，。；：！？,;:!?]")
_CLOSES = re.compile(r"\s*(?:$|[”’）》」\"')])")


def find(text: str) -> Iterator[Edit]:
    """Write them full-width, but no question mark that may stand for a lost character."""
    for hit in half_width_marks.check(Passage(text)):
        if hit.fix is not None and not _is_doubtful(text, hit.start):
            yield Edit(hit.start, hit.end, hit.fix)


def _is_doubtful(text: str, place: int) -> bool:
    """Whether a "?" is no question's end: old encodings leave one for what they do not know."""
    if text[place] != "?" or _CLOSES.match(text, place + 1):
        return False
    return not _ASKS.search(_CLAUSE.split(text[:place])[-1])


STEP = Step("半角标点改全角", "处", in_paragraphs(find))
