"""C01: a draft carries a mark of secrecy at its head."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.secrecy_marks import secrecy_marks_in


def check(text: Passage) -> Iterator[Hit]:
    """Yield marks of secrecy in the first lines."""
    for start, end in secrecy_marks_in(text.text):
        message = f"稿件带有密级标志“{text.text[start:end]}”，请按保密规定处理，不得在本机编发。"
        yield Hit(start, end, message)


RULE = Rule(
    code="C01",
    name="密级标志",
    severity=Severity.ERROR,
    summary="稿首标有“绝密”“机密”“秘密”的，不能在本机编发。",
    reason="涉密稿件要走涉密渠道；标错了也要先经定密人员确认。",
    source="GB/T 9704-2012 7.2.2；保守国家秘密法",
    bad="秘密★1年\n5月19日，县公安局组织反恐演练，出动警力86人。",
    good="5月19日，县公安局组织反恐演练，出动警力86人。",
    check=check,
    by_paragraph=False,
    blocks=True,
)
