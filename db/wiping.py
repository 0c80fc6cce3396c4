"""Wipe what drafts say, and keep that they were: their rows, dates, units, points and print."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Select, delete, or_, select, update
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from db import models, search
from db.approval_models import Approval, ApprovalStep
from db.bodies import dump, from_json, to_json
from db.draft_rows import text_values
from db.inquiry_models import Inquiry
from db.sitting_models import Sitting
from desk.body import Picture, plain
from desk.drafts import Status

WIPED = plain("（正文已按保管期限销毁）")


def wipe(session: Session, draft_id: int, title: str) -> None:
    """Wipe text, original, pictures and all that repeats them; ``title`` stands from now on.

    Files that another draft or a printed issue uses stay; the saved texts keep their moments,
    which the statistics count by.
    """
    row = session.get_one(models.Draft, draft_id)
    files = {*_files(session, row), *_scans(session, draft_id)}
    body = to_json(WIPED)
    model = models.Revision
    session.execute(update(model).where(model.draft_id == draft_id).values(title=title, body=body))
    for name, value in text_values(title, WIPED, row.revision).items():
        setattr(row, name, value)
    row.original_name, row.original_digest, row.phone = "", "", ""
    row.notes = row.ticks = row.doubts = dump([])
    row.remark = row.signed_as = ""
    original = models.Original
    session.execute(update(original).where(original.draft_id == draft_id).values(body=body))
    for table in (models.Waiver, Inquiry, Sitting, models.Sketch):
        session.execute(delete(table).where(table.draft_id == draft_id))
    steps = update(ApprovalStep).where(ApprovalStep.approval_id.in_(_ways(draft_id)))
    session.execute(steps.values(opinion="", scan=""))
    like = models.Likeness
    session.execute(delete(like).where(or_(like.draft_id == draft_id, like.other_id == draft_id)))
    session.flush()
    search.forget(session, draft_id, title)
    for digest in files:
        if not _is_used(session, digest):
            session.execute(delete(models.File).where(models.File.digest == digest))


def settle(session: Session) -> None:
    """Merge the search index, which else keeps the words of what is wiped until later."""
    session.execute(sql("INSERT INTO draft_search(draft_search) VALUES ('optimize')"))


def _files(session: Session, row: models.Draft) -> Iterator[str]:
    """What only this draft may hold: its original, and pictures unless they were printed."""
    if row.original_digest:
        yield row.original_digest
    if row.status == Status.RELEASED:
        return
    original, saved = models.Original, models.Revision
    bodies: list[Iterable[str]] = [
        session.scalars(select(original.body).where(original.draft_id == row.id)),
        session.scalars(select(saved.body).where(saved.draft_id == row.id)),
    ]
    for some in bodies:
        for body in some:
            yield from (one.digest for one in from_json(body).blocks if isinstance(one, Picture))


def _ways(draft_id: int) -> Select[int]:
    """Its approvals: who decided what and when stays of them."""
    return select(Approval.id).where(Approval.draft_id == draft_id)


def _scans(session: Session, draft_id: int) -> Iterable[str]:
    """Its signed slips; the printed text is on them."""
    step = ApprovalStep
    wanted = select(step.scan).where(step.approval_id.in_(_ways(draft_id)), step.scan != "")
    return session.scalars(wanted)


def _is_used(session: Session, digest: str) -> bool:
    """Whether a draft, an issue or a matter still names these bytes."""
    places = (
        "SELECT 1 FROM drafts WHERE original_digest = :digest",
        "SELECT 1 FROM originals WHERE instr(body, :digest)",
        "SELECT 1 FROM revisions WHERE instr(body, :digest)",
        "SELECT 1 FROM issues WHERE :digest IN (pdf, docx, data)",
        "SELECT 1 FROM approval_steps WHERE scan = :digest",
        "SELECT 1 FROM matters WHERE instr(payload, :digest)",
    )
    wanted = sql(" UNION ALL ".join(places) + " LIMIT 1")
    return session.execute(wanted, {"digest": digest}).first() is not None
