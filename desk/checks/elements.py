"""How the element rules speak: what is missing, and what the unit is to be asked."""

from collections.abc import Iterable, Iterator

from desk.checks.passage import Field
from desk.checks.rule import Hit, Severity
from desk.checks.slots import Slot, lacking
from desk.checks.whole import Whole
from desk.drafts import Kind


def asked(
    whole: Whole, names: Iterable[str], of: str, severity: Severity | None = None
) -> Iterator[Hit]:
    """Yield one hit that names all that is missing, none where nothing is."""
    missing = "、".join(names)
    if not missing:
        return
    start, end = whole.lead
    field = whole.running
    if start == end:
        field, start, end = Field.TITLE, 0, len(whole.title.text)
    message, question = f"{of}还缺：{missing}，请补上。", f"请补充：{missing}。"
    yield Hit(start, end, message, field=field, severity=severity, question=question)


def lacking_of(whole: Whole, kind: Kind, *slots: Slot) -> Iterator[Hit]:
    """Yield a hit for the elements of a kind that a draft of this kind lacks."""
    if whole.context.kind is kind:
        yield from asked(whole, lacking(whole, *slots), f"{kind}信息")
