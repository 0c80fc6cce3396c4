"""Every phase with what it does and who judges it."""

from tests.drill.kills import guarding, guarding_judges, judging, phases
from tests.drill.kills.judging import Judge

PHASES = phases.PHASES | guarding.PHASES
_JUDGES = judging.JUDGES | guarding_judges.JUDGES


def judge_of(phase: str) -> Judge:
    """A new judge for a phase."""
    return _JUDGES[phase]()
