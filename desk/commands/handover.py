"""`handover`: the package for the next clerk, with the book beside it."""

import os
import sys
from getpass import getpass
from pathlib import Path

from desk.commands.context import OK, Context, say, say_json, show
from desk.errors import DeskError
from desk.handover.book import maker
from desk.handover.packing import pack
from desk.jobs import finish
from desk.vault.passwords import must_do

VARIABLE = "INFODESK_PACKAGE_PASSWORD"


def hand_over(context: Context) -> int:
    """Write the package, sealed where a password is asked for."""
    password = _password() if context.options.password else ""
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


def _password() -> str:
    """The password of the package: from the environment, else typed twice. Raises DeskError."""
    given = os.environ.pop(VARIABLE, "")
    if not given:
        if not sys.stdin.isatty():
            raise DeskError(
                f"给交接包加口令，请把口令放进环境变量 {VARIABLE}，或在终端里运行，按提示输入。"
            )
        given = getpass("交接包口令：")
        if getpass("再输一次：") != given:
            raise DeskError("两次输入的口令不一样，交接包没有写。请重新运行。")
    must_do(given)
    return given
