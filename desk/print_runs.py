"""Printings (印制) of an issue: what left the desk on paper, and under which numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.copies import DIGITS
from desk.errors import FieldError
from desk.layout.grid import PrintSize
from desk.number_runs import run_text

LAST_NUMBER = 10**DIGITS - 1


class Outcome(StrEnum):
    """How a printing ended; of a cancelled one some sheets may have come out."""

    PRINTED = "已印"
    CANCELLED = "已取消"


@dataclass(frozen=True, slots=True)
class PrintRun:
    """One printing of an issue; ``first`` and ``last`` are the numbers its copies bear, or 0."""

    printer: str
    pages: str  # as written: 1-4,7
    copies: int
    sheets: int  # of paper, all copies together
    first: int = 0
    last: int = 0
    size: PrintSize = PrintSize.NORMAL
    way: str = ""  # 拼版, 双面 and 水印 in words
    is_proof: bool = False  # printed before the issue was released
    outcome: Outcome = Outcome.PRINTED
    issue_id: int = 0
    who: str = ""
    when: datetime | None = None
    id: int = 0

    @property
    def numbers(self) -> str:
        """The numbers as they are printed; "" where the copies have none."""
        return run_text(self.first, self.last, DIGITS) if self.first else ""


def edition_text(size: PrintSize) -> str:
    """An edition (版本) by the size of its text."""
    return "正常版" if size is PrintSize.NORMAL else f"大字版（{size}）"


def numbers_from(first: int, last: int) -> range:
    """The numbers of copies; raises FieldError ("numbers") where six digits don't hold them."""
    if not 1 <= first <= last:
        raise FieldError("numbers", "份号的起止颠倒了。请把小的号写在前面，从 1 写起。")
    if last > LAST_NUMBER:
        raise FieldError("numbers", f"份号只有六位，最大是 {LAST_NUMBER}。请改小。")
    return range(first, last + 1)


def told(run: PrintRun) -> str:
    """A printing in words, without who and when."""
    parts = [
        f"{run.copies} 份",
        f"第 {run.pages} 页",
        f"份号 {run.numbers}" if run.numbers else "",
        edition_text(run.size) if run.size is not PrintSize.NORMAL else "",
        run.way,
        f"{run.sheets} 张纸",
        run.printer,
        "校样" if run.is_proof else "",
        "已取消，可能已印出一部分" if run.outcome is Outcome.CANCELLED else "",
    ]
    return "，".join(part for part in parts if part)


def given_before(runs: Sequence[PrintRun], numbers: range) -> list[int]:
    """Which of the numbers a finished copy bears already; proofs don't count."""
    done = _numbered(runs)
    return [one for one in numbers if any(run.first <= one <= run.last for run in done)]


def last_given(runs: Sequence[PrintRun]) -> int:
    """The highest number a finished copy bears; 0 where none bears one."""
    return max((run.last for run in _numbered(runs)), default=0)


def _numbered(runs: Sequence[PrintRun]) -> list[PrintRun]:
    return [run for run in runs if run.first and not run.is_proof]
