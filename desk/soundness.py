"""Use case: whether a store is sound, from its pages to its books and its trail.

Damaged pages are found by ``Store.verify``; the books (frozen files, issue numbers,
closings) may tell on whole pages what cannot be true.
"""

from collections.abc import Iterator
from hashlib import sha256

from desk.audit_check import check_trail, known_heads
from desk.compiling import name_of
from desk.errors import NotFoundError
from desk.issues import Issue
from desk.jobs import Job, Progress
from desk.numbering import Taken, row_of, taken
from desk.publications import Publication
from desk.store import Store, Work
from desk.voids import Row


def check(store: Store) -> Job[list[str]]:
    """Sentences about what is wrong; books are only looked at where every page is whole."""
    yield Progress(0, 1, "正在逐页核对数据文件")
    found = store.verify()
    if found:
        return found
    books = yield from unsound(store)
    trail = yield from check_trail(store, known_heads(store))
    return [*books, *trail.faults]


def unsound(store: Store) -> Job[list[str]]:
    """Sentences about what cannot be: frozen files changed or gone, numbers given twice."""
    with store.read() as work:
        places = {one.id: one for one in work.catalogue.publications()}
        frozen = [one for one in work.issues.all() if one.is_frozen]
        found = list(_doubled(work, frozen, places))
        for done, issue in enumerate(frozen):
            yield Progress(done, len(frozen), "正在核对印发的文件")
            found += _changed(work, issue, name_of(places[issue.publication_id], issue))
        for closing in work.closings.all():
            if not is_whole(work, closing.digest):
                found.append(f"{closing.name}第 {closing.generation} 次结账的数据缺失或被改过。")
    return found


def _changed(work: Work, issue: Issue, name: str) -> Iterator[str]:
    kept = {"PDF": issue.pdf, "Word 文件": issue.docx, "数据": issue.data}
    for kind, digest in kept.items():
        if digest and not is_whole(work, digest):
            yield f"{name}冻结的{kind}缺失或被改过。"


def is_whole(work: Work, digest: str) -> bool:
    """Whether kept bytes are there and still have their digest."""
    try:
        return sha256(work.files.get(digest)).hexdigest() == digest
    except NotFoundError:
        return False


def _doubled(work: Work, frozen: list[Issue], places: dict[int, Publication]) -> Iterator[str]:
    for place, have, _ in number_rows(work, frozen, places):
        if have.doubles:
            yield f"《{place.name}》{have.call(have.doubles)}用了两次。"


def number_rows(
    work: Work, frozen: list[Issue], places: dict[int, Publication]
) -> Iterator[tuple[Publication, Taken, int]]:
    """Each row of numbers with the highest that was released."""
    last: dict[tuple[int, Row], int] = {}
    for one in frozen:
        row = row_of(places[one.publication_id], one.series, one.day)
        last[one.publication_id, row] = max(one.number, last.get((one.publication_id, row), 0))
    for (publication_id, row), number in last.items():
        yield places[publication_id], taken(work, places[publication_id], row), number
