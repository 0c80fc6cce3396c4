"""Use cases: an item's texts for several publications (刊物版), one item for scoring."""

from dataclasses import dataclass, replace
from typing import Any

from desk.auditing import By, note
from desk.body import Body
from desk.compiling import publication_of
from desk.drafts import Channel, Draft, Original, Status
from desk.editing import in_correction, must_be_usable
from desk.errors import DeskError, NotAllowedError
from desk.publications import Publication
from desk.store import Store, Work

_FOLLOWED = (
    "received", "unit_ids", "author", "phone", "approver", "event_date", "report_date", "kind",
    "urgency", "secrecy", "scope", "topics",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A draft that was sent or made, with its texts for publications."""

    original: Draft
    versions: tuple[Draft, ...]

    @property
    def in_use(self) -> tuple[Draft, ...]:
        """The versions that were not put away."""
        return tuple(one for one in self.versions if one.status is not Status.FILED)

    def version_for(self, publication_id: int) -> Draft | None:
        """The version for a publication, if there is one in use."""
        return next((one for one in self.in_use if one.carrier_id == publication_id), None)


def item_of(work: Work, draft_id: int) -> Item:
    """The item a draft is, or is a version of; raises NotFoundError."""
    draft = work.drafts.get(draft_id)
    original = work.drafts.get(draft.version_of) if draft.version_of else draft
    return Item(original, tuple(work.drafts.versions(original.id)))


def texts(work: Work, draft: Draft) -> list[int]:
    """The ids by which a draft may stand in issues: its own, and those of its versions."""
    return [draft.id, *(version.id for version in work.drafts.versions(draft.id))]


def make(store: Store, draft_id: int, publication_id: int, *, by: By) -> Draft:
    """Make an item's text for a publication, shortened where that takes results only.

    One that was put away comes back as it was. Raises NotAllowedError.
    """
    with store.begin() as work:
        item = item_of(work, draft_id)
        publication = publication_of(work, publication_id)
        must_be_usable(item.original)
        held = next((one for one in item.versions if one.carrier_id == publication_id), None)
        if held is not None and held.status is not Status.FILED:
            raise NotAllowedError(f"“{held.title}”已经有《{publication.name}》版。请直接打开它。")
        if held is not None:
            made = replace(_like(held, item.original), status=Status.EDITING, holder=by.who)
            work.drafts.save(made)
        else:
            made = work.drafts.add(_made(item.original, publication, by), by.who)
        detail = f"《{publication.name}》版"
        note(work, by, "做刊物版", f"draft:{item.original.id}", detail)
        note(work, by, "做刊物版", f"draft:{made.id}", detail)
        return made


def put_away(store: Store, version_id: int, *, by: By) -> Status:
    """Take a version out of use; its text and record stay. Returns the status it had."""
    with store.begin() as work:
        version = _version(work, version_id)
        if version.status is Status.RELEASED:
            raise NotAllowedError(f"“{version.title}”这个刊物版已经印发，不能删除。")
        if any(not one.is_frozen for one in work.issues.holding(version_id)):
            raise NotAllowedError(
                f"“{version.title}”这个刊物版已编入一期刊物。请先在“编刊”里把它移出，再删除。"
            )
        if version.status is Status.SUBMITTED:
            raise NotAllowedError(f"“{version.title}”这个刊物版正在送审。请先退回修改，再删除。")
        work.drafts.save(replace(version, status=Status.FILED))
        _note_both(work, version, "删除刊物版", by)
        return version.status


def put_back(store: Store, version_id: int, status: Status, *, by: By) -> None:
    """Undo ``put_away``; raises NotAllowedError where its original was turned away since."""
    with store.begin() as work:
        version = _version(work, version_id)
        if version.status is Status.FILED:
            must_be_usable(work.drafts.get(version.version_of))
            work.drafts.save(replace(version, status=status))
            _note_both(work, version, "恢复刊物版", by)


def follow(work: Work, original: Draft) -> None:
    """Bring what versions have from their original up to date; printed ones stay as they are."""
    if original.version_of:
        return
    for version in work.drafts.versions(original.id):
        like = _like(version, original)
        is_open = version.status is not Status.RELEASED or in_correction(work, version)
        if is_open and like != version:
            work.drafts.save(like)


def _made(original: Draft, publication: Publication, by: By) -> Draft:
    from desk.shortening import shortened  # noqa: PLC0415 - heavy, loaded on use

    body = _unmarked(original.body)
    text = shortened(original.title, body, publication) if publication.results_only else body
    return Draft(
        title=original.title,
        body=text,
        original=Original("", "", body),
        channel=Channel.VERSION,
        status=Status.EDITING,
        is_read=True,
        holder=original.holder or by.who,
        version_of=original.id,
        carrier_id=publication.id,
        **_followed(original),
    )


def _like(version: Draft, original: Draft) -> Draft:
    return replace(version, **_followed(original))


def _followed(original: Draft) -> dict[str, Any]:
    """What all texts of an item share."""
    return {name: getattr(original, name) for name in _FOLLOWED}


def _unmarked(body: Body) -> Body:
    """The text without its sources: those are the composite's."""
    return Body(tuple(replace(block, source=0) for block in body.blocks))


def _version(work: Work, version_id: int) -> Draft:
    version = work.drafts.get(version_id)
    if not version.version_of:
        raise DeskError(f"“{version.title}”是来稿本身，不是刊物版。")
    return version


def _note_both(work: Work, version: Draft, action: str, by: By) -> None:
    detail = f"《{publication_of(work, version.carrier_id).name}》版"
    for draft_id in (version.version_of, version.id):
        note(work, by, action, f"draft:{draft_id}", detail)
