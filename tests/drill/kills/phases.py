"""What is done until the kill: each phase runs use cases of the product and tells what is done.

A phase goes on for ever, or until there is nothing left to do; a line told is an action that was
acknowledged to the clerk. They run in a process of their own, on a store they open themselves.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from db.store import SqlStore
from desk import compiling, editing
from desk.body import plain
from desk.closings.books import close, reopen
from desk.closings.periods import find
from desk.commissions import issuing
from desk.commissions.commission import Commission, Task
from desk.drafts import DraftQuery, Status
from desk.jobs import finish
from desk.paths import Paths
from desk.receiving import receive
from desk.releasing import release
from desk.settings import Settings
from tests.drill.kills.ground import BY, NOW

Tell = Callable[..., None]
MONTHS = ("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06")
SETTINGS = Settings(office="云岭县人民政府办公室")


def opened(paths: Paths) -> SqlStore:
    """The store of a data folder, at the drill's moment."""
    return SqlStore.open(paths, clock=lambda: NOW)


def take_in(paths: Paths, chance: Random, tell: Tell) -> None:
    """Import Word files through the reading process, in an order of its own."""
    store, files = opened(paths), sorted((paths.data.parent / "files").iterdir())
    chance.shuffle(files)
    outcomes, told = [], 0
    for _step in receive(store, files, by=BY, outcomes=outcomes):
        for one in outcomes[told:]:
            tell(one.file.name, int(one.accepted), *one.draft_ids)
        told = len(outcomes)


def edit(paths: Paths, chance: Random, tell: Tell) -> None:
    """Save texts of the drafts being edited, as typing does."""
    store = opened(paths)
    with store.read() as work:
        query = DraftQuery(statuses=frozenset({Status.EDITING}))
        ids = work.drafts.ids(query)
    while True:
        draft_id, mark = chance.choice(ids), f"{chance.random():.12f}"
        by = replace(BY, now=NOW + timedelta(minutes=chance.randrange(10_000)))
        body = plain(f"全县扎实推进农田建设{mark}。" * chance.randint(1, 200))
        editing.save_text(store, draft_id, f"农田建设{mark}", body, by=by)
        tell(draft_id, mark)


def print_issues(paths: Paths, chance: Random, tell: Tell) -> None:
    """Compile issues of two drafts each, and release them."""
    store = opened(paths)
    while True:
        with store.read() as work:
            ready = work.drafts.ids(DraftQuery(statuses=frozenset({Status.READY})))
            place = work.catalogue.publications()[0]
            held = {e.draft_id for one in work.issues.all() for e in one.entries}
            begun = next((one for one in work.issues.all() if not one.is_frozen), None)
            drafts = work.drafts.several([one for one in ready if one not in held][:2])
        issue = begun or compiling.new_issue(store, place.id, BY.today, by=BY)
        tell("begun", issue.id)
        if not issue.entries:
            if not drafts:
                return
            section = chance.choice(place.sections).id
            entries = [compiling.entry_of(one, section) for one in drafts]
            compiling.arrange(store, issue.id, entries, by=BY)
        made = finish(release(store, issue.id, SETTINGS, by=BY))
        tell("released", made.id, made.pdf, made.docx, made.data)


def close_months(paths: Paths, chance: Random, tell: Tell) -> None:
    """Close months, and open closed ones again."""
    store = opened(paths)
    while True:
        with store.read() as work:
            held = {one.key: one for one in work.closings.holding()}
            period = find(work.catalogue.schemes(), chance.choice(MONTHS))
        if period.key in held:
            reopen(store, held[period.key].id, "漏登一条", by=BY)
            tell(period.key, "")
        else:
            tell(period.key, close(store, period, by=BY).digest)


def back_up(paths: Paths, chance: Random, tell: Tell) -> None:
    """Change something, and back up."""
    store = opened(paths)
    while True:
        with store.read() as work:
            unit = chance.choice(work.registry.units())
        with store.begin() as work:
            work.registry.save_unit(replace(unit, aliases=(f"{chance.random():.9f}",)))
        tell(store.backup().name)


def upgrade(paths: Paths, _chance: Random, tell: Tell) -> None:
    """Open a store of an older program."""
    opened(paths).close()
    tell("upgraded")


def put_back(paths: Paths, chance: Random, tell: Tell) -> None:
    """Change something, then go back to the first backup; again and again."""
    from db.safekeeping import FileSafekeeping  # noqa: PLC0415 - opens nothing before it is called

    keeping = FileSafekeeping()
    keeping.settle(paths)
    while True:
        store = opened(paths)
        mark = f"{chance.random():.12f}"
        with store.begin() as work:
            unit = work.registry.units()[0]
            work.registry.save_unit(replace(unit, aliases=(mark,)))
        store.close()
        tell("marked", mark)
        finish(keeping.restore(paths, paths.data.parent / "first.infodesk"))
        tell("restored")


def ask_units(paths: Paths, chance: Random, tell: Tell) -> None:
    """Send commissions to units, and call some of them off."""
    store = opened(paths)
    with store.read() as work:
        units = work.registry.units()
    while True:
        title = f"农田水利{chance.random():.12f}"
        notice = Commission(
            title=title,
            day=BY.today,
            due=NOW + timedelta(days=2),
            contact="周文清 0875-5122119",
            tasks=tuple(Task(one.id) for one in units),
        )
        sent = issuing.issue(store, notice, by=BY)
        tell("sent", sent.id, sent.number, title)
        if chance.random() < 0.3:
            issuing.withdraw(store, sent.id, "上级已取消", by=BY)
            tell("withdrawn", sent.id)


PHASES = {
    "import": take_in,
    "edit": edit,
    "release": print_issues,
    "closing": close_months,
    "backup": back_up,
    "migration": upgrade,
    "restore": put_back,
    "matters": ask_units,
}
