"""How heads name the days of a table and those before: 本月 and 上月, 本季度 and 上季度."""

from dataclasses import dataclass

from desk.scoring.clauses.clause import Span
from desk.surveys.stretch import Stretch

_NAMES = {
    Span.MONTH: ("本月", "上月"),
    Span.QUARTER: ("本季度", "上季度"),
    Span.HALF: ("本半年", "上个半年"),
    Span.YEAR: ("本年", "上年"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The days, and those before."""

    now: str = "本期"
    before: str = "上期"

    def put_in(self, text: str) -> str:
        """A head with {本期} and {上期} as these days have them."""
        return text.replace("{本期}", self.now).replace("{上期}", self.before)


def words_of(stretch: Stretch) -> Words:
    """The words for some days."""
    return Words(*_NAMES[stretch.span]) if stretch.span in _NAMES else Words()
