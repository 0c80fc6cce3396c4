"""Issues: due and not begun, and open on or after their day."""

from collections.abc import Iterator
from datetime import date

from desk.agenda.duty import Duty, Field, Ground, Together
from desk.compiling import correction_of, label_of
from desk.issues import Issue, IssueStatus
from desk.office_clock import moment_at
from desk.publications import Publication
from desk.scheduling import Missing, all_missing
from desk.store import Work

_MISSING = "missing"


def duties(ground: Ground) -> Iterator[Duty]:
    """What is to be released, and what is to be begun."""
    publications = {one.id: one for one in ground.work.catalogue.publications()}
    for issue in ground.work.issues.all(status=IssueStatus.OPEN):
        yield _release(issue, publications[issue.publication_id], ground)
    for one in all_missing(ground.work, publications.values(), ground.today):
        yield _begin(one, ground)


def missing_of(work: Work, target: object) -> Missing | None:
    """The issue that a duty's target asks to begin; None where it names none."""
    sort, _, rest = str(target).partition(":")
    publication_id, _, day = rest.partition(":")
    if sort != _MISSING:
        return None
    held = (one for one in work.catalogue.publications() if str(one.id) == publication_id)
    publication = next(held, None)
    return Missing(publication, date.fromisoformat(day)) if publication else None


def _release(issue: Issue, publication: Publication, ground: Ground) -> Duty:
    name = f"《{publication.name}》{label_of(issue)}{correction_of(issue)}"
    return Duty(
        key=f"issue:{issue.id}:release:{issue.day}",
        field=Field.ISSUE,
        text=f"{name}待印发（已编 {len(issue.entries)} 条）",
        shown=moment_at(issue.day),
        due=ground.closing(issue.day),
        page="issue",
        target=issue.id,
    )


def _begin(missing: Missing, ground: Ground) -> Duty:
    publication, day = missing.publication, missing.day
    target = f"{_MISSING}:{publication.id}:{day}"
    words = f"《{publication.name}》有 {{}} 期没有出刊"
    return Duty(
        key=f"publication:{publication.id}:{_MISSING}:{day}",
        field=Field.ISSUE,
        text=missing.told(ground.today),
        shown=moment_at(day),
        due=ground.closing(day),
        page="today",
        target=target,
        together=Together(words, "issue", alone=2) if day != ground.today else None,
    )
