"""`backup`, `verify`, `search`, `demo`: the store's upkeep and a look into it."""

from dataclasses import replace
from pathlib import Path

from desk.commands.asking import new_package_password
from desk.commands.context import OK, REFUSED, Context, complain, say, say_json, show
from desk.demo.office import SETTINGS, fill
from desk.drafts import DraftQuery
from desk.indexing import index_all
from desk.jobs import finish
from desk.office_clock import day_of, office_time
from desk.settings import save
from desk.soundness import check

_FOUND = 50


def backup(context: Context) -> int:
    """Write a verified backup, sealed where a password is asked for."""
    target = Path(context.options.file) if context.options.file else None
    password = new_package_password() if context.options.password else ""
    with context.store() as store:
        say(str(finish(store.backups.write(target, password=password), show).path))
    return OK


def rehearse(context: Context) -> int:
    """Restore the newest backup aside and say whether it can be used."""
    with context.store() as store:
        tried = finish(store.backups.rehearse(), show)
    if not tried.is_good:
        complain(tried.words)
        return REFUSED
    for one in tried.compared:
        say(f"{one.what}：{one.found}")
    say(tried.words)
    return OK


def verify(context: Context) -> int:
    """Check every page of the store, its books and its trail."""
    with context.store() as store:
        damage = finish(check(store), show)
    for sentence in damage:
        complain(sentence)
    if damage:
        return REFUSED
    say("数据文件完好")
    return OK


def search(context: Context) -> int:
    """Print the newest drafts that hold all words."""
    words = " ".join(context.options.words)
    query = DraftQuery(words=words, with_versions=True, limit=_FOUND)
    with context.store() as store:
        finish(index_all(store), show)
        with store.read() as work:
            rows = work.drafts.rows(work.drafts.ids(query))
    if context.options.json:
        say_json(
            [
                {"id": row.id, "title": row.title, "units": row.units, "status": row.status.value}
                for row in rows
            ]
        )
    else:
        for row in rows:
            say(f"{row.id}\t{office_time(row.received):%Y-%m-%d}\t{row.units}\t{row.title}")
    return OK


def demo(context: Context) -> int:
    """Fill an empty store with the demo office."""
    now = context.by.now
    with context.store() as store:
        finish(fill(store, today=day_of(now), now=now, who=SETTINGS.clerk), show)
    ours = context.settings
    save(replace(SETTINGS, scale=ours.scale), context.paths.settings)
    say(f"演示数据已填入 {context.paths.data}")
    return OK
