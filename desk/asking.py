"""Use case: a unit was asked to complete or verify what it sent."""

from desk.auditing import By, note
from desk.errors import DeskError
from desk.store import Store

ASKED = "请单位补充核实"


def asked(store: Store, draft_id: int, text: str, *, by: By) -> None:
    """Keep in a draft's record what its unit was asked; raises DeskError for an empty text."""
    if not text.strip():
        raise DeskError("没有要问单位的内容。请先写上要补充、核实的事项。")
    with store.begin() as work:
        draft = work.drafts.get(draft_id)
        note(work, by, ASKED, f"draft:{draft.id}", text.strip())
