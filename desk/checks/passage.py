"""The text model that rules read: a passage with its masks, sentences, dates and sequences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from desk.checks.dates import DateMention, dates_in
from desk.checks.figures.changes import Change, changes_in
from desk.checks.figures.means import Mean, means_in
from desk.checks.figures.parts import Parts, parts_in
from desk.checks.figures.shares import Share, shares_in
from desk.checks.lexicon import Listed
from desk.checks.masks import Span, own_prose, printed_prose
from desk.checks.office import Office, Profile, any_office
from desk.checks.outline import Sequence as Numbering
from desk.checks.outline import sequences_in
from desk.checks.periods import Period, periods_in
from desk.checks.quantities.model import Quantity
from desk.checks.quantities.reading import quantities_in
from desk.checks.sentences import clauses_in, sentences_in
from desk.drafts import Kind


class Field(StrEnum):
    """Where a text stands in a draft."""

    TITLE = "title"
    BODY = "body"
    TEXT = "text"  # a fragment
    TABLE = "table"  # the tables one after the other, see desk.checks.sheets


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about a text besides itself."""

    units: tuple[str, ...] = ()
    report_date: date | None = None
    event_date: date | None = None
    years: tuple[int, ...] = ()  # named anywhere in the draft
    kind: Kind | None = None
    profile: Profile | None = None  # of the publication it is meant for
    office: Office = field(default_factory=any_office)

    @property
    def day(self) -> date | None:
        """The day from which years are inferred."""
        return self.report_date or self.event_date


@dataclass(frozen=True)
class Passage:
    """A text as rules see it; every part of the model is built once, on first use."""

    text: str
    context: Context = Context()

    @cached_property
    def own(self) -> str:
        """The text with works, quotations, reported speech and addresses blanked out."""
        return own_prose(self.text)

    @cached_property
    def printed(self) -> str:
        """The text with only web and mail addresses blanked out."""
        return printed_prose(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The places of the paragraphs, line feeds left out, empty ones included."""
        spans, start = [], 0
        for line in self.text.split("\n"):
            spans.append((start, start + len(line)))
            start += len(line) + 1
        return tuple(spans)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The places of the sentences."""
        return tuple(sentences_in(self.text))

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """The places of the clauses: what stands between commas, colons and stops."""
        return tuple(clauses_in(self.text))

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates in order."""
        return tuple(dates_in(self.text, self.context.day, self.context.years))

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods in order, single days among them."""
        return tuple(periods_in(self.text, self.context.day, self.context.years))

    @cached_property
    def sequences(self) -> tuple[Numbering, ...]:
        """The numbered sequences in order of their first items."""
        return tuple(sequences_in(self.text))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures that count or measure, in order."""
        return quantities_in(self.text)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """How figures came to be what they are, where that is told."""
        return tuple(changes_in(self.text, self.quantities))

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """Shares and rates with the part and the whole they are of."""
        return tuple(shares_in(self.text, self.quantities))

    @cached_property
    def means(self) -> tuple[Mean, ...]:
        """Averages with the total and the count they are of."""
        return tuple(means_in(self.text, self.quantities))

    @cached_property
    def parts(self) -> tuple[Parts, ...]:
        """Wholes with the parts that can't exceed them."""
        return tuple(parts_in(self.text, self.quantities))

    @cached_property
    def words(self) -> dict[int, int]:
        """Where each word begins and ends."""
        from desk.checks.words import words_in  # noqa: PLC0415 - heavy, loaded on use

        return words_in(self.text)

    @cached_property
    def inside_words(self) -> frozenset[int]:
        """The places that cut a word."""
        return frozenset(
            place for start, end in self.words.items() for place in range(start + 1, end)
        )

    @cached_property
    def tags(self) -> tuple[tuple[int, int, str], ...]:
        """The words in order with their parts of speech in the dictionary's signs: n, v, ad."""
        from desk.checks.words import tags_in  # noqa: PLC0415 - heavy, loaded on use

        return tuple(tags_in(self.text))

    def listed(self, code: str, *, own: bool = True) -> Sequence[Listed]:
        """The words of a list by place, in the author's own prose or in all that is printed."""
        return (self._own_words if own else self._printed_words).get(code, ())

    @cached_property
    def _own_words(self) -> Mapping[str, Sequence[Listed]]:
        return self.context.office.lexicon.find(self.own)

    @cached_property
    def _printed_words(self) -> Mapping[str, Sequence[Listed]]:
        return self.context.office.lexicon.find(self.printed)
