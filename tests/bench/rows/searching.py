"""Search: the newest 50 of any word, beside a plain LIKE on the same rows."""

from collections.abc import Callable, Iterator
from random import Random

from sqlcipher3 import dbapi2

from db.engine import connect
from db.keys import read_key
from db.store import SqlStore
from desk.drafts import DraftQuery
from tests.bench.measuring import Measurement, Plan, percentile, summary, timed
from tests.bench.window import NOW

_NEWEST = 50
_WORDS = 40  # of each length
_BESIDE = 10  # of them searched with LIKE too
_LIKE = """
SELECT d.id FROM drafts d JOIN draft_search_texts t ON t.draft_id = d.id
WHERE t.words LIKE ? ORDER BY d.received DESC, d.id DESC LIMIT 50
"""


def measure(plan: Plan) -> Iterator[Measurement]:
    """Search words taken from the texts, and as many that stand nowhere."""
    store = SqlStore.open(plan.office, clock=lambda: NOW)
    plain = connect(plan.office.store, read_key(plan.office.store))
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
    plain.close()
    store.close()


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
