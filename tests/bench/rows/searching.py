"""Search: the newest 50 of any word, beside a plain LIKE on the same rows; counts; the page."""

from collections.abc import Callable, Iterator
from random import Random

from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2

from db.engine import connect
from db.keys import read_key
from db.store import SqlStore
from desk.drafts import DraftQuery
from desk.indexing import index_all
from desk.jobs import finish
from desk.paths import Paths
from tests.bench.measuring import Measurement, Plan, percentile, summary, timed
from tests.bench.office import office_of
from tests.bench.window import NOW, close, opened, settle
from ui.search.page import SearchPage

_NEWEST = 50
_BIG = 100_000  # drafts that the bar is set for
_WORDS = 40  # of each length
_BESIDE = 10  # of them searched with LIKE too
_LIKE = """
SELECT d.id FROM drafts d JOIN draft_search_texts t ON t.draft_id = d.id
WHERE t.words LIKE ? ORDER BY d.received DESC, d.id DESC LIMIT 50
"""


def measure(plan: Plan) -> Iterator[Measurement]:
    """Search the ten-year office, and the one that design §9 has its bar for."""
    yield from _measure(plan.office, plan)
    if not plan.quick:
        yield from _measure(office_of(_BIG), plan)


def _measure(office: Paths, plan: Plan) -> Iterator[Measurement]:
    """Search words taken from the texts, and as many that stand nowhere."""
    store = SqlStore.open(office, clock=lambda: NOW)
    finish(index_all(store))  # an office filled by an earlier version
    plain = connect(office.store, read_key(office.store))
    random = Random(4)  # noqa: S311 - the same words every time
    count = plain.execute("SELECT count(*) FROM drafts").fetchone()[0]

    def search(word: str) -> object:
        with store.read() as work:
            return work.drafts.rows(work.drafts.ids(DraftQuery(word, limit=_NEWEST)))

    search("路灯")
    for length in range(1, 5):
        words = [_word(plain, length, random) for _ in range(plan.times(_WORDS))]
        words += [_word(plain, 1, random) + "龘" * (length - 1) for _ in range(plan.times(5))]
        samples = [timed(lambda word=word: search(word)) for word in words]
        beside = _beside(plain, words[:: max(1, len(words) // _BESIDE)], search)
        yield summary(
            f"search, {length} character{'s'[: length > 1]}, newest {_NEWEST} with their rows",
            samples,
            bar=10,
            note=f"{count:,} drafts; {beside}",
        )
    yield _counting(store, [_word(plain, 2, random) for _ in range(plan.times(_WORDS))], count)
    words = [_word(plain, 1 + at % 4, random) for at in range(plan.times(_WORDS))]
    plain.close()
    store.close()
    yield _on_screen(office, words, count)


def _counting(store: SqlStore, words: list[str], count: int) -> Measurement:
    """Every hit counted by status, kind, year, unit and publication, off the window's thread."""

    def facets(word: str) -> object:
        with store.read() as work:
            return work.drafts.facets(DraftQuery(word))

    samples = [timed(lambda word=word: facets(word)) for word in [*words, "的"]]
    note = f"{count:,} drafts; the commonest character {samples[-1]:.0f} ms"
    return summary("search, 2 characters, all counts", samples[:-1], note=note)


def _on_screen(office: Paths, words: list[str], count: int) -> Measurement:
    """The search page of the real window, painted with passages and preview."""
    window = opened(office)
    window.show_page("search")
    page = window.page("search")
    assert isinstance(page, SearchPage)

    def shown(word: str) -> None:
        page.box.setText(word)
        page.search()
        QApplication.processEvents()

    shown(words[0])
    samples = []
    for word in words:
        samples.append(timed(lambda word=word: shown(word)))
        page.leave()  # the rest of the hits is not waited for
        settle(window)
    close(window)
    note = f"{count:,} drafts; with the words marked in what is seen"
    return summary("search page on screen", samples, bar=30, note=note)


def _beside(plain: dbapi2.Connection, words: list[str], search: Callable[[str], object]) -> str:
    """Both ways in turn, word by word."""
    ours, theirs = [], []
    for word in words:
        ours.append(timed(lambda word=word: search(word)))
        theirs.append(timed(lambda word=word: plain.execute(_LIKE, (f"%{word}%",)).fetchall()))
    like, ratio = percentile(theirs, 0.95), percentile(theirs, 0.95) / percentile(ours, 0.95)
    return f"LIKE p95 {like:.0f} ms, {ratio:.1f} × ours"


def _word(plain: dbapi2.Connection, length: int, random: Random) -> str:
    """So many neighbouring Chinese characters of some draft."""
    while True:
        last = plain.execute("SELECT max(draft_id) FROM draft_search_texts").fetchone()[0]
        wanted = "SELECT words FROM draft_search_texts WHERE draft_id = ?"
        words = plain.execute(wanted, (random.randint(1, last),)).fetchone()[0]
        at = random.randrange(max(1, len(words) - length))
        word: str = words[at : at + length]
        if len(word) == length and all("一" <= char <= "龥" for char in word):
            return word
