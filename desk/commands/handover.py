"""`handover`: the package for the next clerk, with the book beside it."""

from pathlib import Path

from desk.commands.asking import new_package_password
from desk.commands.context import OK, Context, say, say_json, show
from desk.handover.book import maker
from desk.handover.packing import pack
from desk.jobs import finish


def hand_over(context: Context) -> int:
    """Write the package, sealed where a password is asked for."""
    password = new_package_password() if context.options.password else ""
    by = context.by
    with context.store() as store:
        book = maker(store, context.paths, context.settings, by)
        job = pack(store, Path(context.options.out), book, by=by, password=password)
        made = finish(job, show)
    if context.options.json:
        books = [str(one) for one in made.books]
        say_json({"package": str(made.backup.path), "size": made.backup.size, "books": books})
    else:
        for path in (made.backup.path, *made.books):
            say(str(path))
    return OK
