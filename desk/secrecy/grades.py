"""How high a grade stands, and whether this machine may hold it."""

from collections.abc import Iterable
from contextlib import suppress

from desk.commissions.commission import Commission
from desk.compiling import publication_of, readers_of
from desk.drafts import Secrecy
from desk.emergencies.emergency import Emergency
from desk.errors import FieldError, NotFoundError
from desk.forwardings.forwarding import Forwarding
from desk.instructions.instruction import Instruction
from desk.intake.recognition.marks import starred
from desk.matters.matter import Matter
from desk.secrecy.ceiling import WHAT_TO_DO
from desk.store import Work

EVERYTHING = "store"  # the subject of what holds something of all there is: backups, the book
_RISING = list(Secrecy)
_MATTERS: dict[str, type[Matter]] = {
    one.KIND: one for one in (Commission, Emergency, Forwarding, Instruction)
}


def rank(grade: Secrecy | None) -> int:
    """How high a grade stands; nothing marked is the lowest."""
    return _RISING.index(grade or Secrecy.NONE)


def highest(grades: Iterable[Secrecy]) -> Secrecy:
    """The highest of some grades; none at all is 无."""
    return max(grades, key=rank, default=Secrecy.NONE)


def marked(text: str) -> Secrecy:
    """The highest grade whose word stands in a mark: 秘密★1年, 内部资料 注意保存."""
    return highest(grade for grade in _RISING[1:] if grade.value in text)


def starred_in(text: str) -> Secrecy:
    """The highest mark with a star that is a line of a text: 机密★10年."""
    return highest(grade for line in text.splitlines() if (grade := starred(line.strip())))


def graded(grade: Secrecy, readers: str) -> str:
    """A grade in words, with who may know what bears one."""
    is_told = readers and grade is not Secrecy.NONE
    return f"密级：{grade}；知悉范围：{readers}" if is_told else f"密级：{grade}"


def must_be_allowed(grade: Secrecy, ceiling: Secrecy) -> None:
    """Refuse a grade above what this machine may hold; raises FieldError ("secrecy")."""
    if rank(grade) > rank(ceiling):
        raise FieldError(
            "secrecy",
            f"“{grade}”超过本机允许的最高密级“{ceiling}”，没有保存。{WHAT_TO_DO}",
        )


def grade_of(work: Work, subjects: Iterable[str]) -> Secrecy:
    """The highest grade of what is named by subjects: draft:12, issue:3, instruction:7, store.

    Units, lists and whatever else has none; the store is as the highest in it.
    """
    found: list[Secrecy] = []
    for subject in subjects:
        kind, _, number = subject.partition(":")
        if kind == "draft":
            found.append(work.drafts.get(int(number)).secrecy)
        elif kind == "issue":
            found.append(grade_of_issue(work, int(number)))
        elif subject == EVERYTHING:
            found.append(_highest_held(work))
        elif kind in _MATTERS and number.isdecimal():
            found.append(_grade_of_matter(work, _MATTERS[kind], int(number)))
    return highest(found)


def _highest_held(work: Work) -> Secrecy:
    """The highest grade of all drafts and instructions."""
    drafts = [one for one in _RISING if work.drafts.graded([one])]
    return highest([*drafts, *(one.secrecy for one in work.matters.all(Instruction))])


def grade_of_issue(work: Work, issue_id: int) -> Secrecy:
    """An issue's grade: the highest of its entries, or its own mark's where that is higher.

    The office's usual mark, which stands on every issue, grades none.
    """
    issue = work.issues.get(issue_id)
    mark = issue.matter.mark
    if mark is None:
        publications = work.catalogue.publications()
        mark = next((one.mark for one in publications if one.id == issue.publication_id), "")
    drafts = work.drafts.several([entry.draft_id for entry in issue.entries])
    return highest([*(draft.secrecy for draft in drafts), marked(mark)])


def known_to(work: Work, subjects: Iterable[str]) -> str:
    """Who may know the issues among subjects (知悉范围); "" where nobody is named."""
    found = []
    for subject in subjects:
        kind, _, number = subject.partition(":")
        if kind == "issue":
            issue = work.issues.get(int(number))
            found.append(readers_of(publication_of(work, issue.publication_id), issue))
    return "；".join(dict.fromkeys(filter(None, found)))


def _grade_of_matter(work: Work, kind: type[Matter], number: int) -> Secrecy:
    """A matter's grade: its own or its drafts', whichever is higher; what is gone has none."""
    found = []
    with suppress(NotFoundError):
        matter = work.matters.get(kind, number)
        if isinstance(matter, Instruction):
            found.append(matter.secrecy)
        found += [
            one.secrecy for one in work.drafts.several([one for one in matter.draft_ids if one])
        ]
    return highest(found)
