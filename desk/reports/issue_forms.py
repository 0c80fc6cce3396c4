"""The forms that go with a released issue: 发送登记表, 清退清单, 采用反馈单."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desk.body import Table
from desk.copies import Copy, number_text, numbers_text
from desk.dates import full_date
from desk.layout.forms import Form
from desk.publications import Recipient
from desk.recipients import copies_for

_LINES_TO_SIGN = 4  # empty rows below a list, for what is added by hand


@dataclass(frozen=True, slots=True)
class IssueHead:
    """What every form says of its issue."""

    office: str
    name: str  # 《信息专报》2026年第12期
    day: date
    mark: str = ""
    copies: int = 0
    readers: str = ""  # 知悉范围

    @property
    def told_readers(self) -> tuple[str, ...]:
        """Who may know it, as a paragraph; none where nobody is named."""
        return (f"知悉范围：{self.readers}",) if self.readers else ()


@dataclass(frozen=True, slots=True)
class Adopted:
    """One item of a unit in an issue; ``role`` and ``points`` in words."""

    title: str
    section: str
    role: str
    points: str


def distribution_form(
    head: IssueHead, recipients: Sequence[Recipient], copies: Sequence[Copy], day: date
) -> Form:
    """发送登记表: who gets which copies, with room to sign; ``copies`` are empty without 份号."""
    rows = _by_copy(copies) if copies else _by_recipient(recipients)
    heads = ("序号", "份号", "发送单位", "份数", "签收人", "签收时间", "备注")
    blanks = [("",) * len(heads)] * _LINES_TO_SIGN
    total = len(copies) or copies_for(recipients)
    return Form(
        f"{head.name}发送登记表",
        head.office,
        day,
        meta=(f"密级标志：{head.mark or '无'}", f"印发日期：{full_date(head.day)}　共{total}份"),
        paragraphs=head.told_readers,
        table=Table((heads, *rows, *blanks)),
        columns=(7, 19, 29, 7, 13, 14, 11),
        closing=("发送人：　　　　　　　　　　复核人：",),
    )


def _by_recipient(recipients: Iterable[Recipient]) -> list[tuple[str, ...]]:
    return [
        (f"{at}", "", one.name, f"{one.copies}", "", "", "") for at, one in enumerate(recipients, 1)
    ]


def _by_copy(copies: Iterable[Copy]) -> list[tuple[str, ...]]:
    """One row for each run of copies of one recipient that share what is known of them."""
    runs: list[list[Copy]] = []
    for one in copies:
        last = runs[-1][-1] if runs else None
        if last and (last.recipient, last.signed_by, last.signed, last.state) == (
            one.recipient, one.signed_by, one.signed, one.state,
        ):  # fmt: skip
            runs[-1].append(one)
        else:
            runs.append([one])
    return [
        (
            f"{at}",
            numbers_text(one.number for one in run),
            run[0].recipient,
            f"{len(run)}",
            run[0].signed_by,
            f"{run[0].signed:%Y-%m-%d}" if run[0].signed else "",
            run[0].state.value if run[0].day else "",
        )
        for at, run in enumerate(runs, 1)
    ]


def recall_form(head: IssueHead, copies: Sequence[Copy], day: date) -> Form:
    """清退清单: the copies that are still out, with room to note their return."""
    out = [one for one in copies if one.is_out]
    rows = [
        (f"{at}", number_text(one.number), one.recipient, one.state.value, one.signed_by, "", "")
        for at, one in enumerate(out, 1)
    ]
    return Form(
        f"{head.name}清退清单",
        head.office,
        day,
        meta=(f"密级标志：{head.mark or '无'}", f"制表日期：{full_date(day)}"),
        paragraphs=(
            *head.told_readers,
            f"本期共{len(copies)}份，还有{len(out)}份没有收回，请逐份清退登记。",
        ),
        table=Table((("序号", "份号", "发送单位", "现状", "签收人", "收回日期", "经手人"), *rows)),
        columns=(7, 12, 29, 11, 13, 16, 12),
        closing=("清退人：　　　　　　　　　　监销人：　　　　　　　　　　",),
    )


def feedback_form(head: IssueHead, unit: str, adopted: Sequence[Adopted], day: date) -> Form:
    """采用反馈单: what of a unit's the issue printed, and what it earned."""
    rows = [
        (f"{at}", one.title, one.section, one.role, one.points) for at, one in enumerate(adopted, 1)
    ]
    return Form(
        "信息采用反馈单",
        head.office,
        day,
        to=unit,
        paragraphs=(
            f"你单位报送的以下{len(adopted)}条信息，已被{head.name}（{full_date(head.day)}印发）采用。",
        ),
        table=Table((("序号", "标题", "栏目", "采用方式", "得分"), *rows)),
        columns=(7, 48, 13, 21, 11),
        closing=("感谢支持，请继续报送。如有疑问，请与我们联系。",),
        signed=(head.office, full_date(day)),
    )
