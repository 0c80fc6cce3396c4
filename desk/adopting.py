"""What releasing an issue books in the ledger, and what taking it back does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from desk.compiling import correction_of, label_of
from desk.detailing import particulars_of
from desk.drafts import Channel, Draft
from desk.facts import Fact, FactKind, reversals
from desk.issues import Issue
from desk.parts import PartRole, credit_by_unit
from desk.store import Work

_MADE = (Channel.COMPOSITE, Channel.VERSION)  # of what may have parts


def source_of(issue: Issue) -> str:
    """The name under which an issue books facts."""
    return f"issue:{issue.id}"


def numbered(issue: Issue) -> str:
    """An issue as its facts name it: 第36期, 增刊第1期, 第36期（更正）."""
    corrected = correction_of(issue)
    return f"{label_of(issue)}（{corrected}）" if corrected else label_of(issue)


def adoptions(work: Work, issue: Issue) -> Iterator[Fact]:
    """What releasing an issue books: one adoption for every unit behind every entry.

    Of a version the item is that of its original, so that all adoptions of an item are known.
    """
    of_day = work.issues.get(issue.corrects).day if issue.corrects else None
    drafts = work.drafts.several([entry.draft_id for entry in issue.entries])
    for at, (entry, draft) in enumerate(zip(issue.entries, drafts, strict=True)):
        credit, asked = credit_of(work, draft), _asked(work, draft)
        told = particulars_of(draft, draft.body, first=at == 0)
        for unit_id in draft.unit_ids:
            part, portion = credit.get(unit_id, (None, None))
            yield Fact(
                FactKind.ADOPTION,
                issue.day,
                unit_id,
                draft.title,
                source_of(issue),
                publication_id=issue.publication_id,
                section_id=entry.section_id,
                role=entry.role,
                shares=len(draft.unit_ids),
                issue_number=numbered(issue),
                item_id=draft.item_id,
                part=part,
                portion=portion,
                of_day=of_day,
                particulars=replace(told, commissioned=told.commissioned or unit_id in asked),
            )


def _asked(work: Work, draft: Draft) -> frozenset[int]:
    """The units whose own draft behind a version or composite answers a commission."""
    if draft.channel not in _MADE:
        return frozenset()
    ids = [part.draft_id for part in work.parts.of(draft.item_id)]
    behind = work.drafts.several([draft.item_id, *ids])
    asked = (one.unit_ids for one in behind if one.channel is Channel.COMMISSION)
    return frozenset(unit_id for units in asked for unit_id in units)


def credit_of(work: Work, draft: Draft) -> dict[int, tuple[PartRole, Fraction]]:
    """What each unit is to a composite, and its share; nothing for another item."""
    if draft.channel not in _MADE:
        return {}
    parts = work.parts.of(draft.item_id)
    drafts = work.drafts.several([part.draft_id for part in parts])
    return credit_by_unit(parts, {draft.id: draft.unit_ids for draft in drafts})


def taken_back(
    work: Work, issue: Issue, day: date, source: str, why: str, who: str = ""
) -> list[Fact]:
    """What takes back all that an issue has booked and that nothing has taken back yet.

    Nothing is taken back before it was booked.
    """
    booked = work.ledger.booked(source_of(issue))
    gone = {fact.reverses for fact in booked}
    own = [one for one in booked if one.source == source_of(issue) and one.id not in gone]
    return [back for one in own for back in reversals([one], max(day, one.day), source, why, who)]
