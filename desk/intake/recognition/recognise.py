"""From a read document to what it says: pure, given the registry and the day it came."""

from datetime import date
from pathlib import PurePath

from desk.body import Run
from desk.intake.document import Block, Grid, Line, ReadDocument
from desk.intake.recognition import marks
from desk.intake.recognition.captions import captioned
from desk.intake.recognition.evidence import Evidence
from desk.intake.recognition.forms import cell_text, read_form
from desk.intake.recognition.head import Head
from desk.intake.recognition.labels import Label, Labelled
from desk.intake.recognition.recognised import Recognised
from desk.intake.recognition.registry import Match, Names
from desk.intake.recognition.running import event_date, lead_author, to_body
from desk.intake.recognition.tail import without_tail

_HEAD = 6  # blocks of a head


def recognise(
    document: ReadDocument, names: Names, *, name: str, folder: str = "", near: date
) -> Recognised:
    """Recognise a document that came as file ``name`` on the day ``near``."""
    evidence = Evidence(names, near)
    for text in (*document.margins, *marks.named_marks(name)):
        evidence.mark(text)
    blocks = _without_forms(document.blocks, evidence)
    items, captions = captioned(blocks)
    head = Head(items, evidence, PurePath(name).stem)
    head.read()
    body = to_body(without_tail(head.rest, evidence))
    units = _units(evidence, PurePath(name).stem, folder)
    secrecy, urgency = evidence.grades()
    report_date = evidence.report_date()
    return Recognised(
        body=body,
        title=head.title,
        unit_ids=units.unit_ids,
        unknown_units=units.unknown,
        author=evidence.author() or lead_author(body),
        phone=evidence.phone(),
        approver=evidence.approver(),
        event_date=evidence.event_date() or event_date(body, report_date, near),
        report_date=report_date,
        kind=evidence.kind(),
        urgency=urgency,
        secrecy=secrecy,
        captions=tuple(captions),
        footnotes=document.footnotes,
        notes=(*document.notes, *_notes(units, evidence)),
    )


def _without_forms(blocks: tuple[Block, ...], evidence: Evidence) -> list[Block]:
    """The blocks with each form replaced by the text that stood in it."""
    kept: list[Block] = []
    for block in blocks:
        form = read_form(block) if isinstance(block, Grid) else None
        if form is None:
            at_head = len(kept) < _HEAD
            kept.append(_one_line(block) if isinstance(block, Grid) and at_head else block)
            continue
        evidence.labelled += form.labelled
        kept += [line for line in form.body if isinstance(line, Line)]
    return kept


def _one_line(grid: Grid) -> Block:
    """A table of one row at the head, which only sets an office and a date apart, as a line."""
    if len(grid.rows) > 1:
        return grid
    return Line((Run("　　".join(filter(None, map(cell_text, grid.rows[0])))),))


def _units(evidence: Evidence, stem: str, folder: str) -> Match:
    """What the text names; only a text that names nobody goes by its file and folder."""
    found = evidence.units()
    if found.unit_ids or found.unknown:
        return found
    unit_id = evidence.names.in_file_name(stem) or evidence.names.one(folder)
    return Match((unit_id,)) if unit_id else found


def _notes(units: Match, evidence: Evidence) -> list[str]:
    """What the clerk should look at."""
    notes = [f"未识别单位“{name}”，请在“单位”栏选择。" for name in units.unknown]
    if not units.unit_ids and not units.unknown:
        notes.append("稿件里没有写明报送单位，请在“单位”栏选择。")
    attachments = [item for item in evidence.labelled if _is_attachment(item)]
    return notes + [f"附件说明：{item.text}" for item in attachments if item.text]


def _is_attachment(item: Labelled) -> bool:
    return item.label is Label.OTHER and item.word == "附件"
