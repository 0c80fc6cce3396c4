"""Text that was left unsaved: its words, and how it is brought back or given up."""

from collections.abc import Callable
from datetime import date, datetime

from desk import journal
from desk.drafts import Draft
from desk.office_clock import office_time
from desk.sittings import Leftover
from ui.session import Session, Topic, Undo

_TITLE = 20  # characters of a title in a sentence


def sentence_of(one: Leftover, today: date, *, named: bool = True) -> str:
    """What was left, as one sentence."""
    title = one.title if len(one.title) <= _TITLE else one.title[:_TITLE] + "…"
    name = f"“{title}”" if named else "这篇稿件"
    until = f"{name}编辑到 {moment(one.sitting.seen, today)}，"
    return until + (
        f"有 {one.missing} 字没有存成版本。" if one.missing else "到这时的文字已全部保存。"
    )


def moment(when: datetime, today: date) -> str:
    """A moment to the second, with its day unless that is today."""
    local = office_time(when)
    day = "" if local.date() == today else f"{local.month}月{local.day}日 "
    return f"{day}{local:%H:%M:%S}"


def recover(session: Session, one: Leftover, done: Callable[[Draft], None]) -> None:
    """Make it a revision, with a way back."""
    before: list[Draft] = []

    def run() -> Draft:
        before.append(journal.recover(session.store, one.sitting, by=session.by()))
        return before[0]

    def undo() -> None:
        journal.unrecover(session.store, one.sitting, before[0], by=session.by())

    note = f"已恢复 {one.missing} 字，存成了新的一版"
    back = Undo(undo, "已撤销恢复，文字仍留着备用")
    session.do(run, Topic.DRAFTS, note=note, undo=back, done=done)


def give_up(session: Session, one: Leftover) -> None:
    """Forget it; asks first where that loses text."""
    if one.missing:
        question = (
            f"“{one.title}”有 {one.missing} 字没有存成版本。放弃后找不回来，稿件保持现在的文字。"
        )
        if not session.messages.ask(question, "放弃这些文字", danger=True):
            return
    forget(session, one)


def forget(session: Session, one: Leftover) -> None:
    """Forget it without asking."""
    session.do(lambda: journal.discard(session.store, [one], by=session.by()), Topic.DRAFTS)
