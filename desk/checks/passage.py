"""The text model that rules read: a passage with its masks, sentences, dates and sequences."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from desk.checks.dates import DateMention, dates_in
from desk.checks.masks import Span, addresses, blanked, foreign
from desk.checks.outline import Sequence, sequences_in
from desk.checks.sentences import sentences_in


class Field(StrEnum):
    """Where a text stands in a draft."""

    TITLE = "title"
    BODY = "body"
    TEXT = "text"  # a fragment


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about a text besides itself."""

    units: tuple[str, ...] = ()
    report_date: date | None = None
    years: tuple[int, ...] = ()  # named anywhere in the draft


@dataclass(frozen=True)
class Passage:
    """A text as rules see it; every part of the model is built once, on first use.

    ``body`` is the whole body, given with the title to the rules that need both.
    """

    text: str
    context: Context = Context()
    body: str = ""

    @cached_property
    def own(self) -> str:
        """The text with works, quotations, reported speech and addresses blanked out."""
        return blanked(self.text, foreign(self.text))

    @cached_property
    def printed(self) -> str:
        """The text with only web and mail addresses blanked out."""
        return blanked(self.text, addresses(self.text))

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
    def dates(self) -> tuple[DateMention, ...]:
        """The dates in order."""
        return tuple(dates_in(self.text, self.context.report_date, self.context.years))

    @cached_property
    def sequences(self) -> tuple[Sequence, ...]:
        """The numbered sequences in order of their first items."""
        return tuple(sequences_in(self.text))

    @cached_property
    def words(self) -> dict[int, int]:
        """Where each word begins and ends."""
        from desk.checks.words import words_in  # noqa: PLC0415 - heavy, loaded on use

        return words_in(self.text)
