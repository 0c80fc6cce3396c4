"""Use cases: gather what approval slips show, and note that they were printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desk.approval_queue import SLIP_OUT
from desk.approvals import Approval, Stage, Step, Verdict
from desk.auditing import By, note
from desk.body import Picture
from desk.drafts import Draft
from desk.inquiries import Answer, asked_about
from desk.knowing import unit_names
from desk.office_clock import day_of, office_time
from desk.reports.approval_slip import Box, Slip
from desk.settings import Settings
from desk.store import Store, Work
from desk.ways import active_lanes, proposed, signed

_BLANK = (Stage("审核"), Stage("审签"))  # where the office has no lane yet


@dataclass(frozen=True, slots=True)
class Slips:
    """Slips to print, and the pictures of their texts by digest."""

    slips: tuple[Slip, ...]
    pictures: dict[str, bytes]

    @property
    def name(self) -> str:
        """What a file of them is called."""
        if len(self.slips) == 1:
            return f"审签单　{self.slips[0].title[:40]}"
        return f"审签单　{len(self.slips)} 篇　{office_time(self.slips[0].printed):%Y-%m-%d}"


def slips_of(store: Store, draft_ids: Sequence[int], settings: Settings, *, by: By) -> Slips:
    """The slips of some drafts as they stand, in this order."""
    with store.read() as work:
        drafts = work.drafts.several(draft_ids)
        slips = tuple(_slip(work, draft, settings, by) for draft in drafts)
        digests = {
            block.digest
            for draft in drafts
            for block in draft.body.blocks
            if isinstance(block, Picture)
        }
        return Slips(slips, {digest: work.files.get(digest) for digest in sorted(digests)})


def note_printed(store: Store, draft_ids: Sequence[int], *, by: By) -> None:
    """Write down that slips were printed: they are out to be signed."""
    with store.begin() as work:
        for draft_id in draft_ids:
            note(work, by, SLIP_OUT, f"draft:{draft_id}")


def _slip(work: Work, draft: Draft, settings: Settings, by: By) -> Slip:
    ways = work.approvals.of(draft.id)
    way = ways[-1] if ways else None
    again = f"（第 {len(ways)} 次送审）" if len(ways) > 1 else ""
    return Slip(
        settings.office,
        draft.title,
        draft.body,
        by.now,
        _boxes(work, draft, way),
        number=f"{office_time(draft.received).year}-{draft.id:06d}{again}",
        units=unit_names(work, draft),
        author=draft.author,
        phone=draft.phone,
        kind=str(draft.kind or ""),
        urgency=str(draft.urgency),
        secrecy=str(draft.secrecy),
        scope=str(draft.scope),
        publication=_publications(work, draft),
        lane=way.lane if way else _proposed_name(work, draft),
        characters=len(re.sub(r"\s", "", draft.body.text)),
        editor=draft.holder or work.drafts.last_revision(draft.id).who,
        reviewer=settings.reviewer,
        verified=verified_words(work, draft),
        key=str(draft.id),
    )


def verified_words(work: Work, draft: Draft) -> str:
    """How many facts the unit was asked about, and what it said."""
    found = asked_about(work, draft)
    if not found:
        return ""
    counts = {answer: sum(one.answer is answer for one in found) for answer in Answer}
    parts = "、".join(f"{answer} {count} 项" for answer, count in counts.items() if count)
    return f"已向单位核实 {len(found)} 项：{parts}"


def _boxes(work: Work, draft: Draft, way: Approval | None) -> tuple[Box, ...]:
    if way is not None:
        return tuple(_box(step) for step in way.steps)
    lane = proposed(active_lanes(work), draft.kind)
    stages = lane.stages if lane else _BLANK
    return tuple(Box(one.name, one.signer) for one in stages if not one.only_if_asked)


def _box(step: Step) -> Box:
    if step.verdict is Verdict.OPEN or step.done is None:
        return Box(step.stage.name, step.asked)
    opinion = step.opinion or str(step.verdict)
    if step.verdict is Verdict.RETURNED and step.opinion:
        opinion = f"{step.verdict}：{step.opinion}"
    day = step.signed_on or day_of(step.done)
    return Box(step.stage.name, step.asked, opinion, signed(step), day)


def _publications(work: Work, draft: Draft) -> str:
    """What it was made for, or where it stands already: 《政务信息》信息."""
    catalogue = {one.id: one for one in work.catalogue.publications()}
    meant = catalogue.get(draft.carrier_id or 0)
    found = [f"《{meant.name}》"] if meant else []
    for issue in work.issues.holding(draft.id):
        publication = catalogue[issue.publication_id]
        entry = next(one for one in issue.entries if one.draft_id == draft.id)
        section = publication.section(entry.section_id)
        found.append(f"《{publication.name}》{section.name if section else ''}")
    return "、".join(dict.fromkeys(found))


def _proposed_name(work: Work, draft: Draft) -> str:
    lane = proposed(active_lanes(work), draft.kind)
    return lane.name if lane else ""
