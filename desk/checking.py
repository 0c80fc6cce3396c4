"""Use case: check drafts with all the office knows, and keep what the clerk decides about them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from desk.body import Table
from desk.calendar import SpecialDay, by_day
from desk.checks.earlier import Earlier, PrintedFigure
from desk.checks.engine import check
from desk.checks.lexicon import Entry, Lexicon, default_entries
from desk.checks.manuscript import Manuscript
from desk.checks.office import Level, Office, Profile, UnitName, any_office
from desk.checks.rule import Finding
from desk.checks.whole import Record
from desk.drafts import Draft, Kept, Waiver, WaiverScope
from desk.office_clock import day_of
from desk.publications import Publication
from desk.store import Work

_AROUND = 8  # characters on each side by which a single place is known again


@dataclass(frozen=True, slots=True)
class CheckedFinding:
    """A finding of a draft, the text it is about, and the waiver that covers it, if any."""

    finding: Finding
    excerpt: str
    waiver: Waiver | None
    around: str = ""

    @property
    def waived(self) -> bool:
        """Whether the clerk decided to keep the text as it is."""
        return self.waiver is not None

    def kept(self, scope: WaiverScope) -> Kept:
        """What keeping it in this scope means."""
        around = self.around if scope is WaiverScope.ONCE else ""
        return Kept(self.finding.rule, self.excerpt, scope, around)


@dataclass(frozen=True)
class Knowledge:
    """What is known about a draft beside itself: its units, the office's rules and history."""

    units: tuple[str, ...] = ()  # full names
    waivers: tuple[Waiver, ...] = ()
    office: Office = field(default_factory=any_office)
    profile: Profile | None = None
    earlier: tuple[Earlier, ...] = ()
    printed: tuple[PrintedFigure, ...] = ()


def manuscript_of(draft: Draft, known: Knowledge) -> Manuscript:
    """The draft as the engine reads it; one without a date was reported when it came in."""
    return Manuscript(
        title=draft.title,
        body=draft.body.text,
        kind=draft.kind,
        report_date=draft.report_date or day_of(draft.received),
        event_date=draft.event_date,
        units=known.units,
        tables=tuple(block for block in draft.body.blocks if isinstance(block, Table)),
        record=Record(draft.author, draft.phone, draft.approver, draft.secrecy, draft.scope),
        earlier=known.earlier,
        printed=known.printed,
        profile=known.profile,
        office=known.office,
    )


def check_draft(draft: Draft, known: Knowledge) -> list[CheckedFinding]:
    """All findings of a draft in order, each with the waiver that covers it."""
    waived = {_reach(one): one for one in known.waivers}
    manuscript = manuscript_of(draft, known)
    texts = {field.value: text for field, text in manuscript.fields}
    checked = []
    for finding in check(manuscript):
        text = texts[finding.field]
        excerpt = text[finding.start : finding.end]
        around = text[max(0, finding.start - _AROUND) : finding.end + _AROUND]
        waiver = waived.get((finding.rule, excerpt, around)) or waived.get(
            (finding.rule, excerpt, "")
        )
        checked.append(CheckedFinding(finding, excerpt, waiver, around))
    return checked


def _reach(waiver: Waiver) -> tuple[str, str, str]:
    return waiver.rule, waiver.excerpt, waiver.around


def office_of(work: Work, publication_id: int = 0) -> Office:
    """The office's lists, units and levels; those of a publication go before the office's."""
    units = tuple(UnitName(unit.name, unit.short, unit.aliases) for unit in work.registry.units())
    levels = work.rulebook.levels()
    if publication_id:
        levels |= work.rulebook.levels(publication_id)
    specials = tuple(work.lists.special_days())
    return _office(tuple(work.rulebook.words()), units, tuple(sorted(levels.items())), specials)


@lru_cache(maxsize=8)
def _office(
    words: tuple[Entry, ...],
    units: tuple[UnitName, ...],
    levels: tuple[tuple[str, Level], ...],
    specials: tuple[SpecialDay, ...],
) -> Office:
    """One object a state: what is remembered of paragraphs is remembered by it."""
    return Office(_lexicon(words), units, dict(levels), by_day(specials))


@lru_cache(maxsize=2)
def _lexicon(words: tuple[Entry, ...]) -> Lexicon:
    return Lexicon(merged(default_entries(), words))


def merged(delivered: Iterable[Entry], own: Iterable[Entry]) -> list[Entry]:
    """The delivered entries with the office's own in their places or behind them."""
    found = {(entry.list, entry.word): entry for entry in delivered}
    found |= {(entry.list, entry.word): entry for entry in own}
    return list(found.values())


def profile_of(publication: Publication, section_id: int | None = None) -> Profile:
    """What a publication asks of an item in one of its sections."""
    section = publication.section(section_id)
    own, part = publication.limits, section.limits if section else publication.limits
    name = f"《{publication.name}》{section.name if section else ''}"
    return Profile(
        name,
        part.shortest or own.shortest,
        part.longest or own.longest,
        part.paragraphs or own.paragraphs,
        publication.results_only,
    )
