"""From a read document to what it says: pure, given the registry and the day it came."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from desk.body import Body, Picture, Run
from desk.dates import full_date
from desk.drafts import Kind
from desk.intake.document import Block, Grid, Line, ReadDocument
from desk.intake.recognition import marks
from desk.intake.recognition.captions import Item, captioned
from desk.intake.recognition.carried import Carrier, carried_unit
from desk.intake.recognition.contents import (
    is_attachment_head,
    is_attachment_list,
    joined_attachments,
    without_contents,
)
from desk.intake.recognition.evidence import Evidence
from desk.intake.recognition.fill_in import FilledIn, filled_in
from desk.intake.recognition.forms import cell_text, read_form
from desk.intake.recognition.head import Head
from desk.intake.recognition.kinds import cued_kind, reported_kind
from desk.intake.recognition.label_words import Label
from desk.intake.recognition.labels import Labelled, labels, word_label
from desk.intake.recognition.recognised import Recognised
from desk.intake.recognition.registry import Match, Names
from desk.intake.recognition.running import event_date, lead_author, to_body
from desk.intake.recognition.tail import without_tail

_HEAD = 6  # blocks of a head
_ATTACHMENT = "附件"


def recognise(
    document: ReadDocument, names: Names, *, name: str, folder: str = "", near: date
) -> Recognised:
    """Recognise a document that came as file ``name`` on the day ``near``."""
    evidence = Evidence(names, near)
    carrier = Carrier(document, name, folder)
    _take_carrier(carrier, evidence)
    form = filled_in(document.blocks)
    if form is not None:
        _take_form(form, evidence)
    blocks, had_contents = without_contents(list(form.below if form else document.blocks))
    blocks = joined_attachments(_without_forms(blocks, evidence))
    items, captions = captioned(blocks)
    head = Head(items, evidence, PurePath(name).stem)
    head.read()
    body = to_body(_without_end(head.rest, evidence))
    units, unit_note = _units(carrier, evidence, head.title or "")
    is_signed = bool(units.unit_ids) and "unit_ids" not in evidence.doubts
    report_date = evidence.report_date() or document.sent
    secrecy, urgency = evidence.grades()
    found = Recognised(
        body=body,
        title=head.title,
        unit_ids=units.unit_ids,
        unknown_units=units.unknown,
        author=evidence.author() or lead_author(body),
        phone=evidence.phone(),
        approver=evidence.approver(),
        event_date=_event_date(evidence, body, report_date),
        report_date=report_date,
        kind=_kind(evidence, head.title or ""),
        urgency=urgency,
        secrecy=secrecy,
        captions=tuple(captions),
        footnotes=document.footnotes,
        notes=(
            *document.notes,
            *_pictures_alone(body),
            *_notes(units, unit_note, evidence, had_contents=had_contents),
        ),
        signed_as="" if is_signed else next(iter(units.unknown), carrier.address),
    )
    told = frozenset(name for name in evidence.doubts if getattr(found, name))
    return replace(found, doubts=told)


def _take_form(form: FilledIn, evidence: Evidence) -> None:
    """Take the fields of the office's own form as they are written."""
    evidence.is_own_form = True
    evidence.labelled += form.labelled
    for block in form.above:
        if isinstance(block, Line):
            evidence.mark(block.text)


def _take_carrier(carrier: Carrier, evidence: Evidence) -> None:
    """Take what stands beside the text: marks in names, page margins, a sheet's cells."""
    for text in carrier.marked():
        for mark in marks.named_marks(text):
            evidence.mark(mark)
    for word, text in carrier.document.labels:
        label = word_label(word)
        if label is not None and text.strip():
            evidence.labelled.append(Labelled(label, text.strip(), word))
    for text in carrier.document.margins:
        evidence.margin(text)
    for line in _lines(carrier.document.blocks):
        if marks.starred(line.text):
            evidence.mark(line.text)


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """All lines, those of tables too."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        elif isinstance(block, Grid):
            yield from (line for row in block.rows for cell in row for line in cell)


def _without_forms(blocks: list[Block], evidence: Evidence) -> list[Block]:
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


def _without_end(items: list[Item], evidence: Evidence) -> list[Item]:
    """The items without signature block and list of attachments; attached text stays behind."""
    attached = (place for place, item in enumerate(items) if _begins_attachment(item))
    end = next((place for place in attached if place), len(items))
    running: list[Item] = []
    for item in items[:end]:
        if isinstance(item, Line) and is_attachment_list(item):
            evidence.labelled += labels(item.text) or [_attached(item.text)]
        else:
            running.append(item)
    return without_tail(running, evidence) + items[end + 1 :]


def _begins_attachment(item: Item) -> bool:
    return isinstance(item, Line) and is_attachment_head(item)


def _attached(text: str) -> Labelled:
    """A list of attachments too long for a line of labels."""
    return Labelled(Label.OTHER, text.partition("：")[2].strip(), _ATTACHMENT)


def _units(carrier: Carrier, evidence: Evidence, title: str) -> tuple[Match, str]:
    """What the text names, else what carried it; with a note where it was inferred."""
    found = evidence.units()
    if found.unit_ids:
        return found, ""
    is_spoken_of = not found.unknown and evidence.names.at_start(title) is not None
    carried = carried_unit(carrier, evidence.names, title if is_spoken_of else "")
    if carried is None:
        return found, ""
    unit_id, how = carried
    evidence.doubts.add("unit_ids")
    return Match(
        (unit_id,), found.unknown
    ), f"稿件里没有写明报送单位，单位是按{how}认定的，请核对。"


def _event_date(evidence: Evidence, body: Body, reported: date | None) -> date | None:
    labelled = evidence.event_date()
    if labelled:
        return labelled
    day, is_sure = event_date(body, reported, evidence.near)
    if not is_sure or evidence.is_own_form:
        evidence.doubts.add("event_date")
    return day


def _kind(evidence: Evidence, title: str) -> Kind | None:
    """The kind by label, by 首报 or 续报, else by the title's words."""
    kind = evidence.kind() or reported_kind(title, evidence.mast)
    if kind is None:
        evidence.doubts.add("kind")
    return kind or cued_kind(title)


def _pictures_alone(body: Body) -> tuple[str, ...]:
    """Say that a draft is a picture of its text."""
    pictures = sum(isinstance(block, Picture) for block in body.blocks)
    if body.text.strip() or not pictures:
        return ()
    return (f"没有文字，只有 {pictures} 张图片，可能是扫描件，请照着图片登记。",)


def _notes(units: Match, unit_note: str, evidence: Evidence, *, had_contents: bool) -> list[str]:
    """What the clerk should look at."""
    notes = [f"未识别单位“{name}”，请在“单位”栏选择。" for name in units.unknown]
    if unit_note:
        notes.append(unit_note)
    elif not units.unit_ids and not units.unknown:
        notes.append("稿件里没有写明报送单位，请在“单位”栏选择。")
    for day in sorted(evidence.ahead):
        said = full_date(day)
        notes.append(f"稿件写着“{said}”，远在收稿日之后，没有用作日期，请核对。")
    if had_contents:
        notes.append("目录没有读入正文。")
    attachments = [item for item in evidence.labelled if _is_attachment(item)]
    return notes + [f"附件说明：{item.text}" for item in attachments if item.text]


def _is_attachment(item: Labelled) -> bool:
    return item.label is Label.OTHER and item.word == _ATTACHMENT
