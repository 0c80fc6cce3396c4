"""A draft as the rules see it that compare its texts with each other."""

from dataclasses import dataclass

from desk.checks.earlier import Earlier, PrintedFigure
from desk.checks.masks import Span
from desk.checks.passage import Context, Field, Passage
from desk.checks.sheets import Sheet
from desk.drafts import Scope, Secrecy


@dataclass(frozen=True, slots=True)
class Record:
    """What the register says about a draft beside its text."""

    author: str = ""
    phone: str = ""
    approver: str = ""  # who let it pass in the unit
    secrecy: Secrecy = Secrecy.NONE
    scope: Scope = Scope.OPEN_QUESTION


@dataclass(frozen=True, slots=True)
class Whole:
    """All texts of a draft; of a fragment there is only the body.

    ``record`` is None where nothing is known, as for a text that comes from a file.
    """

    title: Passage
    body: Passage
    sheets: tuple[Sheet, ...]
    context: Context
    record: Record | None = None
    earlier: tuple[Earlier, ...] = ()
    printed: tuple[PrintedFigure, ...] = ()
    is_fragment: bool = False

    @property
    def running(self) -> Field:
        """The field the body lies in."""
        return Field.TEXT if self.is_fragment else Field.BODY

    @property
    def lead(self) -> Span:
        """The first sentence of the body, or the empty span before it."""
        return self.body.sentences[0] if self.body.sentences else (0, 0)
