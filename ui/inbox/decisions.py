"""Decide on several drafts at once, with a way back and a text for their units."""

from collections.abc import Sequence
from functools import partial

from desk import deciding
from desk.deciding import Former
from desk.drafts import Status
from desk.reports.letter import Letter
from ui.leaving import copy_plain
from ui.messages import Offer
from ui.session import Session, Topic, Undo

_NAMED = 3  # units that a note names


def decide(
    session: Session, draft_ids: Sequence[int], target: Status, reason: str = "", remark: str = ""
) -> None:
    """Turn drafts away; 撤销 gives each the status it had, 复制反馈 tells their units."""
    before: list[Former] = []
    ids, store, by = list(draft_ids), session.store, session.by

    def turn_away() -> None:
        before.extend(deciding.decide(store, ids, target, by=by(), reason=reason, remark=remark))

    session.do(
        turn_away,
        Topic.DRAFTS,
        note=f"已将 {len(ids)} 篇稿件改为“{target}”",
        undo=Undo(
            lambda: deciding.put_back(store, before, by=by()),
            f"已恢复 {len(ids)} 篇稿件原来的状态",
            feedback_of(session, ids),
        ),
    )


def feedback_of(session: Session, draft_ids: Sequence[int]) -> Offer:
    """Offer what the units of some drafts are told."""
    return Offer("复制反馈", partial(copy_feedback, session, draft_ids))


def copy_feedback(session: Session, draft_ids: Sequence[int]) -> None:
    """Put what became of some drafts on the clipboard, a letter for each unit."""
    from desk import answering  # noqa: PLC0415 - brings the checks, loaded on use

    office, day = session.settings.office, session.by().today

    def put(letters: list[Letter]) -> None:
        if not letters:
            session.messages.error("这些稿件还没有单位，写不出反馈。请先按 F2 补上来稿单位。")
            return
        copy_plain("\n\n".join(letter.text for letter in letters))
        units = "、".join(letter.to for letter in letters[:_NAMED])
        more = f"等 {len(letters)} 个单位" if len(letters) > _NAMED else ""
        session.messages.note(f"已复制给{units}{more}的反馈，可以直接粘贴发送")

    session.look(
        lambda: answering.feedbacks(session.store, list(draft_ids), office=office, day=day), put
    )
