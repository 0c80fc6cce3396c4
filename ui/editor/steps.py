"""The steps a draft can take from where it stands, and what each asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from desk import deciding, editing
from desk.auditing import By
from desk.deciding import Former
from desk.drafts import Draft, Status
from desk.store import Store


class Ask(Enum):
    """What must be said before a step is taken."""

    NOTHING = auto()
    LANE = auto()  # and what the lane asks for
    SIGNER = auto()
    REASON = auto()  # and who gave it
    CODE = auto()  # a reason of the office's list


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``note`` is what the toast says afterwards."""

    text: str
    target: Status
    ask: Ask
    tip: str
    note: str
    reasons: tuple[str, ...] = ()


SUBMIT = Step("送审", Status.SUBMITTED, Ask.LANE, "选流程，送领导审签（Ctrl+Enter）", "已送审")
SHORT = Step("简办", Status.READY, Ask.LANE, "本科室审签，一键办结（Ctrl+Shift+Enter）", "已审签")
PASS = Step(
    "同意", Status.READY, Ask.SIGNER, "记下审签意见，转下一步（Ctrl+Shift+Enter）", "已登记同意"
)
SEND_BACK = Step(
    "退回修改",
    Status.EDITING,
    Ask.REASON,
    "写明意见，退回在编",
    "已退回修改",
    ("请核实数据后再送", "请压缩篇幅", "请补充成效和做法", "请按领导意见修改"),
)
RECALL = Step("撤回送审", Status.EDITING, Ask.NOTHING, "收回来接着改", "已撤回，可以接着改")
CHASE = Step("催批、转交", Status.SUBMITTED, Ask.NOTHING, "到“审签”页催批或者转交", "")
REOPEN = Step("重新编辑", Status.EDITING, Ask.NOTHING, "回到在编（Ctrl+Enter）", "已回到在编")
WHOLE = Step(
    "打开综合稿", Status.MERGED, Ask.NOTHING, "到综合稿里看它，或把它移出（Ctrl+Enter）", ""
)
RETURN = Step("退稿", Status.RETURNED, Ask.CODE, "选理由，退给来稿单位", "已退稿")
REJECT = Step("不采用", Status.REJECTED, Ask.CODE, "选理由，不采用", "已列为不采用")
FILE = Step("存查", Status.FILED, Ask.CODE, "选理由，留存备查", "已存查")

PRIMARY: Mapping[Status, Step] = {
    Status.NEW: SUBMIT,
    Status.EDITING: SUBMIT,
    Status.SUBMITTED: PASS,
    Status.RETURNED: REOPEN,
    Status.REJECTED: REOPEN,
    Status.FILED: REOPEN,
    Status.MERGED: WHOLE,
}
SECOND: Mapping[Status, Step] = {
    Status.NEW: SHORT,
    Status.EDITING: SHORT,
    Status.SUBMITTED: SEND_BACK,
    Status.READY: SEND_BACK,
}
AWAY: Mapping[Status, Sequence[Step]] = {
    Status.NEW: (RETURN, REJECT, FILE),
    Status.EDITING: (RETURN, REJECT, FILE),
    Status.SUBMITTED: (RECALL, CHASE),
}
# Taken along a lane, or elsewhere; see ``approving``.
APPROVAL = (SUBMIT, SHORT, PASS, SEND_BACK, RECALL, CHASE, WHOLE)

WHY_READ_ONLY: Mapping[Status, str] = {
    Status.SUBMITTED: "已经送审，文字不能改动。要接着改请先撤回（Alt+D）。",
    Status.READY: "已经审签，文字不能改动。要修改请点“退回修改”，改好后重新审签。",
    Status.RELEASED: "已经随刊印发，文字保留印出的样子。要更正请到“编刊”的那一期按“更正本期”。",
    Status.RETURNED: "已经退稿，文字不能改动。要继续编辑请点“重新编辑”。",
    Status.REJECTED: "已经不采用，文字不能改动。要继续编辑请点“重新编辑”。",
    Status.FILED: "已经存查，文字不能改动。要继续编辑请点“重新编辑”。",
    Status.MERGED: "已经并入综合稿，文字不能改动。要单独编辑请打开综合稿，在“来源”里把它移出。",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the clerk said when taking a step; ``text`` is a reason or an opinion."""

    signer: str = ""
    text: str = ""
    code: str = ""  # of a reason of the office's list


def away_to(target: Status) -> Step:
    """The step that turns a draft away like this."""
    return next(step for step in (RETURN, REJECT, FILE) if step.target is target)


def take(store: Store, draft_id: int, step: Step, answer: Answer, by: By) -> None:
    """Take a step beside approval. Raises NotAllowedError where the draft has moved on."""
    if step.ask is Ask.CODE:
        deciding.decide(
            store, [draft_id], step.target, by=by, reason=answer.code, remark=answer.text
        )
    else:
        editing.move(store, [draft_id], step.target, by=by, reason=answer.text)


def take_back(store: Store, before: Draft, by: By) -> None:
    """Undo such a step."""
    former = Former(before.id, before.status, before.reason, before.remark)
    deciding.put_back(store, [former], by=by)
