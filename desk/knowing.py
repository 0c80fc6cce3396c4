"""What the office knows about a draft when it is checked: its units, rules and history."""

from dataclasses import replace

from desk.checking import Knowledge, manuscript_of, office_of, profile_of
from desk.checks.earlier import Earlier, Figure
from desk.checks.indicators import figures_in
from desk.checks.office import Office, Profile
from desk.compiling import name_of, publication_of
from desk.drafts import Draft
from desk.issues import Issue
from desk.office_clock import day_of
from desk.store import Work
from desk.versions import texts


def known(
    work: Work, draft: Draft, office: Office | None = None, profile: Profile | None = None
) -> Knowledge:
    """All that is known about a draft; ``office`` is given where many are checked in one go."""
    found = Knowledge(
        units=unit_names(work, draft),
        waivers=(*work.rulebook.kept(), *work.drafts.waivers(draft.id)),
        office=office or office_of(work),
        profile=profile,
        earlier=earlier_of(work, draft),
    )
    keys = [figure.key for figure in figures_in(manuscript_of(draft, found).whole)]
    return replace(found, printed=tuple(work.rulebook.printed(keys, but=draft.id)))


def known_in(work: Work, issue: Issue) -> list[tuple[Draft, Knowledge]]:
    """The drafts of an issue in printing order, each with what its publication asks of it."""
    publication = publication_of(work, issue.publication_id)
    office = office_of(work, publication.id)
    drafts = work.drafts.several([entry.draft_id for entry in issue.entries])
    return [
        (draft, known(work, draft, office, profile_of(publication, entry.section_id)))
        for draft, entry in zip(drafts, issue.entries, strict=True)
    ]


def unit_names(work: Work, draft: Draft) -> tuple[str, ...]:
    """The full names of a draft's units."""
    names = {unit.id: unit.name for unit in work.registry.units()}
    return tuple(names[unit_id] for unit_id in draft.unit_ids if unit_id in names)


def figures_of(work: Work, draft: Draft) -> tuple[Figure, ...]:
    """The figures of a draft that name their indicator and period, as they are kept."""
    return figures_in(manuscript_of(draft, Knowledge(unit_names(work, draft))).whole)


def earlier_of(work: Work, draft: Draft) -> tuple[Earlier, ...]:
    """The items a draft was found to look like; those decided to be other work are left out."""
    alike = [one for one in work.likenesses.of(draft.id) if not one.verdict]
    scores = {one.other_id if one.draft_id == draft.id else one.draft_id: one for one in alike}
    others = work.drafts.several(list(scores))
    return tuple(_earlier(work, other, scores[other.id].score) for other in others)


def _earlier(work: Work, draft: Draft, score: int) -> Earlier:
    """An item with where it stands: in the issue that printed it, or at the desk since a day."""
    carriers = [*texts(work, draft), *filter(None, (draft.merged_into,))]
    for issue in (one for carrier in carriers for one in work.issues.holding(carrier)):
        if issue.stands:
            where = name_of(publication_of(work, issue.publication_id), issue)
            return Earlier(draft.title, where, issue.day, score, is_printed=True)
    day = day_of(draft.received)
    return Earlier(draft.title, "来稿", day, score)
