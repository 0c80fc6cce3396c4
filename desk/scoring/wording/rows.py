"""What a row of a scheme says, in a sentence: in lists, comparisons and audit records."""

from collections.abc import Callable
from typing import Any

from desk.scoring.clauses.clause import Clause
from desk.scoring.wording.conditions import condition_words
from desk.scoring.wording.items import ITEM_WORDS
from desk.scoring.wording.periods import PERIOD_WORDS
from desk.scoring.wording.results import RESULT_WORDS

WORDS: dict[type[Clause], Callable[[Any], str]] = {**ITEM_WORDS, **PERIOD_WORDS, **RESULT_WORDS}


def in_words(clause: Clause) -> str:
    """What the row does, without its 编号 and 依据."""
    whom = "，".join(_whom(clause))
    told = WORDS[type(clause)](clause)
    return f"{whom}：{told}" if whom else told


def _whom(clause: Clause) -> list[str]:
    """Which facts or units the row is about; rows on periods name their matter themselves."""
    matter = None if type(clause) in PERIOD_WORDS else getattr(clause, "matter", None)
    said = [matter.value] if matter else []
    if clause.when:
        said.append(condition_words(clause.when))
    if clause.unless:
        said.append(f"{condition_words(clause.unless)}的除外")
    return said
