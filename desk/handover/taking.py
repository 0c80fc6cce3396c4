"""Use cases of a handover: keep the leaving clerk's words, tick the steps of taking over off."""

from dataclasses import replace

from desk.auditing import By, note
from desk.errors import FieldError
from desk.handover.state import Handover
from desk.handover.steps import STEPS
from desk.store import Store, Work

LONGEST = 10_000
_SUBJECT = "policy:Handover"
_LONGEST_NAME = 40


def handover_of(work: Work) -> Handover:
    """The handover as it stands."""
    return work.matters.policy(Handover())


def keep_words(
    store: Store, words: str, giver: str, taker: str, witness: str, *, by: By
) -> Handover:
    """Keep what the leaving clerk has to say, and the names; gives back what was there before."""
    if len(words) > LONGEST:
        raise FieldError("words", f"移交人的话最多 {LONGEST} 字，请精简，细节另附文件。")
    if max(map(len, (giver, taker, witness))) > _LONGEST_NAME:
        raise FieldError("giver", f"姓名最多 {_LONGEST_NAME} 字，请核对。")
    with store.begin() as work:
        former = handover_of(work)
        kept = replace(
            former,
            words=words.strip(),
            giver=giver.strip(),
            taker=taker.strip(),
            witness=witness.strip(),
        )
        if kept != former:
            work.matters.keep_policy(kept, by)
            note(work, by, "改交接说明", _SUBJECT, f"接交人：{kept.taker or '未定'}")
    return former


def tick(store: Store, key: str, *, done: bool, by: By) -> Handover:
    """Tick a step off, or open it again; gives back the state before."""
    step = next(one for one in STEPS if one.key == key)
    with store.begin() as work:
        former = handover_of(work)
        others = tuple(one for one in former.done if one != key)
        work.matters.keep_policy(replace(former, done=(*others, key) if done else others), by)
        note(work, by, "办完接手一步" if done else "重开接手一步", _SUBJECT, step.words)
    return former


def finish_taking(store: Store, *, by: By) -> Handover:
    """Show the steps no longer; gives back the state before, with which ``restore`` undoes it."""
    with store.begin() as work:
        former = handover_of(work)
        work.matters.keep_policy(replace(former, closed=True), by)
        left = len(STEPS) - len(set(former.done))
        note(work, by, "接手完毕", _SUBJECT, f"还有 {left} 步没有打勾" if left else "各步都已办完")
    return former


def restore(store: Store, former: Handover, *, by: By) -> None:
    """Undo: make the state what it was."""
    with store.begin() as work:
        work.matters.keep_policy(former, by)
        note(work, by, "撤销交接改动", _SUBJECT)
