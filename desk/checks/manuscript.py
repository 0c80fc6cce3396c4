"""What is checked: a draft, or a fragment of one."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from desk.body import Table
from desk.checks.dates import years_in
from desk.checks.earlier import Earlier, PrintedFigure
from desk.checks.office import Office, Profile, any_office
from desk.checks.passage import Context, Field, Passage
from desk.checks.sheets import sheets_of, text_of
from desk.checks.whole import Record, Whole
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
    tables: tuple[Table, ...] = ()
    record: Record | None = None
    earlier: tuple[Earlier, ...] = ()
    printed: tuple[PrintedFigure, ...] = ()
    profile: Profile | None = None
    office: Office = field(default_factory=any_office)

    @cached_property
    def context(self) -> Context:
        """What rules may know besides the text in front of them."""
        return Context(
            units=self.units,
            report_date=self.report_date,
            event_date=self.event_date,
            years=years_in(f"{self.title}\n{self.body}"),
            kind=self.kind,
            profile=self.profile,
            office=self.office,
        )

    @cached_property
    def whole(self) -> Whole:
        """All its texts side by side."""
        return Whole(
            title=Passage(self.title, self.context),
            body=Passage(self.body, self.context),
            sheets=sheets_of(self.tables),
            context=self.context,
            record=self.record,
            earlier=self.earlier,
            printed=self.printed,
            is_fragment=self.is_fragment,
        )

    @property
    def fields(self) -> tuple[tuple[Field, str], ...]:
        """The fields that hold a text, the title first."""
        running = Field.TEXT if self.is_fragment else Field.BODY
        texts = (
            (Field.TITLE, self.title),
            (running, self.body),
            (Field.TABLE, text_of(self.tables)),
        )
        return tuple(pair for pair in texts if pair[1])
