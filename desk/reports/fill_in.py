"""The form units fill in to send a draft (信息报送单): a .docx that is read without a doubt."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from desk.checks.catalogue import catalogue
from desk.checks.checklist import COMMON
from desk.clocks import DEFAULTS, Clock
from desk.drafts import Kind, Urgency
from desk.intake.recognition.fill_in import BODY_BAR, NAME, RECEIVER
from desk.reports.fill_in_sheet import Choice, Entry, Sheet

_RULES = ("T06", "S01", "N05", "W01", "E13")  # what units get wrong most, each told by its check
_ASKED = ("one-subject", "facts", "figures", "approved")
_SEND_TO = "用办公系统或电子邮件发给本办公室信息科，主题写“单位＋标题”"


def write_template(
    office: str, path: Path, *, send_to: str = "", clocks: Iterable[Clock] = DEFAULTS
) -> None:
    """Write the form of an office to ``path``.

    ``send_to`` says in a phrase where a filled-in form goes; ``clocks`` are the limits now held.
    """
    sheet = Sheet()
    sheet.headline(NAME)
    sheet.entries(_entries(office))
    sheet.bar(BODY_BAR)
    sheet.body("请在这里填写或粘贴正文")
    sheet.advice(
        ("写稿要求", _writing()), ("报送要求", _sending(send_to or _SEND_TO, tuple(clocks)))
    )
    sheet.save(path, f"{office}{NAME}", office)


def _entries(office: str) -> tuple[tuple[Entry, ...], ...]:
    """The rows of the form."""
    return (
        (Entry(RECEIVER, text=office),),
        (
            Entry("报送单位", "请填单位全称"),
            Entry("报送日期", "请选日期", Choice.DAY),
        ),
        (Entry("撰稿人", "请填姓名"), Entry("联系电话", "请填座机或手机")),
        (
            Entry("审核人", "请填签字的负责人"),
            Entry("事件日期", "请选事发当天", Choice.DAY),
        ),
        (
            Entry("信息类型", "请选一种", Choice.LIST, tuple(kind.value for kind in Kind)),
            Entry(
                "紧急程度", "请选，不急不填", Choice.LIST, tuple(grade.value for grade in Urgency)
            ),
        ),
        (Entry("标题", "请填标题，一则一主题"),),
    )


def _writing() -> list[str]:
    """What the desk checks, in the words of its rules."""
    asked = {item.id: item.text for item in COMMON}
    return [*(catalogue()[code].summary for code in _RULES), *(asked[name] for name in _ASKED)]


def _sending(send_to: str, clocks: Sequence[Clock]) -> list[str]:
    """How fast, how safely and where to."""
    limits = "、".join(f"{clock.kind}{clock.words}" for clock in clocks if clock.kind)
    return [
        f"时限（从事发算起）：{limits}。",
        "突发事件先打电话报告，再报首报，随后续报；紧急程度选“特急”或“加急”。",
        "涉密内容不得填入本单，也不得用互联网传送，请按保密规定另行报送。",
        "一单一稿。图说写在图片下面一行，表题写在表格上面一行。",
        f"填好后{send_to}。",
        "灰色提示点一下就能改写，没有内容的栏不用动；几个单位、几个人用顿号隔开。",
    ]
