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

from sqlalchemy import ColumnElement, Select, delete, exists, func, literal_column, or_, select
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
Condition = ColumnElement[bool]
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
    session.merge(models.DraftSearch(draft_id=draft.id, words=words))
    session.flush()
    session.execute(delete(models.Unindexed).where(models.Unindexed.draft_id == draft.id))
    session.execute(
        sql("INSERT OR REPLACE INTO draft_search(rowid, tokens) VALUES (:id, :tokens)"),
        {"id": draft.id, "tokens": " ".join(dict.fromkeys(tokens(words))).translate(_MARKS)},
    )


def words_in(session: Session, query: str) -> list[Word]:
    """The words of a query, with what the office has under such names."""
    found = words_of(query)
    units = _unit_names(session) if found else {}
    return [
        Word(word, [unit for unit, names in units.items() if word in names], IssueName.of(word))
        for word in found
    ]


def holding(
    session: Session, words: Iterable[Word], span: tuple[int, int] | None = None
) -> list[Condition]:
    """Conditions on drafts: each word stands in a text, a unit's name or an issue's.

    With a span they hold only for drafts whose ids are in it, both ends included.
    """
    waits = bool(session.scalar(select(exists(select(models.Unindexed)))))
    return [_holding(session, word, span, waits=waits) for word in words]


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


def _hits(match: str) -> Select[int]:
    """The drafts whose tokens answer an FTS5 expression."""
    table = select(_ROWID).select_from(sql("draft_search"))
    return table.where(literal_column("draft_search").bool_op("MATCH")(match))


def _unit_names(session: Session) -> dict[int, str]:
    model = models.Unit
    rows = session.execute(select(model.id, model.name, model.short, model.aliases))
    return {
        unit_id: fold("\n".join((name, short, *json.loads(aliases))))
        for unit_id, name, short, aliases in rows
    }


def _holding(
    session: Session, word: Word, span: tuple[int, int] | None, *, waits: bool
) -> Condition:
    """Without an index a text answers by a scan of its words of old."""
    draft, texts = models.Draft, models.DraftSearch
    hits = _hits(_match(word.text))
    if span:
        hits = hits.where(_ROWID.between(*span))
    holds = func.instr(texts.words, word.text) > 0
    if not _is_token(word.text):
        hits = select(texts.draft_id).where(texts.draft_id.in_(hits), holds)
    found = [draft.id.in_(hits)]
    if waits:
        waiting = models.Unindexed.draft_id
        old = select(waiting).join(texts, texts.draft_id == waiting).where(holds)
        found = [draft.id.in_(hits.union_all(_in_span(old, waiting, span)))]
    if word.unit_ids:
        link = models.DraftUnit
        sent = select(link.draft_id).where(link.unit_id.in_(word.unit_ids))
        found.append(draft.id.in_(_in_span(sent, link.draft_id, span)))
    if word.issue:
        found.append(draft.id.in_(_printed(session, word.issue)))
    return or_(*found)


def _in_span(
    wanted: Select[int], column: InstrumentedAttribute[int], span: tuple[int, int] | None
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
