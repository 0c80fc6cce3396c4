"""S02: set phrases that say nothing of the matter."""

from collections.abc import Iterator

from desk.checks.deletion import deletable
from desk.checks.masks import Span
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.set_frames import set_frames_in


def check(text: Passage) -> Iterator[Hit]:
    """Find set phrases, and delete their clause where the sentence stays whole."""
    done = 0
    for start, end in _phrases(text):
        if start < done:
            continue
        words = text.text[start:end]
        span = deletable(text, start, end)
        if span is None or span[0] < done:
            yield Hit(start, end, f"“{words}”是套话，请删去或换成事实。")
            done = end
            continue
        done = span[1]
        yield Hit(*span, f"“{words}”是套话，删去不影响意思。", "")


def _phrases(text: Passage) -> list[Span]:
    """The places of the listed phrases and of openings that only strike an attitude."""
    listed = [(one.start, one.end) for one in text.listed("S02")]
    spans = [*set_frames_in(text.own), *listed]
    return sorted(spans, key=lambda span: (span[0], -span[1]))


RULE = Rule(
    code="S02",
    name="套话",
    severity=Severity.WARNING,
    summary="不写“在……正确领导下”“奠定了坚实基础”一类谁都能写的话。",
    reason="套话占篇幅、不含事实；删掉后意思不变。",
    source="种子规则：忌大话套话",
    bad="在县委的正确领导下，全县完成造林4.6万亩，为生态建设奠定了坚实基础。",
    good="全县完成造林4.6万亩。",
    check=check,
    needs=Need.BODY,
)
