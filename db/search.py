"""Search drafts for words: pairs of neighbouring characters in an FTS5 table.

Chinese has no spaces and most words have two characters, so every pair of neighbours is a token
(word segmentation loses hits, trigrams cannot find two characters). The last character before a
space stands alone too, so that one character is found by its prefix. Figures and latin letters
have few pairs, so each three and four of them are tokens as well. Marks count like characters:
the index finds what a scan would find. Only this module knows FTS5; another database would keep
the same tokens in its own index.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, literal_column, select, union_all
from sqlalchemy import text as sql
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import InstrumentedAttribute

from db import models
from desk.drafts import Draft
from desk.folding import fold
from desk.searching import IssueName, parts_of, words_of

_RUNS = re.compile(r"\S+")
_FIGURES = re.compile("[0-9a-z]{3,}")
_PAIR = 2
_GRAMS = (3, 4)  # figures and latin letters together in a token
# The tokeniser divides at marks of ASCII: they stand as their full forms, which no text has that
# is in normal form.
_MARKS = {sign: sign + 0xFEE0 for sign in range(0x21, 0x7F) if not chr(sign).isalnum()}
_WRITES = (
    sql(
        "INSERT INTO draft_search_texts (draft_id, words) VALUES (:id, :words)"
        " ON CONFLICT (draft_id) DO UPDATE SET words = excluded.words"
    ),
    sql("DELETE FROM unindexed WHERE draft_id = :id"),
    sql("INSERT OR REPLACE INTO draft_search(rowid, tokens) VALUES (:id, :tokens)"),
)
_PRINTED_WRITE = sql("INSERT OR REPLACE INTO printed_search(rowid, tokens) VALUES (:id, :tokens)")
_PRINTED_DROP = sql("DELETE FROM printed_search WHERE rowid = :id")
Condition = ColumnElement[bool]
Span = tuple[int, int]  # the first and the last id
_ROWID: ColumnElement[int] = literal_column("rowid")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a query in normal form, with the units and issues that it names."""

    text: str
    unit_ids: Sequence[int] = ()
    issue: IssueName | None = None

    @property
    def is_text(self) -> bool:
        """Whether only the text of a draft can answer it."""
        return not self.unit_ids and self.issue is None


def tokens(words: str) -> Iterator[str]:
    """The tokens of a text in normal form."""
    for run in _RUNS.findall(words):
        yield from (run[at : at + _PAIR] for at in range(len(run)))
    for figures in _FIGURES.findall(words):
        for size in _GRAMS:
            yield from _grams(figures, size)


def index(session: Session, draft: Draft) -> None:
    """Make a draft findable by its words as they are now, and no others."""
    words = fold("\n".join(part.text for part in parts_of(draft)))
    held = _tokens_together(words)
    session.flush()
    connection = session.connection()
    for statement in _WRITES:  # plain, as every save waits for them
        connection.execute(statement, {"id": draft.id, "words": words, "tokens": held})


def forget(session: Session, draft_id: int, title: str) -> None:
    """Let a draft be found by its title alone."""
    words = fold(title)
    values = {"id": draft_id, "words": words, "tokens": _tokens_together(words)}
    for statement in _WRITES:
        session.connection().execute(statement, values)


def index_printed(session: Session, item_id: int, text: str) -> None:
    """Make a printed item findable by its words."""
    values = {"id": item_id, "tokens": _tokens_together(fold(text))}
    session.connection().execute(_PRINTED_WRITE, values)


def drop_printed(session: Session, item_ids: Sequence[int]) -> None:
    """Let printed items be found no more."""
    for item_id in item_ids:
        session.connection().execute(_PRINTED_DROP, {"id": item_id})


def printed_hits(words: Sequence[str]) -> Select[int]:
    """The printed items that may hold all words in normal form, one at least."""
    table = select(_ROWID).select_from(sql("printed_search"))
    match = " AND ".join(map(_match, words))
    return table.where(literal_column("printed_search").bool_op("MATCH")(match))


def words_in(session: Session, query: str) -> list[Word]:
    """The words of a query, with what the office has under such names."""
    found = words_of(query)
    units = _unit_names(session) if found else {}
    return [
        Word(word, [unit for unit, names in units.items() if word in names], IssueName.of(word))
        for word in found
    ]


def holding(session: Session, words: Sequence[Word], span: Span | None = None) -> list[Condition]:
    """Conditions on drafts: each word stands in a text, a unit's name or an issue's.

    With a span they hold only for drafts whose ids are in it, both ends included.
    """
    waits = _any_waits(session)
    texts = [word.text for word in words if word.is_text]  # together, as the rarest decides
    together = [union_all(*_texts(texts, span, waits=waits))] if texts else []
    apart = [
        union_all(*_texts([word.text], span, waits=waits), *_names(session, word, span))
        for word in words
        if not word.is_text
    ]
    return [models.Draft.id.in_(found) for found in (*together, *apart)]


def reach(session: Session, words: Iterable[Word], hits: int) -> int | None:
    """Among how many of the last drafts the index sees so many hits; None where it has fewer."""
    matches = [_match(word.text) for word in words if word.is_text]
    if not matches:
        return hits
    last = _hits(" AND ".join(matches)).order_by(_ROWID.desc()).limit(hits).subquery()
    end = select(func.max(models.Draft.id)).scalar_subquery()
    found, reached = session.execute(
        select(func.count(), end - func.min(last.c.rowid) + 1).select_from(last)
    ).one()
    return reached if found == hits else None


def _tokens_together(words: str) -> str:
    """The tokens of a text in normal form, each once, as the index takes them."""
    return " ".join(dict.fromkeys(tokens(words))).translate(_MARKS)


def _hits(match: str) -> Select[int]:
    """The drafts whose tokens answer an FTS5 expression."""
    table = select(_ROWID).select_from(sql("draft_search"))
    return table.where(literal_column("draft_search").bool_op("MATCH")(match))


def _any_waits(session: Session) -> bool:
    """Whether a draft is not indexed; asked in plain SQL, as each search asks it."""
    found = session.connection().exec_driver_sql("SELECT EXISTS (SELECT 1 FROM unindexed)")
    return bool(found.scalar())


def _unit_names(session: Session) -> dict[int, str]:
    """All names of each unit; in plain SQL, as above."""
    rows = session.connection().exec_driver_sql("SELECT id, name, short, aliases FROM units")
    return {
        unit_id: fold("\n".join((name, short, *json.loads(aliases))))
        for unit_id, name, short, aliases in rows
    }


def _texts(words: Sequence[str], span: Span | None, *, waits: bool) -> Iterator[Select[int]]:
    """The drafts whose texts hold all words; those not indexed are scanned."""
    texts, waiting = models.DraftSearch, models.Unindexed.draft_id
    hits = _hits(" AND ".join(map(_match, words)))
    if span:
        hits = hits.where(_ROWID.between(*span))
    unsure = [func.instr(texts.words, word) > 0 for word in words if not _is_token(word)]
    yield select(texts.draft_id).where(texts.draft_id.in_(hits), *unsure) if unsure else hits
    if waits:
        held = [func.instr(texts.words, word) > 0 for word in words]
        old = select(waiting).join(texts, texts.draft_id == waiting).where(*held)
        yield _in_span(old, waiting, span)


def _names(session: Session, word: Word, span: Span | None) -> Iterator[Select[int]]:
    """The drafts of the units and issues that a word names."""
    if word.unit_ids:
        link = models.DraftUnit
        sent = select(link.draft_id).where(link.unit_id.in_(word.unit_ids))
        yield _in_span(sent, link.draft_id, span)
    if word.issue:
        yield _printed(session, word.issue)


def _in_span(
    wanted: Select[int], column: InstrumentedAttribute[int], span: Span | None
) -> Select[int]:
    return wanted.where(column.between(*span)) if span else wanted


def _printed(session: Session, name: IssueName) -> Select[int]:
    """The drafts that stand in issues of a name."""
    issue, entry = models.Issue, models.Entry
    counted = issue.total if name.is_total else issue.number
    wanted = select(entry.draft_id).join(issue, issue.id == entry.issue_id)
    wanted = wanted.where(counted == name.number)
    if name.year:
        wanted = wanted.where(issue.year == name.year)
    if name.publication:
        rows = session.execute(select(models.Publication.id, models.Publication.name))
        named = [at for at, publication in rows if name.publication in fold(publication)]
        wanted = wanted.where(issue.publication_id.in_(named))
    return wanted


def _is_token(word: str) -> bool:
    """Whether the index alone answers for a word."""
    return len(word) <= _PAIR or (len(word) <= _GRAMS[-1] and _FIGURES.fullmatch(word) is not None)


def _match(word: str) -> str:
    """The FTS5 expression for the tokens of a word."""
    if len(word) == 1:
        return f'"{word.translate(_MARKS)}"*'
    wanted: list[str] = []
    inside: set[int] = set()  # pairs that the longer tokens hold
    for run in _FIGURES.finditer(word):
        wanted.extend(_grams(run[0], min(len(run[0]), _GRAMS[-1])))
        inside.update(range(run.start(), run.end() - 1))
    wanted += [word[at : at + _PAIR] for at in range(len(word) - 1) if at not in inside]
    return " AND ".join(f'"{token.translate(_MARKS)}"' for token in dict.fromkeys(wanted))


def _grams(run: str, size: int) -> Iterator[str]:
    """Every ``size`` neighbours of a run."""
    return (run[at : at + size] for at in range(len(run) - size + 1))
