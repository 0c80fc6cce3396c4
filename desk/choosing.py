"""What is worth knowing of a draft before it is chosen for an issue: lines, errors, twins."""

from collections.abc import Iterable, Mapping, Sequence

from desk.checking import check_draft, office_of, profile_of
from desk.checks.rule import Severity
from desk.compiling import name_of
from desk.drafts import Draft
from desk.duplicates.likeness import Verdict
from desk.issues import IssueStatus
from desk.knowing import known
from desk.layout.content import ItemContent
from desk.layout.fonts import Fonts
from desk.layout.measuring import lines_needed
from desk.layout.styles import Template
from desk.publications import Publication
from desk.store import Work


def lines_of(
    drafts: Iterable[Draft],
    sections: Mapping[int, str],
    units: Mapping[int, str],
    template: Template,
    fonts: Fonts,
) -> dict[int, int]:
    """The grid lines each draft would take in the section named for it, by draft id."""
    return {
        draft.id: lines_needed(_item(draft, units), sections.get(draft.id, ""), template, fonts)
        for draft in drafts
    }


def _item(draft: Draft, units: Mapping[int, str]) -> ItemContent:
    names = tuple(units[one] for one in draft.unit_ids if one in units)
    return ItemContent(draft.title, draft.body, names, str(draft.id))


def errors_of(work: Work, publication: Publication, ids: Sequence[int]) -> dict[int, int]:
    """The open errors of each draft, as the publication asks of its items."""
    office, profile = office_of(work, publication.id), profile_of(publication)
    return {
        draft.id: sum(
            not one.waived and one.finding.severity is Severity.ERROR
            for one in check_draft(draft, known(work, draft, office, profile))
        )
        for draft in work.drafts.several(ids)
    }


def printed_twins(work: Work, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The released issues that printed something like each of these drafts, the newest first.

    Pairs that were decided to be different things are left out.
    """
    pairs: dict[int, set[int]] = {}
    wanted = set(ids)
    for one in work.likenesses.among(ids):
        if one.verdict is not Verdict.DISTINCT:
            for mine, other in ((one.draft_id, one.other_id), (one.other_id, one.draft_id)):
                if mine in wanted:
                    pairs.setdefault(mine, set()).add(other)
    issues = work.issues.bearing(sorted(set().union(*pairs.values())))
    publications = {one.id: one for one in work.catalogue.publications()}
    found: dict[int, tuple[str, ...]] = {}
    for draft_id, others in pairs.items():
        found[draft_id] = tuple(
            name_of(publications[issue.publication_id], issue)
            for issue in issues
            if issue.status is IssueStatus.RELEASED
            and any(entry.draft_id in others for entry in issue.entries)
        )
    return {draft_id: names for draft_id, names in found.items() if names}
