"""P04: an enumeration comma between quotation marks or title marks."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_COMMA = beginning("、", r"(?<=”)、(?=“)|(?<=》)、(?=《)")
_RUN = beginning("“《", r"(?:“[^“”\n]*”(?:、(?=“))?){2,}|(?:《[^《》\n]*》(?:、(?=《))?){2,}")


def check(text: Passage) -> Iterator[Hit]:
    """Find ”、“ and 》、《 in lists that hold nothing else, where the marks part enough."""
    if "”、“" not in text.text and "》、《" not in text.text:
        return
    for run in _RUN.finditer(text.printed):
        before, after = text.text[: run.start()][-1:], text.text[run.end() :][:1]
        if before == "、" or after in ("、", "（"):
            continue  # other items, or a note behind one: there the mark is needed
        for match in _COMMA.finditer(text.printed, run.start(), run.end()):
            message = "引号或书名号并列，中间没有别的话，通常不用顿号。"
            yield Hit(match.start(), match.end(), message, "")


RULE = Rule(
    code="P04",
    name="引号、书名号间顿号",
    severity=Severity.INFO,
    summary="并列的引号之间、书名号之间通常不用顿号。",
    reason="引号、书名号已经分清各项；中间插有括注等其他成分时用顿号。",
    source="GB/T 15834—2011 4.5.3.5",
    bad="现场宣讲《安全生产法》、《消防法》。",
    good="现场宣讲《安全生产法》《消防法》。",
    check=check,
)
