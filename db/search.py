"""Search drafts for words: pairs of neighbouring characters in an FTS5 table.

Chinese has no spaces and most words have two characters, so every pair of neighbours is a token
(word segmentation loses hits, trigrams cannot find two characters). The last character of a run
stands alone too, so that one character is found by its prefix. Latin letters and digits form
tokens of their own and are found from their beginning. Only this module knows FTS5; another
database would keep the same tokens in its own index.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, literal_column, or_, select, text
from sqlalchemy.orm import Session

from db import models
from desk.body import Body, Paragraph, Picture, Table

_RUNS = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_PAIR = 2
Condition = ColumnElement[bool]
_ROWID: ColumnElement[int] = literal_column("rowid")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a query in normal form, and the units whose names hold it."""

    text: str
    unit_ids: Sequence[int]


def words_of(title: str, author: str, body: Body) -> str:
    """Everything of a draft that can be searched, in normal form."""
    parts = [title, author]
    for block in body.blocks:
        match block:
            case Paragraph():
                parts.append(block.text)
            case Table(rows, _, caption):
                parts.extend([caption, *("\t".join(row) for row in rows)])
            case Picture():
                parts.append(block.caption)
    return normal("\n".join(parts))


def normal(words: str) -> str:
    """One form for what looks alike: full width and half width, upper and lower case."""
    return unicodedata.normalize("NFKC", _UNSTORABLE.sub("", words)).lower()


def tokens(words: str) -> Iterator[str]:
    """The tokens of a text in normal form."""
    for run in _RUNS.findall(words):
        if run.isascii():
            yield run
        else:
            yield from (run[at : at + _PAIR] for at in range(len(run)))


def index(session: Session, draft_id: int, words: str) -> None:
    """Make a draft findable by these words (in normal form) and no others."""
    session.merge(models.DraftSearch(draft_id=draft_id, words=words))
    session.flush()
    session.execute(
        text("INSERT OR REPLACE INTO draft_search(rowid, tokens) VALUES (:id, :tokens)"),
        {"id": draft_id, "tokens": " ".join(dict.fromkeys(tokens(words)))},
    )


def words_in(session: Session, query: str) -> list[Word]:
    """The words of a query that can be searched for."""
    found = [word for word in normal(query).split() if _RUNS.search(word)]
    units = _unit_names(session) if found else {}
    return [
        Word(word, [unit_id for unit_id, names in units.items() if word in names]) for word in found
    ]


def holding(words: Iterable[Word], span: tuple[int, int] | None = None) -> list[Condition]:
    """Conditions on drafts: each word stands in the text or in a unit's name.

    With a span they hold only for drafts whose ids are in it, both ends included.
    """
    return [_holding(word, span) for word in words]


def reach(session: Session, words: Iterable[Word], hits: int) -> int | None:
    """Among how many of the last drafts the index sees so many hits; None where it has fewer."""
    matches = [_match(word.text) for word in words if not word.unit_ids]
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
    table = select(_ROWID).select_from(text("draft_search"))
    return table.where(literal_column("draft_search").bool_op("MATCH")(match))


def _unit_names(session: Session) -> dict[int, str]:
    rows = session.execute(select(models.Unit.id, models.Unit.name, models.Unit.short))
    return {unit_id: normal(f"{name}\n{short}") for unit_id, name, short in rows}


def _holding(word: Word, span: tuple[int, int] | None) -> Condition:
    hits = _hits(_match(word.text))
    sent = select(models.DraftUnit.draft_id).where(models.DraftUnit.unit_id.in_(word.unit_ids))
    if span:
        hits = hits.where(_ROWID.between(*span))
        sent = sent.where(models.DraftUnit.draft_id.between(*span))
    in_text: Condition = models.Draft.id.in_(hits)
    if not _is_token(word.text):
        verified = select(models.DraftSearch.draft_id).where(
            models.DraftSearch.draft_id.in_(hits),
            func.instr(models.DraftSearch.words, word.text) > 0,
        )
        in_text = models.Draft.id.in_(verified)
    return or_(in_text, models.Draft.id.in_(sent)) if word.unit_ids else in_text


def _is_token(word: str) -> bool:
    """Whether the index alone answers for a word."""
    run = _RUNS.fullmatch(word)
    return bool(run) and (word.isascii() or len(word) <= _PAIR)


def _match(word: str) -> str:
    """The FTS5 expression for the tokens of a word; the last of each run may go on."""
    parts: list[str] = []
    for run in _RUNS.findall(word):
        whole = run.isascii() or len(run) == 1
        pairs = [run] if whole else [run[at : at + _PAIR] for at in range(len(run) - 1)]
        parts.extend(f'"{pair}"' for pair in pairs)
        if whole:
            parts[-1] += "*"
    return " AND ".join(parts)
