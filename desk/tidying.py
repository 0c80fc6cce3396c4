"""Use cases: clean a draft's text as one revision, and take that back as one step."""

from dataclasses import replace

from desk.auditing import By, note
from desk.body import Body
from desk.drafts import Draft, Revision
from desk.editing import EDITABLE
from desk.errors import NotAllowedError
from desk.intake.cleaning.clean import NOTE, clean
from desk.store import Store, Work

TIDIED = "整理"
UNTIDIED = "撤销整理"


def tidied(work: Work, draft: Draft, by: By, whole: Body | None = None) -> Draft:
    """Write the clean text of a draft as a revision and its note; a clean text writes nothing.

    ``whole`` is its text with the lines joined of which the reader knew that they belong together.
    """
    joined = draft.body if whole is None else whole
    cleaned = clean(joined, joints=len(draft.body.blocks) - len(joined.blocks))
    if not cleaned.notes:
        return draft
    changed = replace(draft, body=cleaned.body, notes=(*_other_notes(draft), *cleaned.notes))
    return work.drafts.revise(changed, _revision(changed, TIDIED, by))


def tidy(store: Store, draft_id: int, *, by: By) -> Draft:
    """Clean a text again, at the clerk's wish; its status stays as it is."""
    with store.begin() as work:
        draft = _editable(work, draft_id)
        changed = tidied(work, draft, by)
        if changed is not draft:
            note(work, by, "整理文字", f"draft:{draft_id}", changed.notes[-1])
        return changed


def uncleaned(store: Store, draft_id: int, *, by: By) -> Draft:
    """Bring back the text as it was before cleaning.

    Raises NotAllowedError where nothing was cleaned, or the text was changed since then.
    """
    with store.begin() as work:
        draft = _editable(work, draft_id)
        before, after = _around_tidying(work, draft)
        if draft.body != after.body:
            raise NotAllowedError(
                f"“{draft.title}”整理之后文字又改过，撤销整理会丢掉后来的改动，所以没有撤销。"
                f"确实要用整理前的文字，请在“版本”里恢复第 {before.number} 版。"
            )
        changed = replace(draft, body=before.body, notes=_other_notes(draft))
        note(work, by, UNTIDIED, f"draft:{draft_id}")
        return work.drafts.revise(changed, _revision(changed, UNTIDIED, by))


def _editable(work: Work, draft_id: int) -> Draft:
    draft = work.drafts.get(draft_id)
    if draft.status not in EDITABLE:
        raise NotAllowedError(
            f"“{draft.title}”现在是“{draft.status}”，不能改动文字。要整理请先“退回修改”。"
        )
    return draft


def _around_tidying(work: Work, draft: Draft) -> tuple[Revision, Revision]:
    """The revisions before and after the last cleaning that was not taken back."""
    revisions = work.drafts.revisions(draft.id)
    places = [place for place, one in enumerate(revisions) if one.why in {TIDIED, UNTIDIED}]
    if not places or revisions[places[-1]].why == UNTIDIED:
        raise NotAllowedError(f"“{draft.title}”的文字没有整理过，不用撤销。")
    return revisions[places[-1] - 1], revisions[places[-1]]


def _other_notes(draft: Draft) -> tuple[str, ...]:
    """What the notes say beside what was cleaned."""
    return tuple(one for one in draft.notes if not one.startswith(NOTE))


def _revision(draft: Draft, why: str, by: By) -> Revision:
    return Revision(0, by.now, by.who, why, draft.title, draft.body)
