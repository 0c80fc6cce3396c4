"""Bulletins and their texts as rows: passages, reasons and options are JSON."""

import json

from db import bulletin_models as models
from db.bodies import dump
from desk.bulletins.bulletin import Bulletin, Kept, State, Text, Version
from desk.bulletins.options import BulletinOptions
from desk.bulletins.passage import Passage
from desk.canonical import plain, value_from
from desk.scoring.clauses.clause import Span
from desk.surveys.stretch import Stretch

_TITLE_CHARACTERS = 120


def write(row: models.Bulletin, bulletin: Bulletin) -> None:
    """Write a bulletin into its row."""
    stretch = bulletin.stretch
    row.key, row.first, row.last = stretch.file_key, stretch.first, stretch.last
    row.name, row.span = stretch.name, stretch.span.value if stretch.span else ""
    row.template_key = bulletin.template_key
    row.changed, row.changed_by = bulletin.changed, bulletin.changed_by
    row.generation, row.state = bulletin.generation, bulletin.state.value
    row.pdf, row.docx = bulletin.pdf, bulletin.docx
    row.finished, row.finished_by = bulletin.finished, bulletin.finished_by
    write_text(row, bulletin.text)


def write_text(row: models.Bulletin | models.BulletinVersion, text: Text) -> None:
    """Write a text into a row of its own or of its bulletin."""
    row.title = text.title[:_TITLE_CHARACTERS]  # to be read in lists; the text has it whole
    row.number, row.template = text.number, text.template
    row.passages, row.kept = dump(plain(text.passages)), dump(plain(text.kept))
    row.options = dump(plain(text.options))


def bulletin(row: models.Bulletin) -> Bulletin:
    """The bulletin of a row."""
    span = Span(row.span) if row.span else None
    return Bulletin(
        Stretch(row.first, row.last, row.name, row.key if span else "", span),
        _text(row),
        row.template_key,
        row.made,
        row.made_by,
        row.changed,
        row.changed_by,
        row.generation,
        State(row.state),
        row.pdf,
        row.docx,
        row.finished,
        row.finished_by,
        row.id,
    )


def version(row: models.BulletinVersion) -> Version:
    """The earlier text of a row."""
    return Version(row.generation, _text(row), row.changed, row.changed_by)


def _text(row: models.Bulletin | models.BulletinVersion) -> Text:
    return Text(
        value_from(json.loads(row.passages), tuple[Passage, ...]),
        value_from(json.loads(row.options), BulletinOptions),
        row.template,
        row.number,
        value_from(json.loads(row.kept), tuple[Kept, ...]),
    )
