"""Use cases on an open issue: start it, number it, place drafts, see what it would print."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desk.auditing import By, note
from desk.body import Picture
from desk.candidates import Candidate
from desk.drafts import Channel, Draft, Status
from desk.errors import DeskError, NotAllowedError, NotFoundError
from desk.issues import Entry, Issue, Matter, Role, Series
from desk.layout.content import IssueContent, ItemContent, SectionContent
from desk.numbering import (
    Taken,
    counted_in,
    has_total,
    newly_left_out,
    row_of,
    taken,
    total_row,
)
from desk.publications import Publication, Recipient, Signature
from desk.settings import Settings
from desk.store import Store, Work

PRINTABLE = (Status.READY, Status.RELEASED)
_TRIES = 3


def new_issue(
    store: Store,
    publication_id: int,
    day: date,
    series: Series = Series.REGULAR,
    *,
    by: By,
) -> Issue:
    """Start the next issue of a series; 期号 counts in the year, 总期号 on and on."""
    for tries_left in range(_TRIES, 0, -1):
        try:
            with store.begin() as work:
                publication = publication_of(work, publication_id)
                return start(work, publication, day, series, by=by)
        except NotAllowedError:  # another window took the number just now, or it is refused again
            if tries_left == 1:
                raise
    raise AssertionError


def start(
    work: Work, publication: Publication, day: date, series: Series, *, by: By, number: int = 0
) -> Issue:
    """Start an issue inside a unit of work, as ``new_issue`` does.

    A ``number`` asks for one that was left out, to fill the gap.
    """
    if not publication.template:
        raise NotAllowedError(
            f"《{publication.name}》没有版式，不能在这里编刊。请在“资料”里给它选一个版式。"
        )
    matter = Matter(label="" if series is Series.REGULAR else series.value)
    series = counted_in(publication.numbering, series)
    have = taken(work, publication, row_of(publication, series, day))
    if number and (
        number in have.numbers or newly_left_out(have.numbers, {*have.numbers, number}, 0)
    ):
        raise DeskError(f"{have.call([number])}不能用：它已经有了，或者中间会空号。请换一个期号。")
    total = _next_total(work, publication, series, have, number)
    started = Issue(publication.id, number or have.next, total, day, series=series, matter=matter)
    issue = work.issues.save(started)
    note(work, by, "新建一期", f"issue:{issue.id}", name_of(publication, issue))
    return issue


def _next_total(
    work: Work, publication: Publication, series: Series, have: Taken, number: int
) -> int:
    """The next 总期号; for an issue that fills a ``number`` the one beside its neighbours."""
    if not has_total(publication.numbering, series):
        return 0
    totals = taken(work, publication, total_row(publication))
    below = [one for at, one in have.issues.items() if at < number]
    above = [one for at, one in have.issues.items() if number and at > number]
    beside = [max(below, key=lambda one: one.number).total + 1] if below and above else []
    beside += [min(above, key=lambda one: one.number).total - 1] if above else []
    free = (one for one in beside if one > 0 and one not in totals.numbers)
    return next(free, totals.next)


def arrange(store: Store, issue_id: int, entries: Sequence[Entry], *, by: By) -> Issue:
    """Make these the entries of an issue: by section, and in this order in each."""
    with store.begin() as work:
        issue = open_issue(work, issue_id)
        publication = publication_of(work, issue.publication_id)
        _check_entries(work, publication, entries)
        places = [section.id for section in publication.sections]
        printed = sorted(entries, key=lambda entry: places.index(entry.section_id))
        changed = work.issues.save(replace(issue, entries=tuple(printed)))
        note(work, by, "编排条目", f"issue:{issue_id}", f"{len(entries)} 条")
        return changed


def _check_entries(work: Work, publication: Publication, entries: Sequence[Entry]) -> None:
    if len({entry.draft_id for entry in entries}) != len(entries):
        raise DeskError("同一条来稿在一期里只能出现一次。")
    drafts = work.drafts.several([entry.draft_id for entry in entries])
    for draft in drafts:
        _must_be_for(publication, draft)
    if len({draft.item_id for draft in drafts}) != len(drafts):
        raise DeskError("同一条信息的原稿件和刊物版不能编在同一期里。请只留一个。")
    for entry, draft in zip(entries, drafts, strict=True):
        if draft.status not in PRINTABLE:
            raise NotAllowedError(f"“{draft.title}”还没有审签通过，不能编入。请先在“编辑”里送审。")
        if publication.section(entry.section_id) is None:
            raise NotFoundError(f"《{publication.name}》没有这个栏目。请刷新后再试。")


def _must_be_for(publication: Publication, draft: Draft) -> None:
    if draft.carrier_id not in (0, publication.id):
        raise NotAllowedError(
            f"“{draft.title}”是为别的刊物做的一版，不能编入《{publication.name}》。"
            f"请选它的原稿件，或者先做《{publication.name}》版。"
        )


def entry_of(
    draft: Draft | Candidate, section_id: int, original: Draft | Candidate | None = None
) -> Entry:
    """A draft placed in a section; several units make it 联合, several drafts 综合.

    Of a version ``original`` is the item it was made of.
    """
    role = Role.JOINT if len(draft.unit_ids) > 1 else Role.SINGLE
    if (original or draft).channel is Channel.COMPOSITE:
        role = Role.COMPOSITE
    return Entry(draft.id, section_id, role)


def open_issue(work: Work, issue_id: int) -> Issue:
    """An issue that may still change. Raises NotAllowedError once it is released."""
    issue = work.issues.get(issue_id)
    if issue.is_frozen:
        raise NotAllowedError(f"第{issue.number}期已经{str(issue.status)[1:]}，内容不能再改。")
    return issue


def publication_of(work: Work, publication_id: int) -> Publication:
    """A publication by its id. Raises NotFoundError."""
    for publication in work.catalogue.publications():
        if publication.id == publication_id:
            return publication
    raise NotFoundError("没有找到这种刊物。请刷新后再试。")


def name_of(publication: Publication, issue: Issue) -> str:
    """An issue as the office calls it: 《政务信息》2026年第12期, 《政务信息》2026年增刊第1期."""
    corrected = correction_of(issue)
    named = f"《{publication.name}》{issue.year}年{label_of(issue)}"
    return f"{named}（{corrected}）" if corrected else named


def label_of(issue: Issue) -> str:
    """Its number as printed: 第12期, 增刊第1期."""
    return f"{issue.matter.label}第{issue.number}期"


def correction_of(issue: Issue) -> str:
    """What a correction is called beside its number: 更正, 第2次更正; "" of another issue."""
    if issue.revision > 1:
        return f"第{issue.revision}次更正"
    return "更正" if issue.revision else ""


def content_of(work: Work, issue: Issue, settings: Settings) -> IssueContent:
    """What the issue prints: its own matter, else the publication's, else the office's."""
    publication = publication_of(work, issue.publication_id)
    matter, look = issue.matter, publication.appearance
    signature = signature_of(publication, issue, settings)
    mark = publication.mark or settings.mark if matter.mark is None else matter.mark
    return IssueContent(
        template=publication.template,
        name=publication.name,
        number=issue.number,
        total=issue.total,
        day=issue.day,
        issuer=settings.office,
        sections=_sections(work, publication, issue),
        secrecy=mark,
        note=matter.note,
        note_label=matter.note_label,
        instruction=matter.instruction,
        instruction_label=matter.instruction_label,
        series=matter.label,
        correction=correction_of(issue),
        editors=signature.editors,
        reviewer=signature.reviewer,
        signer=signature.signer,
        send_to=publication.send_to if matter.send_to is None else matter.send_to,
        copies=copies_of(publication, issue),
        appearance=replace(look, contents=matter.contents or look.contents),
    )


def copies_of(publication: Publication, issue: Issue) -> int:
    """How many copies are printed (共印份数): the issue's own number, else the publication's."""
    own = issue.matter.copies
    return publication.copies if own is None else own


def recipients_of(publication: Publication, issue: Issue) -> tuple[Recipient, ...]:
    """Who gets the issue: its own list, else the publication's."""
    own = issue.matter.recipients
    return publication.recipients if own is None else own


def readers_of(publication: Publication, issue: Issue) -> str:
    """Who may know the issue (知悉范围): its own words, else the publication's."""
    return issue.matter.readers or publication.readers


def signature_of(publication: Publication, issue: Issue, settings: Settings) -> Signature:
    """The names at the foot: the issue's own, else the usual ones."""
    mine, usual = issue.matter.signature, usual_signature(publication, settings)
    return Signature(
        mine.editors or usual.editors,
        mine.reviewer or usual.reviewer,
        mine.signer or usual.signer,
    )


def usual_signature(publication: Publication, settings: Settings) -> Signature:
    """The names of a publication, else the office's."""
    own = publication.signature
    return Signature(
        own.editors or settings.editor,
        own.reviewer or settings.reviewer,
        own.signer or settings.signer,
    )


def _sections(work: Work, publication: Publication, issue: Issue) -> tuple[SectionContent, ...]:
    units = {unit.id: unit.short for unit in work.registry.units()}
    drafts = work.drafts.several([entry.draft_id for entry in issue.entries])
    headings = dict(issue.matter.headings)
    filled = []
    for section in publication.sections:
        items = tuple(
            _item(draft, units, entry.heading)
            for entry, draft in zip(issue.entries, drafts, strict=True)
            if entry.section_id == section.id
        )
        if items:
            filled.append(SectionContent(section.name, items, headings.get(section.id, "")))
    return tuple(filled)


def _item(draft: Draft, units: dict[int, str], heading: str) -> ItemContent:
    names = tuple(units[unit_id] for unit_id in draft.unit_ids if unit_id in units)
    return ItemContent(heading or draft.title, draft.body, names, str(draft.id))


def pictures_of(work: Work, content: IssueContent) -> dict[str, bytes]:
    """The bytes of every picture an issue prints, by digest."""
    digests = {
        block.digest
        for section in content.sections
        for item in section.items
        for block in item.body.blocks
        if isinstance(block, Picture)
    }
    return {digest: work.files.get(digest) for digest in sorted(digests)}
