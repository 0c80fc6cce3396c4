"""What the watermark of a printing says: which copy it is and who has it, or who took it out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desk.auditing import By
from desk.compiling import publication_of
from desk.copies import number_text
from desk.drafts import Secrecy
from desk.office_clock import minute_words
from desk.secrecy.grades import grade_of_issue
from desk.settings import Settings
from desk.store import Work

_SPACE = "　"


@dataclass(frozen=True, slots=True)
class CopyMarks:
    """An issue's watermarks; ``holders`` has the unit of each number that 份号登记 knows."""

    words: str = ""
    taker: str = ""  # who takes out a copy without a number, and when
    holders: Mapping[int, str] = field(default_factory=dict)
    is_usual: bool = False  # whether the office wants them on this issue

    def texts(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """The text of each copy; one for all where they have no numbers."""
        if not numbers:
            return (_told(self.words, self.taker),)
        return tuple(
            _told(self.words, number_text(one), self.holders.get(one, "")) for one in numbers
        )

    def without_holder(self, numbers: Sequence[int]) -> int:
        """How many of the numbers nobody is known to have."""
        return sum(one not in self.holders for one in numbers)


def marks_of(work: Work, issue_id: int, settings: Settings, by: By) -> CopyMarks:
    """The watermarks of an issue: the office's words, else its grade."""
    issue = work.issues.get(issue_id)
    grade = grade_of_issue(work, issue_id)
    is_graded = grade is not Secrecy.NONE
    is_controlled = publication_of(work, issue.publication_id).controlled
    return CopyMarks(
        settings.watermark or (grade.value if is_graded else ""),
        _told(settings.office, by.who, minute_words(by.now)),
        {one.number: one.recipient for one in work.copies.of(issue_id)},
        settings.marks_copies and (is_graded or is_controlled),
    )


def _told(*parts: str) -> str:
    return _SPACE.join(part for part in parts if part)
