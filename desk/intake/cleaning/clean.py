"""The steps in their order, and the note that says what they did."""

from collections import Counter
from dataclasses import dataclass

from desk.body import Body
from desk.intake.cleaning import (
    breaks,
    bullets,
    controls,
    empties,
    forms,
    marks,
    quotes,
    radicals,
    spaces,
    widths,
)

STEPS = (
    controls.STEP,
    radicals.STEP,
    breaks.STEP,  # before anything that makes lines wider or narrower
    spaces.EDGES,
    widths.STEP,
    forms.STEP,
    bullets.STEP,
    quotes.STEP,
    marks.STEP,
    spaces.STEP,
    spaces.ODD,
    empties.STEP,
)
NOTE = "已整理："  # how the note begins by which a cleaned draft is known


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean body, and a note in Chinese of what was done; none where there was nothing."""

    body: Body
    notes: tuple[str, ...] = ()


def clean(body: Body, joints: int = 0) -> Cleaned:
    """Run the steps until none finds anything more, so that cleaning twice changes nothing.

    ``joints`` are line breaks already closed, which the note counts too.
    """
    done = Counter({breaks.STEP.name: joints})
    counts = [-1]
    while any(counts):
        counts = []
        for step in STEPS:
            body, count = step.clean(body)
            done[step.name] += count
            counts.append(count)
    measures = {step.name: step.measure for step in STEPS}
    said = "；".join(f"{name} {done[name]} {measures[name]}" for name in measures if done[name])
    return Cleaned(body, (f"{NOTE}{said}。",) if said else ())
