"""What Ctrl+K finds in the store: drafts, units and issues by a few characters."""

from collections.abc import Iterator
from functools import partial

from desk.compiling import name_of
from desk.drafts import DraftQuery
from desk.store import Work
from ui.command_palette import Command
from ui.session import Session

_DRAFTS, _UNITS, _ISSUES = 8, 4, 4


def find(session: Session, words: str) -> list[Command]:
    """The units and issues whose names hold all words, then the newest such drafts."""
    parts = words.casefold().split()
    with session.store.read() as work:
        return [
            *_units(session, work, parts),
            *_issues(session, work, parts),
            *_drafts(session, work, words),
        ]


def _units(session: Session, work: Work, parts: list[str]) -> Iterator[Command]:
    found = [
        unit
        for unit in work.registry.units()
        if all(
            part in " ".join((unit.name, unit.short, *unit.aliases)).casefold() for part in parts
        )
    ]
    for unit in found[:_UNITS]:
        yield Command(f"单位　{unit.name}　得分", partial(session.go, "scores", unit.id))


def _issues(session: Session, work: Work, parts: list[str]) -> Iterator[Command]:
    publications = {one.id: one for one in work.catalogue.publications()}
    if not any(part in one.name for one in publications.values() for part in parts):
        return  # thousands of issues need not be read for a word no publication has
    named = (
        (issue.id, name_of(publications[issue.publication_id], issue))
        for issue in work.issues.all()
    )
    found = [(at, name) for at, name in named if all(part in name for part in parts)]
    for at, name in found[:_ISSUES]:
        yield Command(f"期　{name}", partial(session.go, "issue", at))


def _drafts(session: Session, work: Work, words: str) -> Iterator[Command]:
    for row in work.drafts.rows(work.drafts.ids(DraftQuery(words=words, limit=_DRAFTS))):
        text = f"来稿　{row.title}　{row.units}　{row.status}"
        yield Command(text, partial(session.go, "editor", row.id))
