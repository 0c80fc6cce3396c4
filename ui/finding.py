"""What Ctrl+K finds in the store: drafts, units and issues by a few characters."""

from collections.abc import Iterator
from functools import partial

from desk.compiling import name_of
from desk.drafts import Channel, DraftQuery
from desk.searching import IssueName, words_of
from desk.store import Work
from ui.command_palette import Command, names
from ui.search.matter_list import told
from ui.session import Session

_CALL = ("来电", "来电：")
_DRAFTS, _LIVES, _UNITS, _ISSUES, _MATTERS = 5, 2, 3, 3, 4


def find(session: Session, words: str) -> list[Command]:
    """Units and issues whose names hold all words, matters that do, then the newest drafts."""
    parts = words.casefold().split()
    with session.store.read() as work:
        return [
            *_units(session, work, parts),
            *_issues(session, work, parts),
            *_matters(session, work, words),
            *_drafts(session, work, words),
        ]


def _units(session: Session, work: Work, parts: list[str]) -> Iterator[Command]:
    rung = [part for part in parts if part not in _CALL]
    if not rung:
        return
    found = [
        unit
        for unit in work.registry.units()
        if all(
            any(names(part, name) for name in (unit.name, unit.short, *unit.aliases, unit.code))
            for part in rung
        )
    ]
    for unit in found[:_UNITS]:
        if rung == parts:
            yield Command(f"单位　{unit.name}　得分", partial(session.go, "scores", unit.id))
        else:
            yield Command(f"来电　{unit.name}", partial(session.called.emit, unit.id))


def _issues(session: Session, work: Work, parts: list[str]) -> Iterator[Command]:
    publications = {one.id: one for one in work.catalogue.publications()}
    named_so = any(names(part, one.name) for one in publications.values() for part in parts)
    if not named_so and not any(IssueName.of(part) for part in parts):
        return  # thousands of issues need not be read for a word no issue has
    named = (
        (issue.id, name_of(publications[issue.publication_id], issue))
        for issue in work.issues.all()
    )
    found = [(at, name) for at, name in named if all(names(part, name) for part in parts)]
    for at, name in found[:_ISSUES]:
        yield Command(f"期　{name}", partial(session.go, "issue", at))


def _matters(session: Session, work: Work, words: str) -> Iterator[Command]:
    for one in work.matters.found(words_of(words), _MATTERS):
        yield Command(told(one), partial(session.go, "tasks", one.subject))


def _drafts(session: Session, work: Work, words: str) -> Iterator[Command]:
    query = DraftQuery(words=words, with_versions=True, limit=_DRAFTS)
    rows = work.drafts.rows(work.drafts.ids(query))
    for row in rows:
        what = "刊物版" if row.channel == Channel.VERSION else "来稿"
        text = f"{what}　{row.title}　{row.units}　{row.status}"
        yield Command(text, partial(session.go, "editor", row.id))
    for row in rows[:_LIVES]:
        yield Command(f"生平　{row.title}", partial(session.go, "life", row.id))
