"""The ceiling for what is written down by hand or taken over: its marks tell its grade."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desk.drafts import Secrecy
from desk.errors import NotAllowedError
from desk.settings import load_or_default

_RISING = list(Secrecy)
WHAT_TO_DO = (
    "涉密信息不得在非涉密计算机上处理：请把这一件移到涉密专用计算机上办理，并向保密员报告。"
)


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What this machine may hold, as its settings file says; read only where a mark is found."""

    settings: Path

    def must_hold(
        self, name: str, texts: Iterable[str] = (), before: Secrecy = Secrecy.NONE
    ) -> None:
        """Refuse what is marked above the ceiling; raises NotAllowedError.

        What was marked as high ``before`` may still be changed, closed or lowered.
        """
        grade = grade_in(name, texts)
        if _RISING.index(grade) <= _RISING.index(before):
            return
        ceiling = load_or_default(self.settings).ceiling
        if _RISING.index(grade) > _RISING.index(ceiling):
            raise NotAllowedError(
                f"“{name}”标有“{grade}”，超过本机允许的最高密级“{ceiling}”，没有保存。{WHAT_TO_DO}"
            )


def grade_in(name: str, texts: Iterable[str] = ()) -> Secrecy:
    """The highest mark in a title or a file's name, or in a line of its own in a text."""
    graded = [one for one in (name, *texts) if any(word.value in one for word in _RISING[1:])]
    if not graded:
        return Secrecy.NONE
    from desk.intake.recognition import marks  # noqa: PLC0415 - brings word lists, loaded on use

    found = [marks.secrecy_of(mark) for mark in marks.named_marks(name)]
    found += [marks.starred(line.strip()) for text in graded for line in text.splitlines()]
    return max((one for one in found if one), key=_RISING.index, default=Secrecy.NONE)
