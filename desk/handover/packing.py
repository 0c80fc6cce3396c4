"""Use case: write the package for the next clerk (交接包), a backup that knows what it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from desk.auditing import By, note
from desk.backups.backup import SUFFIX, Backup, Reason
from desk.errors import DeskError
from desk.handover.state import Handover
from desk.handover.taking import handover_of
from desk.jobs import Job
from desk.layout.document_parts import Document
from desk.leaving import Leaving, Way, record, write_file
from desk.secrecy.grades import EVERYTHING
from desk.store import Store

_SUBJECT = "policy:Handover"


@dataclass(frozen=True, slots=True)
class Packed:
    """What was written: the package, and the book beside it unless the package is sealed."""

    backup: Backup
    books: tuple[Path, ...] = ()


def pack(
    store: Store, target: Path, book: Callable[[], Document], *, by: By, password: str = ""
) -> Job[Packed]:
    """Write the package and, where it is not sealed, the book as PDF and Word file beside it.

    A sealed package stays without them: they would say in plain text what it locks up.
    """
    target = target if target.suffix == SUFFIX else target.with_name(target.name + SUFFIX)
    with store.begin() as work:
        former = handover_of(work)
        begun = replace(
            former, packed=by.now, packed_by=by.who, handed=False, done=(), closed=False
        )
        work.matters.keep_policy(begun, by)
        note(work, by, "准备交接包", _SUBJECT, target.name)
    try:
        pages = {} if password else _pages(book())
        made = yield from store.backups.write(target, reason=Reason.HANDOVER, password=password)
    except BaseException:
        with store.begin() as work:
            work.matters.keep_policy(_as_before(handover_of(work), former), by)
            note(work, by, "交接包没有写成", _SUBJECT, target.name)
        raise
    with store.begin() as work:
        work.matters.keep_policy(replace(handover_of(work), handed=True), by)
        what = "交接包（已加口令）" if password else "交接包"
        record(work, Leaving(Way.BACKUP, what, target.name, (EVERYTHING,)), by)
    return Packed(made, _write(store, target, pages, by))


def _as_before(held: Handover, former: Handover) -> Handover:
    """Nothing was packed; the words are as they are by now."""
    return replace(
        held,
        packed=former.packed,
        packed_by=former.packed_by,
        handed=former.handed,
        done=former.done,
        closed=former.closed,
    )


def _pages(document: Document) -> dict[str, bytes]:
    from desk.layout.document import document_docx, document_pdf  # noqa: PLC0415 - heavy

    return {".pdf": document_pdf(document), ".docx": document_docx(document)}


def _write(store: Store, target: Path, pages: Mapping[str, bytes], by: By) -> tuple[Path, ...]:
    paths = tuple(target.with_name(f"{target.stem} 交接书{suffix}") for suffix in pages)
    try:
        for path, data in zip(paths, pages.values(), strict=True):
            gone = Leaving(Way.FILE, "交接书", path.name, (EVERYTHING,))
            write_file(store, gone, path, data, by=by)
    except OSError as error:
        raise DeskError(
            f"交接包已写好，交接书没有写成：“{target.parent}”写不进去。"
            "请在“交接”页另存交接书，或直接打印。"
        ) from error
    return paths
