"""`scheme import`, `scheme export`, `scheme check`: schemes as TOML files."""

from collections.abc import Sequence
from pathlib import Path

from desk.commands.context import OK, REFUSED, Context, complain, say, say_json
from desk.leaving import Leaving, Way, write_file
from desk.scheme_checking import check_file, check_stored
from desk.scheming import export_text, find_scheme, import_scheme
from desk.scoring.checking.complaint import Complaint, Level
from desk.scoring.scheme import Purpose, Scheme
from desk.scoring.schemes.coding import SchemeFormatError
from desk.scoring.schemes.file import read_file
from desk.store import Store


def import_(context: Context) -> int:
    """Take a scheme from its file; every complaint is told, nothing is half done."""
    try:
        file = read_file(Path(context.options.file))
        with context.store() as store:
            done = import_scheme(store, file, replacing=context.options.replace, by=context.by)
    except SchemeFormatError as error:
        return _refused(error)
    for one in done.complaints:
        if one.level is not Level.NOTE:
            complain(str(one))
    say(done.told)
    return OK


def export(context: Context) -> int:
    """Write a scheme to a file: the one in force today, on a day, or of a name."""
    with context.store() as store:
        scheme = _wanted(context, store)
        path = Path(context.options.file)
        gone = Leaving(Way.FILE, scheme.name, path.name)
        write_file(store, gone, path, export_text(store, scheme).encode(), by=context.by)
    say(f"“{scheme.name}”已导出到 {path}。")
    return OK


def check(context: Context) -> int:
    """Tell what is wrong with a scheme, by its file or its name; 1 where something is."""
    today = context.by.today
    words = context.options.file
    try:
        with context.store() as store:
            if Path(words).is_file() or words.endswith(".toml"):
                found = check_file(store, read_file(Path(words)), today)
            else:
                with store.read() as work:
                    schemes = work.catalogue.schemes()
                purpose = Purpose(context.options.purpose)
                found = check_stored(store, find_scheme(schemes, words, purpose), today)
    except SchemeFormatError as error:
        return _refused(error)
    _tell(found, as_json=context.options.json)
    return REFUSED if any(one.level is not Level.NOTE for one in found) else OK


def _tell(found: Sequence[Complaint], *, as_json: bool) -> None:
    if as_json:
        rows = [
            {"level": one.level, "table": one.table, "row": one.row, "message": one.text}
            for one in found
        ]
        say_json(rows)
        return
    for one in found:
        say(str(one))
    if not found:
        say("没有发现问题。")


def _wanted(context: Context, store: Store) -> Scheme:
    options = context.options
    with store.read() as work:
        schemes = work.catalogue.schemes()
    today = context.by.today.isoformat()
    return find_scheme(schemes, options.name or options.date or today, Purpose(options.purpose))


def _refused(error: SchemeFormatError) -> int:
    for sentence in error.complaints:
        complain(sentence)
    return REFUSED
