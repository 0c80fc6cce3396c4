"""What is checked: a draft, or a fragment of one."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desk.checks.dates import years_in
from desk.checks.passage import Context, Field
from desk.drafts import Kind


@dataclass(frozen=True)
class Manuscript:
    """A title and a body whose paragraphs are joined by line feeds.

    Of a fragment ``body`` is the text itself, and nothing is known about the rest of the draft.
    """

    title: str = ""
    body: str = ""
    kind: Kind | None = None
    report_date: date | None = None
    event_date: date | None = None
    units: tuple[str, ...] = ()
    is_fragment: bool = False

    @cached_property
    def context(self) -> Context:
        """What rules may know besides the text in front of them."""
        known = self.report_date or self.event_date
        return Context(self.units, known, years_in(f"{self.title}\n{self.body}"))

    @property
    def fields(self) -> tuple[tuple[Field, str], ...]:
        """The fields that hold a text, the title first."""
        running = Field.TEXT if self.is_fragment else Field.BODY
        return tuple(pair for pair in ((Field.TITLE, self.title), (running, self.body)) if pair[1])
