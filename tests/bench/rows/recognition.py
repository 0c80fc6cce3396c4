"""Recognition: how much of each field is right, on drafts it was tuned on and on others."""

from collections.abc import Iterator

from tests.bench import drafts_written
from tests.bench.drafts_written import NAMES, Case, Verdict
from tests.bench.measuring import Measurement, Plan, summary, timed

_ABOUT = {"offices": "tuned", "unseen": "unseen"}


def measure(plan: Plan) -> Iterator[Measurement]:
    """Recognise every draft once; ``p50`` is the share that is right, in percent."""
    for name, about in _ABOUT.items():
        cases = drafts_written.cases(name)
        told = [drafts_written.verdicts(case) for case in cases]
        for place, field in enumerate(drafts_written.FIELDS):
            yield _field(f"{field}, {about} drafts", [row[place] for row in told])
        whole = [all(verdict.is_right for verdict in row) for row in told]
        yield Measurement(
            f"drafts with every field right, {about}", _share(whole), unit="%", note=_of(whole)
        )
        yield from _trust(about, [verdict for row in told for verdict in row])
        yield _time(about, cases, plan)


def _field(name: str, found: list[Verdict]) -> Measurement:
    """One field over all drafts; wrong and missing are told apart."""
    wrong = sum(verdict.is_told and not verdict.is_right for verdict in found)
    missing = sum(not verdict.is_told and not verdict.is_right for verdict in found)
    given = sum(verdict.is_given for verdict in found)
    right = [verdict.is_right for verdict in found]
    note = f"{_of(right)}, {given} have it; {wrong} wrong, {missing} missing"
    return Measurement(name, _share(right), unit="%", note=note)


def _trust(about: str, found: list[Verdict]) -> Iterator[Measurement]:
    """How often a value is right that is, or is not, in doubt."""
    marked = {*drafts_written.SINGLE, *NAMES}
    told = [verdict for verdict in found if verdict.is_told and verdict.field in marked]
    for word, is_sure in (("sure", True), ("doubtful", False)):
        right = [verdict.is_right for verdict in told if verdict.is_sure is is_sure]
        yield Measurement(f"{word} values, {about}", _share(right), unit="%", note=_of(right))


def _time(about: str, cases: list[Case], plan: Plan) -> Measurement:
    samples = [
        timed(lambda case=case: drafts_written.recognised(case))
        for case in cases[: plan.times(len(cases))]
    ]
    return summary(f"reading and recognising one, {about}", samples)


def _share(right: list[bool]) -> float:
    return 100 * sum(right) / max(len(right), 1)


def _of(right: list[bool]) -> str:
    return f"{sum(right)} of {len(right)}"
